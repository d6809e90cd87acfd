"""Whose figures a sentence gives (口径): those of the report, of more organs, or of fewer."""

import re

from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.words import dictionary, entry
from ogi.data import from_data, some_from_data
from ogi.expression import expression
from ogi.form import AnnualReport

WIDER, NARROWER, ANOTHER, UNSAID = "wider", "narrower", "another", ""
OTHERS, WHOLE = "others", "whole"
_NAMES = (WIDER, NARROWER, OTHERS)


def scope_of(text: str, window: Window, report: AnnualReport, told: str = "") -> str:
    """Say how the scope of a claim differs from that of its report; empty where it does not.

    A government reports for its whole area, or for its office alone, and its text may
    name either; any other organ reports for itself. `told` is the scope that the
    passage set before this sentence.
    """
    organ = report.organ or report.title or ""
    if another_organ(window.before, organ):
        return ANOTHER
    said = said_scope(text[: window.figure.start], organ) or told
    if _is_area(organ):
        return NARROWER if said in (NARROWER, OTHERS) else UNSAID
    return WIDER if said in (WIDER, OTHERS) and not _is_small(organ) else UNSAID


def said_scope(text: str, organ: str = "") -> str:
    """Return the last scope that a clause of a text names as its subject."""
    last = UNSAID
    for match in _pattern().finditer(text):
        if not entry("scopes", "no_subject").search(text[match.start() : match.end() + 6]):
            last = UNSAID if match.lastgroup == WHOLE else str(match.lastgroup)
    return last


@from_data
def _pattern() -> re.Pattern[str]:
    opens, words = entry("scopes", "opens").pattern, dictionary("scopes")
    names = "|".join(
        rf"(?:{opens}{'' if name == WIDER else '[一-龥]{0,6}?'})(?P<{name}>{words[name]})"
        for name in _NAMES
    )
    return expression(rf"{names}|(?P<{WHOLE}>{words['whole']})")


@some_from_data(256)
def _is_area(organ: str) -> bool:
    return bool(entry("scopes", "area").search(organ)) and not _is_small(organ)


@some_from_data(256)
def _is_small(organ: str) -> bool:
    return bool(entry("scopes", "small").search(organ))


def another_organ(before: str, organ: str) -> bool:
    """Say whether the subject of a clause is an organ other than the one that reports.

    >>> another_organ("县水务局收到", "某某县人民政府")
    True
    >>> another_organ("县教育局、县水务局收到", "某某县水务局")
    True
    >>> another_organ("县水务局收到", "某某县水务局")
    False
    """
    found = entry("scopes", "organ_subject").search(before)
    if not found or not organ:
        return False
    return any(_is_another(name, organ) for name in re.split("[、和与及]", found[1]) if name)


def _is_another(name: str, organ: str) -> bool:
    if entry("scopes", "own_subject").match(name) or entry("scopes", "narrower").search(name):
        return False
    letters = iter(organ)
    return not all(char in letters for char in name[-8:])
