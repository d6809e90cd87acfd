"""Of when a figure is: of the year reported on, or of another time."""

import re

from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.vocabulary import Quantity
from ogi.checks.narrative.words import compiled, dictionary, entry

_CARRIED = ("carried_in", "carried_out", "carried")


def not_of_the_year(text: str, window: Window, quantity: Quantity, year: int | None) -> bool:
    """Say whether a figure compares, plans, averages, or counts another time."""
    if entry("topics", "not_a_count").search(window.before + "，" + window.after):
        return True
    if "分别" in window.before and len(set(re.findall(r"20\d\d(?=年|、)", text))) > 1:
        return True
    if quantity.key in _CARRIED:
        return False
    since = text.rfind("；", 0, window.figure.start) + 1
    return another_time(text, since, window.figure.start, year)


def another_time(text: str, start: int, end: int, year: int | None) -> bool:
    """Say whether the last time named in a stretch of text is not the year reported on."""
    times = list(_times().finditer(text, start, end))
    last = times[-1] if times else None
    if last is None or last.lastgroup == "this":
        return False
    if last.lastgroup == "other":
        return True
    return year is not None and int(last["year"]) != year


def _times() -> re.Pattern[str]:
    words = dictionary("topics")
    return compiled(
        rf"(?P<other>{words['other_time']})|(?P<this>{words['this_time']})"
        r"|(?P<year>(?:19|20)\d\d)(?=年)"
    )
