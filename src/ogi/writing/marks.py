"""Findings and doubts, numbered, and where in the report and its source each is marked.

A finding and a doubt are never the same kind of mark: the report is wrong (≠), or the
reading should be confirmed (?).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from ogi.findings import Finding, Severity
from ogi.form import AnnualReport, Cell, Doubt, State
from ogi.place import Place
from ogi.writing.quoting import Spoken, spoken, text_places
from ogi.writing.wording import PREVIOUS, cells_name, figure, place_name

LOOKS = {"error": "bad", "warning": "warn", "note": "note", "doubt": "doubt"}
WORDS = {**{one.value: one.label for one in Severity}, "doubt": "存疑"}
_FEW_CELLS = 4
_MOST_CANDIDATES = 4

Spot = tuple[int | None, ...]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a table, in the text or on a page; it leads to its entry in the lists."""

    kind: str
    number: int
    says: str

    @property
    def anchor(self) -> str:
        """The id of the entry it leads to."""
        return f"{'d' if self.kind == 'doubt' else 'f'}{self.number}"

    @property
    def look(self) -> str:
        """The name of its kind in style sheets."""
        return LOOKS[self.kind]

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        return f"{WORDS[self.kind]}{self.number}：{self.says}"


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its number, and what to call its place."""

    mark: Mark
    finding: Finding
    where: str

    @property
    def own_cells(self) -> tuple[str, ...]:
        """The cells of this report that it rests on."""
        return tuple(one for one in self.finding.cells if not one.startswith(PREVIOUS))

    @property
    def marked_cells(self) -> tuple[str, ...]:
        """The cells that carry its number: all of few, of many the first, which is the sum."""
        return self.own_cells if len(self.own_cells) <= _FEW_CELLS else self.own_cells[:1]


@dataclass(frozen=True, slots=True)
class NumberedDoubt:
    """A doubt with its number, and the cells that share it.

    `readings` are what was read in each of them; `candidates` what else each may be.
    """

    mark: Mark
    doubt: Doubt
    addresses: tuple[str, ...]
    readings: tuple[str, ...]
    candidates: tuple[tuple[str, ...], ...]
    where: str

    @property
    def read_as(self) -> str:
        """Say what was read, one word where nothing could be."""
        words = set(self.readings)
        return words.pop() if len(words) == 1 and "无法读取" in words else "｜".join(self.readings)

    @property
    def may_be(self) -> str:
        """Say what the cells may be, cell by cell; nothing where no choice is left."""
        if all(len(each) < 2 for each in self.candidates):
            return ""
        chosen = ["或".join(each[:_MOST_CANDIDATES]) or "—" for each in self.candidates]
        alike = len({frozenset(each) for each in self.candidates}) == 1
        return f"每格{chosen[-1]}" if alike and len(chosen) > 1 else "｜".join(chosen)


def spot(place: Place) -> Spot | Place:
    """Return what tells two places apart; a place that has only a box is its own spot."""
    key = (place.page, place.table, place.row, place.column, place.line)
    return key if any(part is not None for part in key[1:]) else place


@dataclass(frozen=True)
class Marks:
    """Every mark of a report, by the address of a cell and by the spot in the document.

    `involved` are cells that a finding rests on without carrying its number; `unplaced`
    are marks that speak of a text whose place is not known.
    """

    findings: tuple[NumberedFinding, ...]
    doubts: tuple[NumberedDoubt, ...]
    by_address: Mapping[str, tuple[Mark, ...]] = field(hash=False)
    involved: Mapping[str, tuple[Mark, ...]] = field(hash=False)
    by_spot: Mapping[Spot | Place, tuple[Mark, ...]] = field(hash=False)
    by_paragraph: Mapping[Spoken, tuple[Mark, ...]] = field(hash=False)
    unplaced: tuple[Mark, ...] = ()

    def at(self, place: Place | None) -> tuple[Mark, ...]:
        """Return the marks at a place."""
        return self.by_spot.get(spot(place), ()) if place else ()

    def begins(self, one: Mark, address: str) -> bool:
        """Tell whether a cell is where a mark is printed: of a doubt, its first cell."""
        if one.kind != "doubt":
            return True
        return self.doubts[one.number - 1].addresses[0] == address


def mark(report: AnnualReport, findings: Sequence[Finding]) -> Marks:
    """Give findings (in the order given) and doubts their numbers, and say what each marks."""
    numbered = tuple(
        NumberedFinding(Mark(one.severity.value, number, one.message), one, place_name(one, report))
        for number, one in enumerate(findings, 1)
    )
    doubted = tuple(_doubts(report))
    marked: list[tuple[str, Mark]] = [(a, one.mark) for one in numbered for a in one.marked_cells]
    marked += ((a, one.mark) for one in doubted for a in one.addresses)
    texts = [
        (spot(place), one.mark) for one in numbered for place in text_places(one.finding, report)
    ]
    said = [(key, one.mark) for one in numbered for key in spoken(one.finding, report)]
    placed = {one for _, one in texts}
    resting = ((a, one.mark) for one in numbered for a in one.own_cells)
    return Marks(
        numbered,
        doubted,
        _gathered(marked),
        _gathered(pair for pair in resting if pair not in set(marked)),
        _gathered([*_spots(report, marked), *texts]),
        _gathered(said),
        tuple(dict.fromkeys(one for _, one in said if one not in placed)),
    )


def _gathered(pairs: Iterable[tuple[Key, Mark]]) -> dict[Key, tuple[Mark, ...]]:
    gathered: dict[Key, dict[Mark, None]] = {}
    for key, one in pairs:
        gathered.setdefault(key, {})[one] = None
    return {key: tuple(marks) for key, marks in gathered.items()}


def _spots(
    report: AnnualReport, marked: Sequence[tuple[str, Mark]]
) -> Iterator[tuple[Spot | Place, Mark]]:
    """Yield the spots of marked cells."""
    places = own_places(report)
    for address, one in marked:
        if address in places:
            yield spot(places[address]), one


def own_places(report: AnnualReport) -> dict[str, Place]:
    """Return where each cell stands, by address.

    Blank cells of a table that share a spot stand at that of their row, which would
    point at its label; they are left out.
    """
    cells = all_cells(report)
    shared = Counter(spot(cell.place) for cell in cells.values() if cell.place)
    places: dict[str, Place] = {}
    for address, cell in cells.items():
        if cell.place:
            of_row = cell.state is State.BLANK and cell.place.row and shared[spot(cell.place)] > 1
            if not of_row:
                places[address] = cell.place
    return places


def all_cells(report: AnnualReport) -> dict[str, Cell]:
    """Return the cells of the form and those outside it, by address."""
    return {**report.cells, **report.extras}


def _doubts(report: AnnualReport) -> Iterator[NumberedDoubt]:
    """Yield the doubts; neighbouring cells of a row with the same doubt are one."""
    cells = all_cells(report)
    doubted = [(address, doubt) for address, cell in cells.items() for doubt in cell.doubts]
    shared = groupby(doubted, lambda one: (one[0].rpartition(".")[0], one[1].kind, one[1].says))
    for number, (_, run) in enumerate(shared, 1):
        entries = list(run)
        addresses = tuple(dict.fromkeys(address for address, _ in entries))
        first = entries[0][1]
        where = cells_name(addresses, report)
        if len(addresses) > 1:
            where += f"（{len(addresses)}格）"
        yield NumberedDoubt(
            Mark("doubt", number, first.says),
            first,
            addresses,
            tuple(reading(cells[address]) for address in addresses),
            tuple(doubt.candidates for _, doubt in entries),
            where,
        )


def reading(cell: Cell) -> str:
    """Say what was read in a cell: its figure, what it prints, else in a word why there is none."""
    if cell.value is not None:
        return figure(cell.value)
    return f"“{cell.text.strip()}”" if cell.state is State.PRINTED else cell.state.label
