"""Reports made by hand, as a reader would have read them."""

from dataclasses import replace
from decimal import Decimal

from ogi.form import (
    AnnualReport,
    Cell,
    Doubt,
    Paragraph,
    Section,
    Source,
    State,
    edition,
)
from ogi.place import Place

ROW_AT_LINE = 10


def report(year: int = 2021, **changed: object) -> AnnualReport:
    """Return a report of a fictional organ with 0 in every cell, changed as told.

    `cells` replaces cells by address: a number, a Cell, or None for a blank.
    """
    cells = changed.pop("cells", {})
    made = AnnualReport(
        title="云岭县林业局2023年政府信息公开工作年度报告",
        organ="云岭县林业局",
        year=2023,
        editions=dict.fromkeys(("proactive", "applications", "disputes"), year),
        cells={address: _cell(0, number) for number, address in enumerate(edition(year).addresses)},
        sections={
            "overview": section("overview", "全年收到申请3件。全部按期答复。"),
            "problems": section("problems", "公开不够及时，明年改进。"),
            "other": section("other", "没有收取信息处理费。"),
        },
        source=Source("林业局.txt", "text", 0.01),
    )
    filled = dict(made.cells)
    for number, (address, value) in enumerate(dict(cells).items()):
        filled[address] = value if isinstance(value, Cell) else _cell(value, 500 + number)
    return replace(made, cells=filled, **changed)


def section(key: str, *texts: str) -> Section:
    first = 800 + 10 * ("overview", "problems", "other").index(key)
    return Section(
        key, tuple(Paragraph(text, Place(line=first + n)) for n, text in enumerate(texts))
    )


def _cell(value: int | Decimal | None, number: int) -> Cell:
    place = Place(table=1, row=ROW_AT_LINE + number // 7, column=1 + number % 7)
    if value is None:
        return Cell(state=State.BLANK, place=place)
    return Cell(value, str(value), State.PRINTED, place)


def unreadable(text: str, *candidates: str) -> Cell:
    doubt = Doubt("fused", f"这一格的数字连在一起印成“{text}”", candidates)
    return Cell(None, text, State.UNREADABLE, Place(table=1, row=1, column=1), doubts=(doubt,))


def doubted(value: int, says: str, *candidates: str) -> Cell:
    doubt = Doubt("smudged", says, candidates)
    return Cell(value, str(value), State.PRINTED, Place(table=1, row=2, column=1), doubts=(doubt,))


WRONG_TOTAL = {
    "applications.received.natural_person": 3,
    "applications.received.total": 5,
}
