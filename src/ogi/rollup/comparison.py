"""What comes of comparing two reports (对照)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from ogi.form import AnnualReport, Cell, State
from ogi.place import Place

Number = int | Decimal


class Pairing(Enum):
    """How two reports stand to each other.

    YEARS     of one year and of the year after
    VERSIONS  two versions on the same year
    APART     years between them, or the later one given first
    UNKNOWN   the year of one was not read
    """

    YEARS = "years"
    VERSIONS = "versions"
    APART = "apart"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The word officials see."""
        return {
            "years": "前后两年",
            "versions": "同一年度的两个版本",
            "apart": "不相接的两年",
            "unknown": "年度没有读到",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell in both reports.

    `old` or `new` is None where the form of that report has no such cell; `why` then
    says so, and no change is stated. `caution` says where the two may count otherwise.
    """

    address: str
    old: Cell | None
    new: Cell | None
    why: str = ""
    caution: str = ""

    @property
    def change(self) -> Number | None:
        """New minus old, None where either has no value: blank is not zero."""
        if not self.old or not self.new or self.old.value is None or self.new.value is None:
            return None
        return self.new.value - self.old.value

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of the old value, to one place; None where that is 0."""
        change = self.change
        if change is None or not self.old or not self.old.value:
            return None
        share = Decimal(change) * 100 / abs(Decimal(self.old.value))
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def is_changed(self) -> bool:
        """Whether the two differ: in value, or in how they stand where one has none."""
        if self.old is None or self.new is None:
            return False
        return _stands(self.old) != _stands(self.new)

    @property
    def is_doubted(self) -> bool:
        """Whether the reading of either should be confirmed."""
        return any(cell is not None and bool(cell.doubts) for cell in (self.old, self.new))


def _stands(cell: Cell) -> tuple[Number | None, State | None, str]:
    if cell.value is not None:
        return cell.value, None, ""
    return None, cell.state, cell.text.strip()


@dataclass(frozen=True, slots=True)
class Carried:
    """A column carried over: what last year left open and what this year took up."""

    column: str
    label: str
    closing: Cell
    opening: Cell

    @property
    def difference(self) -> Number | None:
        """Opening minus closing, None where either has no value."""
        if self.closing.value is None or self.opening.value is None:
            return None
        return self.opening.value - self.closing.value


@dataclass(frozen=True, slots=True)
class Stock:
    """Documents in force: last year's, this year's makings and repeals, this year's."""

    row: str
    label: str
    before: Cell
    issued: Cell
    repealed: Cell
    stated: Cell

    @property
    def expected(self) -> Number | None:
        """What follows from last year, None where a figure is missing."""
        before, issued, repealed = self.before.value, self.issued.value, self.repealed.value
        if before is None or issued is None or repealed is None:
            return None
        return before + issued - repealed

    @property
    def difference(self) -> Number | None:
        """What is stated minus what follows, None where a figure is missing."""
        expected = self.expected
        if expected is None or self.stated.value is None:
            return None
        return self.stated.value - expected


class TextKind(Enum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """The word officials see."""
        return {
            "same": "未变",
            "changed": "改动",
            "moved": "移动",
            "added": "新增",
            "removed": "删去",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one sentence, and whether the other sentence has it too."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a section, with its paragraph (1-based) and where that stands."""

    text: str
    paragraph: int
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TextChange:
    """What became of a sentence; `old_pieces` and `new_pieces` only where it is CHANGED."""

    kind: TextKind
    old: Sentence | None = None
    new: Sentence | None = None
    old_pieces: tuple[Piece, ...] = ()
    new_pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of text in both reports, sentence by sentence."""

    key: str
    sentences: tuple[TextChange, ...]

    @property
    def is_changed(self) -> bool:
        """Whether any sentence is not where and what it was."""
        return any(one.kind is not TextKind.SAME for one in self.sentences)

    def of(self, kind: TextKind) -> tuple[TextChange, ...]:
        """Return the sentences that came to this."""
        return tuple(one for one in self.sentences if one.kind is kind)


@dataclass(frozen=True)
class Comparison:
    """Two reports side by side.

    `remarks` are Chinese sentences on what stands in the way: other organs, years that
    do not follow, editions that do not compare.
    """

    old: AnnualReport
    new: AnnualReport
    pairing: Pairing
    changes: tuple[Change, ...]
    carried: tuple[Carried, ...] = ()
    stocks: tuple[Stock, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    remarks: tuple[str, ...] = ()

    def changed(self) -> Iterator[Change]:
        """Yield the cells that differ."""
        return (one for one in self.changes if one.is_changed)

    @property
    def is_same(self) -> bool:
        """Whether the two say the same in every cell and every sentence."""
        return not any(self.changed()) and not any(one.is_changed for one in self.sections)
