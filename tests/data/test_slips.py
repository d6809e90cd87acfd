"""A slip of one letter in any data file is refused, with the file and the line."""

import os
import re
from collections.abc import Callable
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.everything import Changed, kinds_read, path_of, read_everything
from data.slips import Spot, doubled, is_reference, spots, without
from ogi.data import convert, of_place
from ogi.data.composing import compose, plain
from ogi.data.places import PACKAGE
from ogi.errors import DataFileError
from ogi.letters import elements

KINDS = kinds_read()
FILES = sorted(KINDS)
TEXTS = {name: path_of(name).read_text(encoding="utf-8") for name in FILES}
SPOTS = {name: spots(TEXTS[name], KINDS[name]) for name in FILES}
PRINTED = re.compile(r"{{ (\w+)")
PRINTABLE = {one[1] for text in TEXTS.values() for one in PRINTED.finditer(text)} | {*elements()}
LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789"


def test_every_file_of_data_comes_in_by_the_door():
    there = set(PACKAGE.rglob("*.yaml"))
    assert there - {path_of(name) for name in FILES} == set()


def refused(name: str, text: str) -> DataFileError | None:
    """What is raised when one file has another text."""
    path = path_of(name)
    try:
        with of_place(Changed(path, text)):
            read_everything()
    except DataFileError as error:
        return error
    return None


def assert_refused(name: str, text: str) -> None:
    error = refused(name, text)
    assert error is not None, f"{name} is accepted"
    assert error.faults, f"{name}: no file and line: {error}"
    assert all(one.line > 0 and one.says for one in error.faults)


def slipped(draw: st.DrawFn, word: str) -> str:
    """A word with one letter changed, left out, or put in."""
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(LETTERS))
    changed, left_out = word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :]
    return draw(st.sampled_from([changed, left_out, word[:at] + letter + word[at:]]))


def any_spot(draw: st.DrawFn, wanted: Callable[[Spot], bool]) -> tuple[str, Spot, str]:
    """A place of any file, so that every file is as likely, and the text of the file."""
    name = draw(st.sampled_from([name for name in FILES if any(map(wanted, SPOTS[name]))]))
    return name, draw(st.sampled_from(list(filter(wanted, SPOTS[name])))), TEXTS[name]


def stands(kind: Any, word: str) -> bool:
    """A word that is another name on file is no slip that a program can see."""
    try:
        convert(plain(compose(word, "", trusted=True)), kind)
    except Exception:
        return False
    return True


many = settings(deadline=None, max_examples=int(os.environ.get("OGI_EXAMPLES", "150")))


@many
@given(st.data())
def test_a_key_with_one_other_letter_is_refused(data):
    name, spot, text = any_spot(data.draw, lambda spot: spot.names is not None)
    word = slipped(data.draw, text[spot.start : spot.end])
    assume(word not in (spot.names or ()))
    assert_refused(name, text[: spot.start] + word + text[spot.end :])


@many
@given(st.data())
def test_a_reference_with_one_other_letter_is_refused(data):
    name, spot, text = any_spot(data.draw, lambda spot: is_reference(spot.kind))
    word = slipped(data.draw, text[spot.start : spot.end])
    assume(not stands(spot.kind, word))
    assert_refused(name, text[: spot.start] + word + text[spot.end :])


@many
@given(st.data())
def test_a_name_in_a_text_with_one_other_letter_is_refused(data):
    name = data.draw(st.sampled_from([name for name in FILES if PRINTED.search(TEXTS[name])]))
    found = data.draw(st.sampled_from(list(PRINTED.finditer(TEXTS[name]))))
    word = slipped(data.draw, found[1])
    assume(word not in PRINTABLE and word.strip())
    text = TEXTS[name]
    assert_refused(name, text[: found.start(1)] + word + text[found.end(1) :])


@many
@given(st.data())
def test_a_key_that_must_be_there_is_missed(data):
    name, spot, text = any_spot(data.draw, lambda spot: spot.required)
    assert_refused(name, without(text, spot))


@many
@given(st.data())
def test_a_key_that_stands_twice_is_refused(data):
    name, spot, text = any_spot(data.draw, lambda spot: spot.is_key)
    assert_refused(name, doubled(text, spot))


@many
@given(st.data(), st.sampled_from(["[[]]", "{a: {b: c}}", "1.5"]))
def test_a_value_of_another_type_is_refused(data, other):
    name, spot, text = any_spot(data.draw, lambda spot: not spot.is_key and spot.kind is not Any)
    assume(not stands(spot.kind, other))
    tail = "\n" if text[: spot.end].endswith("\n") else ""  # a block ends with its line
    assert_refused(name, text[: spot.start] + other + tail + text[spot.end :])
