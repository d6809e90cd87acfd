"""Add cells up (合计): what is there, and what is lacking; a part is never made up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ogi.form import Cell, Route, State, edition, routes, why_no_cell
from ogi.rollup.comparison import Number
from ogi.rollup.parts import Part

OTHER_EDITION = "所用格式版本不同"
_ABSENT = Cell()


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a cell over the parts that have it; None where none has.

    `lacking` and `doubted` number the parts, from 0, that have no figure there, and whose
    figure should be confirmed.
    """

    value: Number | None = None
    counted: int = 0
    lacking: tuple[int, ...] = ()
    doubted: tuple[int, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every part has a figure: only then is the sum the sum."""
        return not self.lacking and self.value is not None


@dataclass(frozen=True, slots=True)
class Share:
    """What one part brings to a cell; `why` says in Chinese why it brings nothing."""

    part: Part
    value: Number | None
    cell: Cell
    why: str = ""


@dataclass(slots=True)
class _Running:
    value: Number = 0
    counted: int = 0
    lacking: list[int] = field(default_factory=list)
    doubted: list[int] = field(default_factory=list)

    def total(self) -> Total:
        value = self.value if self.counted else None
        return Total(value, self.counted, tuple(self.lacking), tuple(self.doubted))


def add_up(table: str, wanted: int, parts: Sequence[Part]) -> dict[str, Total]:
    """Return the total of every cell of a table, in the edition wanted."""
    running = {address: _Running() for address in edition(wanted).tables[table].addresses}
    for number, part in enumerate(parts):
        ways = _ways(table, wanted, part)
        cells = part.report.cells
        for address, so_far in running.items():
            way = ways.get(address)
            cell = _had(way, cells) if way else _ABSENT
            if cell.value is None:
                so_far.lacking.append(number)
                continue
            so_far.value += cell.value
            so_far.counted += 1
            if cell.doubts:
                so_far.doubted.append(number)
    return {address: so_far.total() for address, so_far in running.items()}


def shares(address: str, wanted: int, parts: Iterable[Part]) -> Iterator[Share]:
    """Yield what each part brings to a cell of the edition wanted."""
    table = address.partition(".")[0]
    for part in parts:
        if table not in part.report.editions:
            yield Share(part, None, _ABSENT, "没有这张表")
            continue
        way = _ways(table, wanted, part).get(address)
        if way is None:
            own = edition(part.report.editions[table])
            yield Share(part, None, _ABSENT, why_no_cell(address, own))
            continue
        cell = _had(way, part.report.cells)
        yield Share(part, cell.value, cell, "" if cell.value is not None else _why(way, cell))


def not_carried(table: str, wanted: int, given: int) -> tuple[str, ...]:
    """Return the cells of an edition that find no place, or only a zero, in the one wanted."""
    placed = {
        address
        for way in routes(table, wanted, given).values()
        if not way.caution and not way.only_zero
        for address in way.addresses
    }
    return tuple(one for one in edition(given).tables[table].addresses if one not in placed)


def _ways(table: str, wanted: int, part: Part) -> Mapping[str, Route]:
    given = part.report.editions.get(table)
    return routes(table, wanted, given) if given is not None else {}


def _had(way: Route, cells: Mapping[str, Cell]) -> Cell:
    """Return a cell as a part has it in its own edition; without a value where it has not."""
    if way.caution:
        return _ABSENT
    own = cells.get(way.addresses[0], _ABSENT)
    if way.only_zero:
        return own if own.value == 0 else Cell(state=own.state, place=own.place)
    if len(way.addresses) == 1:
        return own
    several = [cells.get(address, _ABSENT) for address in way.addresses]
    values = [one.value for one in several if one.value is not None]
    if len(values) < len(several):
        return next(one for one in several if one.value is None)
    doubts = tuple(doubt for one in several for doubt in one.doubts)
    return Cell(sum(values), str(sum(values)), State.PRINTED, own.place, None, doubts)


def _why(way: Route, cell: Cell) -> str:
    if way.caution or (way.only_zero and cell.state is State.PRINTED):
        return OTHER_EDITION
    return "印的不是数" if cell.state is State.PRINTED else cell.state.label
