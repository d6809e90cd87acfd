"""The standing measure of the rules, as `make measure` prints it."""

import pytest

from benchmarks.accusing import Measured, measure


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure()


def test_no_sound_sentence_is_called_wrong(measured: Measured) -> None:
    assert measured.sound >= 100
    assert not measured.false_errors
    assert len(measured.false_warnings) * 50 <= measured.sound, measured.false_warnings


def test_of_false_sentences_nearly_all_are_found(measured: Measured) -> None:
    found = measured.altered - len(measured.missed)
    assert found >= 0.9 * measured.altered, measured.missed
    assert found + measured.weak >= 0.95 * measured.altered
