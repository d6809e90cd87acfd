"""What data/remedies.yaml says: wordings, review bodies and courts by the kind of the organ."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def remedy_data() -> Mapping[str, Any]:
    """Return remedies.yaml."""
    text = (files("ogi.letters") / "data" / "remedies.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.safe_load(text)
    return data


def organ_kinds() -> Mapping[str, str]:
    """Return the kinds of organs, each with its Chinese label."""
    kinds: Mapping[str, str] = remedy_data()["kinds"]
    return kinds
