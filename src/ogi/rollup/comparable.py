"""Which cells of the two editions of the form count the same (两版可比的格)."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from ogi.data import from_data
from ogi.form import edition


@dataclass(frozen=True, slots=True)
class Route:
    """How a cell of one edition is had from a table in another.

    The value is the sum of the cells named. Where `only_zero` is true it is a share of
    the one cell named: known only where that is 0, since no count is below 0. `caution`
    says in Chinese why figures that may be compared are not to be added up.
    """

    addresses: tuple[str, ...]
    only_zero: bool = False
    caution: str = ""


@from_data
def routes(table: str, wanted: int, given: int) -> Mapping[str, Route]:
    """Return how the cells of a table in the edition wanted are had from the one given.

    A cell that is not in the mapping has no counterpart.
    """
    addresses = edition(wanted).tables[table].addresses
    if wanted == given:
        return {address: Route((address,)) for address in addresses}
    rules = _data()["tables"][table]
    found = dict(_named_alike(table, addresses, given, rules))
    for entry in rules.get("sums", ()):
        found |= _sums(table, entry, wanted)
    return found


def _named_alike(
    table: str, addresses: tuple[str, ...], given: int, rules: Mapping[str, Any]
) -> dict[str, Route]:
    theirs = set(edition(given).tables[table].addresses)
    if rules["same_rows"]:
        return {one: Route((one,)) for one in addresses if one in theirs}
    care = rules.get("with_care", {"cells": (), "says": ""})
    named = (f"{table}.{cell}" for cell in care["cells"])
    return {one: Route((one,), caution=care["says"]) for one in named if one in addresses}


def _sums(table: str, entry: Mapping[str, Any], wanted: int) -> dict[str, Route]:
    whole = f"{table}.{entry['whole']['row']}"
    parts = [f"{table}.{row}" for row in entry["parts"]["rows"]]
    columns = [column.key for column in edition(wanted).tables[table].rows[0].columns]
    if wanted == entry["whole"]["edition"]:
        return {f"{whole}.{c}": Route(tuple(f"{part}.{c}" for part in parts)) for c in columns}
    return {
        f"{part}.{c}": Route((f"{whole}.{c}",), only_zero=True) for part in parts for c in columns
    }


@from_data
def _data() -> Mapping[str, Any]:
    text = (files("ogi.rollup") / "data" / "comparable.yaml").read_text(encoding="utf-8")
    content: Mapping[str, Any] = yaml.safe_load(text)
    return content
