"""Days as they are written on a command line or in a list: 2026-09-18, 2026年9月18日."""

from datetime import date

import click

from ogi.expression import expression

_DAY = expression(r"(\d{4})(?:-|/|\.|年)?(\d{1,2})(?:-|/|\.|月)?(\d{1,2})日?")


def read_day(word: object) -> date | None:
    """Return the day that a word says, or None.

    >>> read_day("2026年9月18日")
    datetime.date(2026, 9, 18)
    """
    if isinstance(word, date):
        return word
    found = _DAY.fullmatch(str(word).strip())
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def day_of(word: str) -> date:
    """Return the day that a word of the command line says; refuse what is none."""
    day = read_day(word)
    if day is None:
        raise click.UsageError(f"{word} 不是日期。写成 2026-09-18 的样子")
    return day
