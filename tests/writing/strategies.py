"""Reports drawn at random, as printers may meet them."""

from decimal import Decimal

from hypothesis import strategies as st

from ogi.form import AnnualReport, Cell, Paragraph, Section, State, edition

ORGANS = ("云岭县林业局", "临江市青禾区人民政府", "桐川市住房和城乡建设局", "栖水镇人民政府")
WORDS = (
    "全年主动公开各类信息，目录、流程和期限都能在一处查到，过时的内容已经删去。",
    "收到的政府信息公开申请均按期答复，答复文书使用统一格式，登记、审核、送达都有专人负责。",
    "对“内容不明确”的申请，先与申请人沟通，说明需要补正的地方（共3处），再一次告知。",
    "公开工作列入年度考核，占4分；开展培训2次，参加60人次，没有发生责任追究的情形。",
    "个别栏目更新间隔过长，政策解读的形式还比较单一；下一步压实责任，把时限写进办文流程。",
    "本年度发出收费通知0件，总金额0元，实际收取0元，没有其他需要报告的事项需要说明。",
)
NOTES = ("（其中修订16件）", "（含联合制发2件）")
MARKS = ("—", "/")

_TABLES = ("proactive", "applications", "disputes")
_TEXTS = ("overview", "problems", "other")


def _printed(value: int | Decimal, note: str = "") -> Cell:
    text = f"{value}{note}"
    return Cell(value, text, State.PRINTED, note=note or None)


def cells(kind: str) -> st.SearchStrategy[Cell]:
    """Draw a cell that takes counts, signed changes, or amounts."""
    whole = st.integers(-5_000 if kind == "change" else 0, 30_000)
    if kind == "amount":
        figures = st.decimals(0, 99_999, places=3).map(lambda n: _printed(n.normalize() + 0))
        figures = figures.filter(lambda cell: "E" not in cell.text)
    else:
        figures = st.one_of(st.just(0), st.just(0), whole).map(_printed)
    noted = st.builds(_printed, st.integers(1, 400), st.sampled_from(NOTES))
    marks = st.sampled_from(MARKS).map(lambda text: Cell(None, text, State.PRINTED))
    blank = st.just(Cell(state=State.BLANK))
    return st.integers(0, 19).flatmap(
        lambda n: blank if n > 16 else noted if n == 16 else marks if n == 15 else figures
    )


@st.composite
def reports(draw: st.DrawFn) -> AnnualReport:
    """Draw a report: either edition or both mixed, tables missing, blanks, notes, texts."""
    newest = draw(st.sampled_from((2019, 2021)))
    years = {
        table: draw(st.sampled_from((newest, newest, newest, 2019)))
        for table in _TABLES
        if draw(st.integers(0, 9)) or table == "applications"
    }
    values = {}
    for table, year in years.items():
        form = edition(year).tables[table]
        for row in form.rows:
            for column in row.columns:
                values[form.address(row, column)] = draw(cells(column.kind))
    organ = draw(st.sampled_from(ORGANS))
    year = draw(st.integers(2021, 2025) if newest == 2021 else st.integers(2019, 2020))
    return AnnualReport(
        title=f"{organ}{year}年政府信息公开工作年度报告",
        organ=organ,
        year=year,
        editions=years,
        cells=values,
        sections={key: draw(_section(key)) for key in ("preamble", *_TEXTS)},
    )


def _section(key: str) -> st.SearchStrategy[Section]:
    texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)
    return texts.map(lambda chosen: Section(key, tuple(map(Paragraph, chosen))))
