"""What comes of adding reports up (汇总)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ogi.form import (
    AnnualReport,
    Cell,
    Doubt,
    Heading,
    Paragraph,
    Section,
    Source,
    State,
    edition,
)
from ogi.form.wording import figure
from ogi.rollup.names import edition_name
from ogi.rollup.organs import RegisteredOrgan
from ogi.rollup.parts import LeftOut, Part
from ogi.rollup.totals import Share, Total, shares

TO_WRITE = "（这一部分由汇总机关撰写，不由所属报告拼接。）"
_NAMED = 5  # organs that a note names before it says 等


@dataclass(frozen=True)
class Apart:
    """Cells of another edition that find no place in the form, added up by themselves."""

    table: str
    edition: int
    parts: tuple[Part, ...]
    totals: Mapping[str, Total]


@dataclass(frozen=True)
class Consolidation:
    """Reports added up into the form of their superior, and what stands in the way.

    `totals` has every cell of the form by address; `parts` traces one to its parts.
    """

    organ: str
    year: int
    editions: Mapping[str, int]
    added: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    missing: tuple[RegisteredOrgan, ...]
    totals: Mapping[str, Total]
    apart: tuple[Apart, ...] = ()

    def parts(self, address: str) -> tuple[Share, ...]:
        """Return what each report brings to a cell: organ, value, source, place."""
        return tuple(shares(address, self.editions[address.partition(".")[0]], self.added))

    @property
    def is_complete(self) -> bool:
        """Whether no organ is missing and every cell has a figure from every part."""
        return not self.lacks_organs and all(one.is_complete for one in self.totals.values())

    @property
    def lacks_organs(self) -> bool:
        """Whether a report that belongs into the sum is known not to be in it."""
        return bool(self.missing) or any(not one.why.is_settled for one in self.left_out)

    def incomplete(self) -> tuple[str, ...]:
        """Return the addresses of cells that some part has no figure for."""
        return tuple(address for address, one in self.totals.items() if not one.is_complete)

    @cached_property
    def report(self) -> AnnualReport:
        """The sum as a report in the form; its text is left to the superior to write.

        A cell that some part has no figure for has no value: it prints what there is as
        “至少”, with how many parts it lacks.
        """
        return AnnualReport(
            title=f"{self.organ}{self.year}年政府信息公开工作年度报告",
            organ=self.organ or None,
            year=self.year,
            editions=self.editions,
            cells={address: self._cell(address, one) for address, one in self.totals.items()},
            sections={
                "overview": Section("overview", (Paragraph(TO_WRITE),)),
                "problems": Section("problems", (Paragraph(TO_WRITE),)),
                "other": Section("other", (Paragraph(TO_WRITE),)),
            },
            headings=tuple(self._headings()),
            source=Source("", "consolidation"),
        )

    @property
    def sheet(self) -> AnnualReport:
        """The sum as it is handed on: what is doubted stands in the paper beside it."""
        plain = {address: replace(one, doubts=()) for address, one in self.report.cells.items()}
        return replace(self.report, cells=plain)

    def _headings(self) -> Iterator[Heading]:
        for one in edition(max(self.editions.values())).sections:
            yield Heading(one.heading, one.number, one.title, one.key, None)

    def state(self) -> str:
        """Say in one line what the sum is made of, and what it lacks."""
        lacking = sum(not one.why.is_settled for one in self.left_out)
        says = f"汇总初稿：已计入{len(self.added)}份报告"
        says += f"，{lacking}份应计未计" if lacking else ""
        says += f"，登记册上{len(self.missing)}个机关没有报告" if self.missing else ""
        cells = len(self.incomplete())
        says += f"，{cells}格的数不全" if cells else ""
        return says + ("" if self.is_complete else "，以下各数不完整")

    def names(self, numbers: tuple[int, ...]) -> str:
        """Name parts by their numbers, the first few of them."""
        named = "、".join(self.added[number].organ for number in numbers[:_NAMED])
        return named + (f"等{len(numbers)}个机关" if len(numbers) > _NAMED else "")

    def _cell(self, address: str, total: Total) -> Cell:
        doubts = []
        if total.doubted:
            says = f"{self.names(total.doubted)}的这一格读取存疑，先核对原件"
            doubts.append(Doubt("part_doubted", says))
        if total.is_complete:
            return Cell(total.value, figure(total.value), State.PRINTED, doubts=tuple(doubts))
        if not total.lacking:
            return Cell(state=State.ABSENT)
        lacking = f"缺{len(total.lacking)}份：{self.names(total.lacking)}"
        doubts.append(Doubt("part_lacking", f"这一格{lacking}没有数；补齐以前不是完整的合计"))
        if total.value is None:
            return Cell(None, "", State.BLANK, note=lacking, doubts=tuple(doubts))
        text = f"{known_part(address)}{figure(total.value)}"
        return Cell(None, text, State.PRINTED, note=lacking, doubts=tuple(doubts))


def known_part(address: str) -> str:
    """Return the word before an incomplete sum: 至少, or 已有 where parts may be below 0."""
    return "已有" if address.endswith(".items_change") else "至少"


def form_name(editions: Mapping[str, int]) -> str:
    """Call the form of a consolidation by the editions of its tables."""
    years = set(editions.values())
    if len(years) == 1:
        return f"{years.pop()}年版"
    return "、".join(edition_name(table, year) for table, year in editions.items())


def tables_of(year: int) -> tuple[str, ...]:
    """Return the keys of the tables of an edition."""
    return tuple(edition(year).tables)
