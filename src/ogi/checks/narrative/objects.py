"""What kind of thing a figure counts (所数之物): an application, or something else."""

import re

from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.words import dictionary, entry, one_of
from ogi.data import from_data
from ogi.expression import expression

APPLICATION, OTHER, UNSAID = "application", "other", ""


@from_data
def _light() -> re.Pattern[str]:
    words = [word for line in dictionary("objects")["light"] for word in line.split("|")]
    return expression(one_of(words))


def thing_counted(window: Window) -> str:
    """Return what the words around a figure say it counts; empty where they say nothing.

    The words between the verb and the figure, and those right behind it, are taken
    apart: what is left when the words of an application are taken out names another thing.
    """
    said = window.before + "，" + window.after
    if entry("objects", "application").search(said):
        return APPLICATION
    verbs = list(entry("objects", "verb").finditer(window.before))
    phrase = window.before[verbs[0].end() :] if verbs else ""
    if not verbs:
        behind = entry("objects", "verb").search(window.after)
        if behind is None:
            return OTHER if entry("objects", "other").search(_stripped(said)) else UNSAID
        named = _stripped(window.before + window.after[: behind.start()])
        if entry("objects", "other").search(named):
            return OTHER
        return APPLICATION if "申请" in said else UNSAID
    if not _stripped(phrase):
        phrase += window.after
    left = _stripped(phrase)
    if not left and "申请" not in said:
        subject = _stripped(window.before[: verbs[0].start()])
        new = verbs[0].group().startswith("新") and len(subject) > 1
        if new or entry("objects", "other").search(subject):
            return OTHER
    if len(left) > 1 or (left and entry("objects", "other").search(phrase)):
        return OTHER
    return APPLICATION if "申请" in said else UNSAID


def _stripped(phrase: str) -> str:
    """Return what of a phrase is none of the words of an application."""
    return re.sub(r"[\d年月日%，,。；（）]+", "", _light().sub("", phrase))
