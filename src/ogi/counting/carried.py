"""Carrying over (结转): the list frozen with a report, and how the next year differs from it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.errors import UsageError


@dataclass(frozen=True, slots=True)
class CarriedCase:
    """A case that was not closed at the end of a year, with the columns it counts in."""

    id: str
    received_on: date
    columns: tuple[str, ...]


@dataclass(frozen=True)
class ClosingList:
    """The cases carried over at the end of a year (结转清单); frozen when the report is filed."""

    year: int
    cases: tuple[CarriedCase, ...]

    def by_column(self) -> Counter[str]:
        """Return how many are carried over in each column."""
        return Counter(column for case in self.cases for column in case.columns)


@dataclass(frozen=True, slots=True)
class Difference:
    """A case by which the opening of a year differs from the closing list filed before.

    `before` and `now` are the columns it stood and stands in; `says` is a Chinese sentence.
    """

    id: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    says: str


def closing_list_to(filed: ClosingList) -> dict[str, Any]:
    """Return a closing list as plain values, to be kept with the report."""
    cases = [
        {"id": case.id, "received_on": case.received_on.isoformat(), "columns": [*case.columns]}
        for case in filed.cases
    ]
    return {"year": filed.year, "cases": cases}


def closing_list_from(data: Mapping[str, Any]) -> ClosingList:
    """Return a closing list from plain values; raises UsageError when they are none."""
    try:
        cases = tuple(
            CarriedCase(
                str(entry["id"]),
                date.fromisoformat(str(entry["received_on"])),
                tuple(entry["columns"]),
            )
            for entry in data["cases"]
        )
        return ClosingList(int(data["year"]), cases)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"not a closing list: {error!r}") from error
