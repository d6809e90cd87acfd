"""Sentences made from a report's own figures."""

from hypothesis import given, settings
from hypothesis import strategies as st

from .tables import Told, findings, report_on, told


@given(told())
@settings(max_examples=300, deadline=None)
def test_a_sentence_that_tells_the_figures_of_its_report_is_not_faulted(given_told: Told) -> None:
    report = report_on(given_told.figures, given_told.text())
    assert [found.message for found in findings(report)] == []


@given(told(), st.data())
@settings(max_examples=300, deadline=None)
def test_a_sentence_with_one_figure_changed_is_found(given_told: Told, data: st.DataObject) -> None:
    slot = data.draw(st.sampled_from(given_told.slots))
    wrong = given_told.figures[slot] + data.draw(st.integers(min_value=1000, max_value=2000))
    report = report_on(given_told.figures, given_told.text(**{slot: wrong}))
    assert any(found.value == wrong for found in findings(report))
