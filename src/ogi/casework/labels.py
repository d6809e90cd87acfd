"""The Chinese words for acts and for what is filled in of them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from ogi.casework.acts import ACTS
from ogi.errors import DataFileError


@cache
def _labels() -> tuple[Mapping[str, str], Mapping[str, str]]:
    text = (files("ogi.casework") / "data" / "labels.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    if odd := set(data["acts"]) ^ set(ACTS):
        raise DataFileError(f"labels.yaml and the acts differ in {sorted(odd)}")
    return MappingProxyType(data["acts"]), MappingProxyType(data["fields"])


def act_label(key: str) -> str:
    """Return the Chinese word for an act; raises KeyError when there is no such act.

    >>> act_label("correction_asked")
    '补正告知'
    """
    return _labels()[0][key]


def field_label(name: str) -> str:
    """Return the Chinese word for what is filled in of an act."""
    return _labels()[1][name]
