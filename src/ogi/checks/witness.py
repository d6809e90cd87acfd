"""A witness of a report: it answers what a rule asks, and remembers what was asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, TypeVar

from ogi.errors import BlankCellError
from ogi.form import AnnualReport, Cell, Edition, Heading, Paragraph, Section, edition, newest
from ogi.place import Place

T = TypeVar("T")
PREVIOUS = "previous:"
_ABSENT = Cell()


class Notes:
    """What was asked in one judgement, what had no value, and whether anything was compared."""

    __slots__ = ("asked", "compared", "missing")

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the judgement before."""
        self.asked: dict[str, Cell] = {}
        self.missing: dict[str, Cell] = {}
        self.compared = False


class Part(AbstractContextManager["Part"]):
    """A part of a judgement: its evidence stands alone, and so does what it lacks."""

    __slots__ = ("_notes",)

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __enter__(self) -> "Part":
        self._notes.asked = {}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._notes.asked = {}
        return isinstance(error, BlankCellError)


class Witness:
    """An annual report, as a rule sees it.

    `report["applications.received.total"]` returns the value, or ends the judgement
    with BlankCellError when there is none: blank is not zero. Cells of the report of
    the year before carry the prefix `previous:` in the evidence.
    """

    __slots__ = ("_cells", "_extras", "_known", "_notes", "_prefix", "as_read", "published")

    def __init__(
        self,
        as_read: AnnualReport,
        notes: Notes | None = None,
        prefix: str = "",
        published: date | None = None,
    ) -> None:
        self.as_read = as_read
        self.published = published
        self._notes = notes or Notes()
        self._prefix = prefix
        self._cells = as_read.cells
        self._extras = as_read.extras
        self._known: dict[Callable[..., Any], Any] = {}

    # cells

    def cell(self, address: str) -> Cell:
        """Return a cell as it stands; one that is not in the report is ABSENT."""
        found = self._cells.get(address) or self._extras.get(address) or _ABSENT
        self._notes.asked[self._prefix + address] = found
        return found

    def get(self, address: str) -> int | Decimal | None:
        """Return the value of a cell, or None; the judgement goes on."""
        return self.weigh(self.cell(address).value)

    def __getitem__(self, address: str) -> int | Decimal:
        found = self.cell(address)
        if found.value is None:
            self._notes.missing[self._prefix + address] = found
            raise BlankCellError(self._prefix + address)
        self._notes.compared = True
        return found.value

    def total(self, addresses: Iterable[str]) -> int | Decimal:
        """Return the sum of cells; every one without a value is noted as missing."""
        values, blank = [], ""
        for address in addresses:
            found = self.cell(address)
            if found.value is None:
                blank = self._prefix + address
                self._notes.missing[blank] = found
            else:
                values.append(found.value)
        if blank:
            raise BlankCellError(blank)
        self._notes.compared = self._notes.compared or bool(values)
        return sum(values)

    def miss(self, addresses: Iterable[str]) -> None:
        """Note cells without a value; the judgement goes on."""
        for address in addresses:
            self._notes.missing[self._prefix + address] = self.cell(address)

    def weigh(self, thing: T) -> T:
        """Return a thing, and note that it was compared unless it is None, False or empty.

        Numbers that are asked for by address note it by themselves. A rule that goes by
        anything else (a title, headings, sentences) weighs what it goes by; a rule that
        weighs nothing does not apply.

        >>> for heading in report.weigh(report.headings):  # doctest: +SKIP
        ...     ...
        """
        if thing is not None and thing is not False and (isinstance(thing, int) or thing):
            self._notes.compared = True
        return thing

    def part(self) -> Part:
        """Open a part of the judgement.

        A rule that goes through columns or rows opens one for each: a blank cell then
        leaves that part unjudged and the others judged, and a finding rests on the
        cells of its part only.

        >>> with report.part():  # doctest: +SKIP
        ...     if report[opening] != previous[closing]:
        ...         yield Found(...)
        """
        return Part(self._notes)

    # what else the report says

    @property
    def title(self) -> str | None:
        """The title as printed."""
        return self.as_read.title

    @property
    def title_place(self) -> Place | None:
        """Where the title stands."""
        return self.as_read.title_place

    @property
    def organ(self) -> str | None:
        """The organ that reports."""
        return self.as_read.organ

    @property
    def year(self) -> int | None:
        """The year reported on, not the year of publication."""
        return self.as_read.year

    @property
    def editions(self) -> Mapping[str, int]:
        """The edition of each table that the report has."""
        return self.as_read.editions

    @property
    def sections(self) -> Mapping[str, Section]:
        """The running text of the sections the report has."""
        return self.as_read.sections

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The section headings, in the order of the document."""
        return self.as_read.headings

    @property
    def labels(self) -> Mapping[str, Paragraph]:
        """The labels of rows and columns as printed."""
        return self.as_read.labels

    @property
    def stray(self) -> tuple[Paragraph, ...]:
        """Lines that belong to no section or cell."""
        return self.as_read.stray

    def text(self, key: str) -> str:
        """Return the running text of a section, empty when there is none."""
        section = self.as_read.sections.get(key)
        return section.text if section else ""

    def paragraphs(self, *keys: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of these sections, or of all, in the order of the form."""
        for key in keys or tuple(self.as_read.sections):
            section = self.as_read.sections.get(key)
            if section:
                yield from section.paragraphs

    def edition(self, table: str) -> Edition | None:
        """Return the edition whose rows a table of the report shows, None without the table."""
        year = self.as_read.editions.get(table)
        return edition(year) if year is not None else None

    def label(self, address: str) -> str:
        """Return what to call a cell in Chinese, such as （一）予以公开/自然人."""
        known = self.edition(address.partition(".")[0])
        return (known or newest()).labels.get(address, address)

    def once(self, read: Callable[[AnnualReport], T]) -> T:
        """Return what `read` makes of the report; several rules share the one result."""
        if read not in self._known:
            self._known[read] = read(self.as_read)
        result: T = self._known[read]
        return result

    # for the engine

    @property
    def notes(self) -> Notes:
        """What was asked so far."""
        return self._notes
