"""Filling the texts of letters: a value that is not there is an error, never a blank."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template

from ogi.law import Citation


@cache
def _template(text: str) -> Template:
    return Environment(undefined=StrictUndefined, autoescape=False).from_string(text)


def fill(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values in place."""
    return _template(text).render(values)


def basis_of(cites: Iterable[Citation]) -> str:
    """Say several citations, each instrument named once, its articles in order.

    >>> from ogi.law import cite
    >>> basis_of([cite("ogi-2019/36/0/3"), cite("ogi-2019/14")])
    '《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项'
    """
    known = sorted(set(cites), key=lambda one: (one.instrument.key != "ogi-2019", one.levels))
    parts = []
    for instrument, group in groupby(known, key=lambda one: one.instrument):
        articles = [str(one).removeprefix(str(instrument)) for one in group]
        parts.append(f"{instrument}{'、'.join(article for article in articles if article)}")
    return "、".join(parts)
