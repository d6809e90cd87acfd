"""A table that is printed twice in one report, or torn in two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ogi.expression import expression
from ogi.form import Cell, State, edition
from ogi.place import Place
from ogi.reading.folding import folded
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.lines import Line
from ogi.reading.matching.regions import Region
from ogi.reading.matching.tables import TableReading, read_table

_YEAR = expression(r"(20\d\d)\s*年")
_ABOVE = 4
_SAME_CELLS = 0.5


@dataclass(frozen=True, slots=True)
class Compared:
    """A reading of a table after it was compared with another print of it."""

    reading: TableReading
    remark: str = ""


def of_own_year(
    regions: dict[str, Region], further: list[Region], lines: Sequence[Line], year: int | None
) -> None:
    """Prefer, of two prints of a table, the one under the year of the report."""
    for number, other in enumerate(further):
        first = regions[other.table]
        years = _year_above(lines, first.start), _year_above(lines, other.start)
        if year and years[0] not in (None, year) and years[1] in (None, year):
            regions[other.table], further[number] = other, first


def compare(
    first: TableReading,
    lines: Sequence[Line],
    region: Region,
    year: int | None,
) -> Compared | None:
    """Compare a table with another region that may print it again; None where it does not.

    The same figures change nothing; other figures are doubted, both being named. The
    table of another year, named above it, is left alone.
    """
    second = read_table(region.table, lines[region.start : region.end], first.year)
    title = edition(first.year).tables[region.table].title
    place = lines[region.start].place
    where = f"（{place}）" if place and str(place) else ""
    other = _year_above(lines, region.start)
    is_other = bool(other and year and other != year)
    if not is_other and (whole := _put_together(first, second)):
        return Compared(whole, f"“{title}”断成两处{where}，合在一起读。")
    if not _is_same_table(first, second):
        return None
    if is_other:
        return Compared(first, f"“{title}”另印有{other}年的一张{where}，没有读入。")
    cells, differing = _doubted(first.cells, second.cells, place)
    if differing:
        remark = f"“{title}”印了两次，有{differing}格不同，已标为存疑；另一处{where}。"
        return Compared(replace(first, cells=cells), remark.replace("；另一处。", "。"))
    return Compared(first, f"“{title}”印了两次，数字相同，读一次。")


def _put_together(first: TableReading, second: TableReading) -> TableReading | None:
    """Return one table of two that have no row in common; None where they have."""
    rest = {a: cell for a, cell in second.cells.items() if cell.state is not State.ABSENT}
    if first.year != second.year or not _printed(rest):
        return None
    if any(first.cells[address].state is not State.ABSENT for address in rest):
        return None
    return replace(
        first,
        cells={**first.cells, **rest},
        extras={**second.extras, **first.extras},
        labels={**second.labels, **first.labels},
        left=(*first.left, *second.left),
        beside=(*first.beside, *second.beside),
    )


def _is_same_table(first: TableReading, second: TableReading) -> bool:
    """Tell whether most rows of the smaller print stand in the other one, too."""
    printed = [_printed(reading.cells) for reading in (first, second)]
    fewest = min(len(cells) for cells in printed)
    return fewest > 0 and len(printed[0] & printed[1]) >= _SAME_CELLS * fewest


def _printed(cells: Mapping[str, Cell]) -> set[str]:
    return {address for address, cell in cells.items() if cell.state is State.PRINTED}


def _year_above(lines: Sequence[Line], start: int) -> int | None:
    """Return the year that the lines above a table and its heading name, if only one."""
    end = start
    while end < len(lines) and lines[end].row < 0 and not lines[end].tokens:
        end += 1
    first = start
    while first > max(0, start - _ABOVE) and not lines[first - 1].values:
        first -= 1
    text = "\n".join(line.printed or line.label for line in lines[first:end])
    years = {int(year) for year in _YEAR.findall(folded(text))}
    return years.pop() if len(years) == 1 else None


def _doubted(
    first: Mapping[str, Cell], second: Mapping[str, Cell], place: Place | None
) -> tuple[dict[str, Cell], int]:
    cells = dict(first)
    differing = 0
    for address, cell in first.items():
        other = second.get(address, Cell())
        if _says(cell) == _says(other) or State.ABSENT in (cell.state, other.state):
            continue
        differing += 1
        there = str(other.place or place or "")
        unsure = doubt("again", f"{there}印的是“{_says(other)}”", (_says(cell), _says(other)))
        cells[address] = replace(cell, doubts=(*cell.doubts, unsure))
    return cells, differing


def _says(cell: Cell) -> str:
    if cell.value is not None:
        return str(cell.value)
    return cell.text.strip()
