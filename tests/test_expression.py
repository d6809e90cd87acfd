"""A pattern that is compiled late finds what it would find compiled at once."""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ogi.checks.narrative
import ogi.checks.shape
import ogi.reading.matching
from ogi.checks.narrative.statements import kinds
from ogi.checks.narrative.vocabulary import columns, quantities
from ogi.expression import Expression, expression
from ogi.needed import needed


def _texts():
    for package in (ogi.checks.narrative, ogi.checks.shape, ogi.reading.matching):
        for one in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(one.name)
    quantities(), columns(), kinds()
    made = {one for one in gc.get_objects() if isinstance(one, Expression)}
    return sorted({(one.pattern, one._given) for one in made if isinstance(one.pattern, str)})


_ALL = _texts()
_GUARDED = [one for one in _ALL if needed(one[0]) and not one[1]]


def test_most_patterns_of_the_dictionaries_tell_words():
    assert len(_GUARDED) > 150


@pytest.mark.parametrize(("pattern", "flags"), _ALL)
def test_every_pattern_of_a_dictionary_can_be_compiled(pattern, flags):
    assert re.compile(pattern, flags)


@given(st.data())
def test_what_a_pattern_matches_holds_one_of_its_words(data):
    pattern, _ = data.draw(st.sampled_from(_GUARDED))
    text = data.draw(st.from_regex(pattern))
    assert any(word in text for word in needed(pattern))


_PIECES = st.sampled_from(
    ["a", "bc", "申请", r"\d", ".", "[ab]", "[^a]", r"\.", "(?=a)", "(?!b)", "^", "$", "{", "}"]
)
_TIMES = st.sampled_from(["", "", "", "?", "*", "+", "{0,2}", "{2}", "??", "*?"])
_PATTERNS = st.recursive(
    st.lists(st.tuples(_PIECES, _TIMES).map("".join), max_size=4).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(inner, inner, _TIMES).map(lambda two: f"{two[0]}(?:{two[1]}){two[2]}"),
        st.tuples(inner, inner, _TIMES).map(lambda two: f"({two[0]}){two[2]}{two[1]}"),
    ),
    max_leaves=6,
)


@given(_PATTERNS, st.data())
def test_a_pattern_of_any_shape_answers_as_if_compiled_at_once(pattern, data):
    try:
        compiled = re.compile(pattern)
    except re.error:
        assume(False)
    text = data.draw(st.one_of(st.text("abc申请.1{}"), st.from_regex(pattern)))
    for name in ("search", "match", "fullmatch"):
        late = getattr(Expression(pattern, 0), name)(text)
        at_once = getattr(compiled, name)(text)
        assert (late and late.span()) == (at_once and at_once.span())
    assert Expression(pattern, 0).findall(text) == compiled.findall(text)
    found = [one.span() for one in Expression(pattern, 0).finditer(text)]
    assert found == [one.span() for one in compiled.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?i)abc", "ABC"),
        ("(?x) a b", "ab"),
        ("(a)?(?(1)b|c)", "c"),
        ("(?P<one>a|b)c(?P=one)", "acа".replace("а", "a")),
        ("a(?#remark)b", "ab"),
        (r"\x41\u7533", "A申"),
        ("ab{0}c", "ac"),
        ("a{,2}b", "b"),
        ("[]a]b", "]b"),
        ("[^]a]b", "cb"),
        (r"[\]]b", "]b"),
    ],
)
def test_what_is_rarely_written_is_never_overlooked(pattern, text):
    assert Expression(pattern, 0).search(text)


def test_one_pattern_is_one_expression():
    assert expression("甲乙") is expression("甲乙")
    assert expression("甲乙", re.M) is not expression("甲乙")
