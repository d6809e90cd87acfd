"""What must hold of the relations, whatever the figures are."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.checks import check
from ogi.findings import Finding, Outcome
from ogi.form import AnnualReport, Cell, Section, State, edition
from ogi.form.report import Paragraph

FORM = edition(2021)
TABLE = FORM.tables["applications"]
KINDS = [column.key for column in TABLE.rows[0].columns if column.key != "total"]
RESULTS = [
    row.key
    for row in TABLE.rows
    if row.key not in ("received", "carried_in", "closed", "carried_out")
]

counts = st.integers(min_value=0, max_value=99)


@st.composite
def consistent_reports(draw: st.DrawFn) -> AnnualReport:
    """A report in which every relation of the applications table holds."""
    values = dict.fromkeys(TABLE.addresses, 0)
    for _ in range(draw(st.integers(0, 8))):
        kind, result = draw(st.sampled_from(KINDS)), draw(st.sampled_from(RESULTS))
        values[f"applications.{result}.{kind}"] = draw(counts)
    for kind in KINDS:
        closed = sum(values[f"applications.{result}.{kind}"] for result in RESULTS)
        opening = draw(st.integers(0, closed))
        values[f"applications.closed.{kind}"] = closed
        values[f"applications.carried_in.{kind}"] = opening
        values[f"applications.received.{kind}"] = closed - opening + (left := draw(counts))
        values[f"applications.carried_out.{kind}"] = left
    for row in TABLE.rows:
        of_row = (values[f"applications.{row.key}.{kind}"] for kind in KINDS)
        values[f"applications.{row.key}.total"] = sum(of_row)
    cells = {address: Cell(value, str(value), State.PRINTED) for address, value in values.items()}
    return AnnualReport(year=2023, editions={"applications": 2021}, cells=cells)


def errors(report: AnnualReport) -> list[Finding]:
    found = (finding for verdict in check(report) for finding in verdict.findings)
    return [each for each in found if each.code in ("R301", "R302", "R303")]


@given(consistent_reports())
@settings(max_examples=25, deadline=None)
def test_a_consistent_table_has_no_broken_relation(report: AnnualReport) -> None:
    assert errors(report) == []


@given(consistent_reports(), st.sampled_from(TABLE.addresses), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_one_wrong_cell_breaks_a_relation_and_no_other_cell_is_blamed(
    report: AnnualReport, address: str, more: int
) -> None:
    right = report.cells[address].value
    wrong = Cell(right + more, str(right + more), State.PRINTED)
    found = errors(replace(report, cells={**report.cells, address: wrong}))
    assert found
    for finding in found:
        assert address in finding.cells
        if finding.advice.startswith("先核对"):
            assert f"填{right}则都成立" in finding.advice


@given(consistent_reports(), st.sets(st.sampled_from(TABLE.addresses), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_blanks_alone_never_break_a_relation(report: AnnualReport, blank: set[str]) -> None:
    cells = {**report.cells, **dict.fromkeys(blank, Cell(state=State.BLANK))}
    verdicts = check(replace(report, cells=cells))
    judged = {verdict.code: verdict for verdict in verdicts}
    assert not [f for f in errors(replace(report, cells=cells)) if f.severity.value == "error"]
    assert judged["R303"].outcome is not Outcome.KEPT


texts = st.text(
    alphabet="一二三四五六七八九十是（）()、。，；2023年0件申请公开无提示：XX 局將\n\u3000",
    max_size=60,
)
values = st.one_of(
    st.none(), st.integers(-5, 10**9), st.decimals(-5, 10**6, places=3, allow_nan=False)
)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_report_however_odd_stops_the_checks(data: st.DataObject) -> None:
    report, previous = (odd_report(data), odd_report(data))
    for verdict in check(report, previous):
        assert (verdict.outcome is Outcome.BROKEN) == bool(verdict.findings)
        assert verdict.reason or verdict.outcome is not Outcome.UNJUDGED


def odd_report(data: st.DataObject) -> AnnualReport:
    year = data.draw(st.sampled_from((2019, 2021)))
    addresses = st.sampled_from(edition(year).addresses)
    drawn = data.draw(st.dictionaries(addresses, values, max_size=40))
    sections = data.draw(
        st.dictionaries(
            st.sampled_from(("preamble", "overview", "problems", "other", "applications")),
            st.lists(texts, max_size=3),
        )
    )
    return AnnualReport(
        title=data.draw(st.none() | texts),
        organ=data.draw(st.none() | texts),
        year=data.draw(st.none() | st.integers(2015, 2030)),
        editions=dict.fromkeys(data.draw(st.sets(st.sampled_from(tuple(FORM.tables)))), year),
        cells={address: odd_cell(data, value) for address, value in drawn.items()},
        sections={
            key: Section(key, tuple(Paragraph(line) for line in lines))
            for key, lines in sections.items()
        },
        stray=tuple(Paragraph(line) for line in data.draw(st.lists(texts, max_size=2))),
    )


def odd_cell(data: st.DataObject, value: int | Decimal | None) -> Cell:
    if value is None:
        return Cell(None, data.draw(st.sampled_from(("", "/"))), data.draw(st.sampled_from(State)))
    return Cell(value, str(value), State.PRINTED, note=data.draw(st.sampled_from((None, "元"))))
