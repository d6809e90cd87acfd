"""Two readings of a figure: what agrees counts, what differs is kept beside it."""

import numpy as np

from ogi.reading.document import Recognised
from ogi.reading.ocr.characters import Character, Words, _decoded
from ogi.reading.ocr.second import agreed, is_figures, wants_figures

CHARACTERS = ("", *"0123456789O牛.-/,—", " ")


def words(text: str, likely: float = 0.99, **others: float) -> Words:
    beside = tuple(others.items())
    return Words(tuple(Character(c, 8.0 * i, likely, beside) for i, c in enumerate(text)))


def steps(*likely: dict[str, float]) -> np.ndarray:
    table = np.zeros((len(likely), len(CHARACTERS)), np.float32)
    for row, wanted in zip(table, likely, strict=True):
        for text, share in wanted.items():
            row[CHARACTERS.index(text)] = share
    return table


def test_readings_that_agree_are_as_sure_as_the_less_sure_of_them() -> None:
    reading = agreed(words("12", 0.99), words("12", 0.93))
    assert (reading.text, reading.recognised) == ("12", Recognised(0.93))


def test_readings_that_differ_are_both_kept() -> None:
    reading = agreed(words("3"), words("8"))
    assert (reading.text, reading.recognised) == ("3", Recognised(0.0, ("8",)))


def test_what_one_reading_holds_possible_is_kept() -> None:
    assert agreed(words("3"), words("3", 0.9, **{"8": 0.08})).recognised.others == ("8",)


def test_an_ideograph_where_a_figure_may_stand_gives_way_to_the_figure() -> None:
    reading = agreed(words("牛", 0.4), words("4", 0.3))
    assert (reading.text, reading.recognised.others) == ("4", ("牛",))


def test_ink_that_is_read_only_once_is_not_sure() -> None:
    assert agreed(words("7"), None).recognised.confidence <= 0.5
    assert agreed(None, words("7")).recognised.confidence == 0.0
    assert agreed(None, None).text == ""


def test_a_letter_like_a_figure_is_that_figure() -> None:
    assert is_figures("1O")
    assert agreed(words("O"), words("0")).text == "0"


def test_a_number_with_its_note_keeps_it() -> None:
    assert (
        agreed(words("22（其中修订16件）"), words("22（其中修订16件）")).text
        == "22（其中修订16件）"
    )


def test_clear_words_are_not_read_as_figures() -> None:
    assert not wants_figures(words("条", 0.99))
    assert wants_figures(words("牛", 0.4))
    assert not wants_figures(words("行政许可"))


def test_equal_steps_are_one_character_and_a_pause_parts_them() -> None:
    one = _decoded(steps({"2": 0.9}, {"2": 0.8}, {"": 1}), CHARACTERS, 1.0, figures=False)
    two = _decoded(steps({"2": 0.9}, {"": 1}, {"2": 0.8}), CHARACTERS, 1.0, figures=False)
    assert (one.text, two.text) == ("2", "22")
    assert one.likely == np.float32(0.9)


def test_the_runner_up_of_a_figure_is_kept() -> None:
    found = _decoded(steps({"3": 0.8, "8": 0.15, "": 0.05}), CHARACTERS, 1.0, figures=False)
    assert [text for text, _ in found.characters[0].others] == ["8", ""]


def test_a_figure_that_was_nearly_seen_is_kept() -> None:
    found = _decoded(steps({"3": 1}, {"": 0.9, "1": 0.1}), CHARACTERS, 1.0, figures=False)
    assert [character.text for character in found.missed] == ["1"]


def test_where_only_figures_stand_nothing_else_is_read() -> None:
    seen = steps({"牛": 0.6, "4": 0.3, "": 0.1}, {"O": 0.9, "": 0.1})
    assert _decoded(seen, CHARACTERS, 1.0, figures=False).text == "牛O"
    assert _decoded(seen, CHARACTERS, 1.0, figures=True).text == "40"
