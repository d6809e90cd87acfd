"""The lists of findings and doubts on the page, each entry with the links it offers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ogi.findings import Finding, Severity
from ogi.form import AnnualReport
from ogi.writing.marks import Mark, Marks, NumberedDoubt, NumberedFinding, all_cells, reading
from ogi.writing.page.tables import cell_id
from ogi.writing.page.text import PageSection
from ogi.writing.remarks import accepted_words, explanation_of
from ogi.writing.wording import cell_name, figures


@dataclass(frozen=True, slots=True)
class CellLink:
    """A cell an entry rests on: what to call it, what was read in it, where it is."""

    name: str
    reading: str
    href: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding in the list."""

    mark: Mark
    finding: Finding
    where: str
    href: str
    source_href: str
    figures: tuple[tuple[str, str], ...]
    cells: tuple[CellLink, ...]
    explanation: str
    accepted: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity, or those that somebody answers for."""

    key: str
    label: str
    hint: str
    entries: tuple[FindingEntry, ...]


@dataclass(frozen=True, slots=True)
class DoubtEntry:
    """A doubt in the list."""

    mark: Mark
    where: str
    read_as: str
    may_be: str
    settled: bool
    href: str
    source_href: str


_HINTS = {
    Severity.ERROR: "报告里的数字或文字互相矛盾",
    Severity.WARNING: "与格式不合或不合常理，可能有原因",
    Severity.NOTE: "值得知道，不一定有错",
}


class Links:
    """Where on the page an entry can lead: only to what is there."""

    def __init__(
        self, cells: Collection[str], sections: Sequence[PageSection], sourced: Collection[str]
    ) -> None:
        self._cells = set(cells)
        self._sourced = sourced
        self._sentences = {
            mark.anchor: paragraph.id
            for section in sections
            for paragraph in section.paragraphs
            for piece in paragraph.pieces
            for mark in piece.marks
        }

    def cell(self, address: str) -> str:
        """Return the link to a cell, empty if its table is not shown."""
        return f"#{cell_id(address)}" if address in self._cells else ""

    def sentence(self, mark: Mark) -> str:
        """Return the link to the sentence a mark stands on, empty if there is none."""
        return f"#{self._sentences[mark.anchor]}" if mark.anchor in self._sentences else ""

    def source(self, mark: Mark) -> str:
        """Return the link to a mark's place in the source, empty if it is not shown."""
        return f"#s-{mark.anchor}" if mark.anchor in self._sourced else ""


def finding_groups(report: AnnualReport, marks: Marks, links: Links) -> tuple[FindingGroup, ...]:
    """Return the findings worst first, the severities that occur only."""
    groups = []
    for severity in Severity:
        chosen = [
            one
            for one in marks.findings
            if one.finding.severity is severity and not one.finding.accepted
        ]
        groups.append((severity.value, severity.label, _HINTS[severity], chosen))
    accepted = [one for one in marks.findings if one.finding.accepted]
    groups.append(("accepted", "有人接受的", "有人写明理由，不再算作问题", accepted))
    return tuple(
        FindingGroup(key, label, hint, tuple(_finding(one, report, links) for one in chosen))
        for key, label, hint, chosen in groups
        if chosen
    )


def _finding(one: NumberedFinding, report: AnnualReport, links: Links) -> FindingEntry:
    first = one.own_cells[0] if one.own_cells else ""
    return FindingEntry(
        one.mark,
        one.finding,
        one.where,
        links.sentence(one.mark) or links.cell(first),
        links.source(one.mark),
        tuple(figures(one.finding)),
        tuple(_cell_links(one, report, links)),
        explanation_of(one.finding.code),
        accepted_words(one.finding),
    )


def _cell_links(one: NumberedFinding, report: AnnualReport, links: Links) -> Iterator[CellLink]:
    cells = all_cells(report)
    for address in one.own_cells:
        read = reading(cells[address]) if address in cells else ""
        yield CellLink(cell_name(address, report), read, links.cell(address))


def doubt_entries(marks: Marks, links: Links) -> tuple[DoubtEntry, ...]:
    """Return the doubts, in the order of the form."""
    return tuple(_doubt(one, links) for one in marks.doubts)


def _doubt(one: NumberedDoubt, links: Links) -> DoubtEntry:
    return DoubtEntry(
        one.mark,
        one.where,
        one.read_as,
        one.may_be,
        one.doubt.settled,
        links.cell(one.addresses[0]),
        links.source(one.mark),
    )
