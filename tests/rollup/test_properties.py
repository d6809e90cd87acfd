"""What holds of all reports: adding up and comparing."""

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogi.form import AnnualReport, Cell, Section, State, edition
from ogi.form import Paragraph as Text
from ogi.rollup import Consolidation, Part, TextKind, compare, consolidate
from ogi.rollup.texts import sentences

from .made import report

SAME_EVERY_TIME = settings(
    max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
ADDRESSES = edition(2021).addresses
SENTENCES = st.lists(
    st.sampled_from(
        ["全年收到申请17件。", "全年收到申请25件。", "全部按期答复。", "没有复议；", "没有诉讼。"]
    ),
    max_size=6,
)


@st.composite
def full_reports(draw, organ="云岭县林业局", year=2024):
    """A report with a figure in every cell."""
    chance = Random(draw(st.integers(0, 10_000)))
    cells = {a: _printed(chance.choice((0, 0, 1, 2, 7, 120, 31415))) for a in ADDRESSES}
    return replace(report(organ, year), cells=cells)


@st.composite
def any_reports(draw, organ="云岭县林业局", year=2024):
    """A report in which cells may be blank, in either edition, with some text."""
    used = draw(st.sampled_from((2019, 2021)))
    chance = Random(draw(st.integers(0, 10_000)))
    values = (None, 0, 1, 2, 31415)
    cells = {a: _printed(chance.choice(values)) for a in edition(used).addresses}
    text = Section("overview", (Text("".join(draw(SENTENCES))), Text("".join(draw(SENTENCES)))))
    made = report(organ, year, edition=used)
    return replace(made, cells=cells, sections={"overview": text})


def _printed(value: int | None) -> Cell:
    return Cell(state=State.BLANK) if value is None else Cell(value, str(value), State.PRINTED)


def _parts(reports: list[AnnualReport], name: str = "局") -> list[Part]:
    return [
        Part(replace(one, organ=f"云岭县第{number}{name}"), f"{number}.docx")
        for number, one in enumerate(reports)
    ]


def _values(consolidation: Consolidation) -> dict[str, object]:
    return {a: cell.value for a, cell in consolidation.report.cells.items()}


@SAME_EVERY_TIME
@given(st.lists(full_reports(), min_size=1, max_size=6))
def test_the_sum_of_full_reports_is_the_sum_of_their_cells(reports):
    made = consolidate(_parts(reports))
    assert made.is_complete
    assert _values(made) == {a: sum(one.cells[a].value for one in reports) for a in ADDRESSES}


@SAME_EVERY_TIME
@given(st.lists(any_reports(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(reports, chance):
    parts = _parts(reports)
    shuffled = chance.sample(parts, len(parts))
    one, other = consolidate(parts), consolidate(shuffled)
    assert _values(one) == _values(other)
    assert {a: t.value for a, t in one.totals.items()} == {
        a: t.value for a, t in other.totals.items()
    }


@SAME_EVERY_TIME
@given(st.lists(st.lists(full_reports(), min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_consolidation_of_consolidations_is_the_flat_one(counties):
    flat, upper = [], []
    for number, reports in enumerate(counties):
        parts = _parts(reports, f"县{number}局")
        flat += parts
        county = consolidate(parts, organ=f"第{number}县人民政府")
        upper.append(Part(county.report, f"县{number}.docx"))
    assert _values(consolidate(flat)) == _values(consolidate(upper))


@SAME_EVERY_TIME
@given(st.lists(any_reports(), min_size=1, max_size=5))
def test_a_cell_is_the_sum_of_what_it_is_traced_to(reports):
    made = consolidate(_parts(reports))
    for address, total in made.totals.items():
        shares = made.parts(address)
        values = [one.value for one in shares if one.value is not None]
        assert len(shares) == len(made.added)
        assert total.value == (sum(values) if values else None)
        assert total.counted == len(values)


@SAME_EVERY_TIME
@given(any_reports())
def test_a_report_compared_with_itself_shows_nothing(made):
    assert compare(made, made).is_same


@SAME_EVERY_TIME
@given(any_reports(), any_reports(year=2025))
def test_a_comparison_turned_round_is_its_mirror(old, new):
    there, back = compare(old, new), compare(new, old)
    turned = {one.address: one for one in back.changes}
    assert len(there.changes) == len(turned)
    for one in there.changes:
        other = turned[one.address]
        assert (one.old, one.new) == (other.new, other.old)
        assert (one.change is None) == (other.change is None)
        assert one.change is None or one.change + other.change == 0
    for forth, reverse in zip(there.sections, back.sections, strict=True):
        assert [one.new for one in forth.of(TextKind.ADDED)] == [
            one.old for one in reverse.of(TextKind.REMOVED)
        ]
        assert len(forth.of(TextKind.CHANGED)) == len(reverse.of(TextKind.CHANGED))


@SAME_EVERY_TIME
@given(any_reports(), any_reports())
def test_every_sentence_of_both_texts_stands_in_the_comparison_once(old, new):
    for section in compare(old, new).sections:
        for text, told in (
            (old, [one.old.text for one in section.sentences if one.old]),
            (new, [one.new.text for one in section.sentences if one.new]),
        ):
            assert sorted(told) == sorted(one.text for one in sentences(text.sections["overview"]))
