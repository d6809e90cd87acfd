"""How well documents are read, measured against transcriptions made by hand.

A folder holds `source.*` and `truth.json`. In the truth, null says that nothing is
printed in a cell, and reading a number there is wrong; `ambiguous_rows` are rows that
print fewer numbers than cells, so that any reading that leaves a cell empty, or doubts
the row, is right.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from ogi.errors import ReadingError
from ogi.form import AnnualReport, Cell
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.read import read

_NOTHING = Cell()
_COUNTED = ("right", "doubted", "wrong", "silent", "missed", "unreadable")


@dataclass(frozen=True, slots=True)
class Score:
    """How the cells of a document were read.

    right     the value of the truth, or nothing where nothing is printed
    doubted   of the right ones, those that are marked as doubtful
    wrong     another value, marked as doubtful
    silent    another value, not marked: the one fault that must not happen
    missed    a printed number that was not read; `unreadable` of these say so
    faults    what was read otherwise, as (address, truth, what was read)
    """

    name: str
    cells: int = 0
    right: int = 0
    doubted: int = 0
    wrong: int = 0
    silent: int = 0
    missed: int = 0
    unreadable: int = 0
    seconds: float = 0.0
    error: str = ""
    faults: tuple[tuple[str, str, str], ...] = ()


def documents(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every document below a folder with its truth."""
    for truth in sorted(folder.rglob("truth.json")):
        source = next((p for p in sorted(truth.parent.iterdir()) if p.stem == "source"), None)
        if source is not None:
            yield source, truth


def evaluate(source: Path, truth: Path, *, limits: Limits = DEFAULT_LIMITS) -> Score:
    """Read a document and compare every cell with its truth."""
    expected = json.loads(truth.read_text(encoding="utf-8"), parse_float=Decimal)
    name = source.parent.name
    try:
        report = read(source, limits=limits)
    except ReadingError as error:
        printed = sum(value is not None for value in expected["cells"].values())
        return Score(name, len(expected["cells"]), missed=printed, error=str(error))
    return compare(name, report, expected)


def compare(name: str, report: AnnualReport, truth: Mapping[str, Any]) -> Score:
    """Compare a report with a truth, cell by cell."""
    tally: dict[str, Any] = dict.fromkeys(_COUNTED, 0)
    faults: list[tuple[str, str, str]] = []
    excused = _excused(report, truth)
    addresses = dict.fromkeys((*truth["cells"], *report.cells))
    for address in addresses:
        wanted = truth["cells"].get(address)
        cell = report.cells.get(address, _NOTHING)
        verdict = "right" if address in excused else _verdict(cell, wanted)
        tally[verdict] += 1
        tally["doubted"] += verdict == "right" and bool(cell.doubts)
        tally["unreadable"] += verdict == "missed" and bool(cell.doubts)
        if verdict != "right":
            faults.append((address, str(wanted), f"{cell.value} {cell.state.value}"))
    score = Score(name, len(addresses), faults=tuple(faults), seconds=report.source.seconds)
    return replace(score, **tally)


def _verdict(cell: Cell, wanted: Any) -> str:
    number = wanted if isinstance(wanted, (int, Decimal)) else None
    if cell.value == number:
        return "right"
    if cell.value is None:
        return "missed"
    return "wrong" if cell.doubts else "silent"


def _excused(report: AnnualReport, truth: Mapping[str, Any]) -> set[str]:
    """Return the cells of ambiguous rows that were read in one of the right ways."""
    found: set[str] = set()
    for row in truth.get("ambiguous_rows", ()):
        addresses = [address for address in truth["cells"] if address.rpartition(".")[0] == row]
        cells = [report.cells.get(address, _NOTHING) for address in addresses]
        printed = [v for a in addresses if (v := truth["cells"][a]) is not None]
        as_printed = [cell.value for cell in cells if cell.value is not None] == printed
        if as_printed or any(cell.doubts for cell in cells):
            found.update(addresses)
    return found
