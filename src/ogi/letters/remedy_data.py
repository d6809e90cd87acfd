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
    return {key: entry["label"] for key, entry in remedy_data()["kinds"].items()}


def kind_entry(kind: str, name: str = "") -> Mapping[str, Any]:
    """Return what is on file for a kind of organ; a name may tell that it is of another kind."""
    kinds: Mapping[str, Mapping[str, Any]] = remedy_data()["kinds"]
    for entry in kinds.values():
        if kind in entry.get("of", ()) and any(word in name for word in entry.get("names", ())):
            return entry
    return kinds[kind]
