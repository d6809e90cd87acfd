"""Of when a figure is (时间): which words of time govern it, and which only stand near."""

import re
from dataclasses import dataclass

from ogi.checks.narrative.words import dictionary, entry
from ogi.data import from_data
from ogi.expression import expression

_NAMES = ("several", "part", "last", "this")
_LISTED = expression(r"(?:19|20)\d\d年?(?:、|和|与|及|至|到|—|-|~)$")
_OPEN, _CLOSE = "（", "）"
_LIGHT = expression(r"(?:年|度|的|是|为|有|共|仅|只|则|，|（|）|同期|总计|合计|达到?|数|约)*")


@dataclass(frozen=True, slots=True)
class Time:
    """A word of time: which, the year it names, and the stretch of the sentence it governs."""

    kind: str
    year: int | None
    start: int
    end: int
    until: int
    governs: bool


@from_data
def _pattern() -> re.Pattern[str]:
    given = dictionary("times")
    named = "|".join(f"(?P<{name}>{given[name]})" for name in _NAMES)
    return expression(rf"{named}|(?P<year>(?:19|20)\d\d)(?=年)")


def times_in(text: str, year: int | None) -> tuple[Time, ...]:
    """Return the words of time of a sentence, with the stretch that each governs."""
    times: list[Time] = []
    for match in _pattern().finditer(text):
        since = match.lastgroup == "several" and match.group().startswith("以来")
        if since and times and times[-1].kind == "this" and times[-1].end == match.start():
            continue  # “今年以来” is this year
        if match["year"] and _LISTED.search(text[: match.start()]):
            continue  # one of several years told together
        times.append(_time(text, match, year))
    return tuple(times)


def _time(text: str, match: re.Match[str], year: int | None) -> Time:
    kind = str(match.lastgroup)
    named = int(match["year"]) if match["year"] else None
    if kind == "last" and year is not None:
        named = year - 1
    if kind == "year" and year is not None and named == year:
        kind = "this"
    end = match.end() + (1 if match["year"] else 0)
    governs, until = _reach(text, match.start(), end)
    if kind == "year" and entry("times", "since").match(text[end : end + 3]):
        governs = False
    return Time(kind, named, match.start(), end, until, governs)


def _reach(text: str, start: int, end: int) -> tuple[bool, int]:
    """Say whether a word of time governs its clause, and where what it binds ends."""
    opened = text.rfind(_OPEN, 0, start)
    if opened > text.rfind(_CLOSE, 0, start):  # within brackets it binds what stands in them
        return False, _first(text, end, _CLOSE)
    if entry("times", "compares").search(text[max(0, start - 4) : start]):
        return False, _first(text, end, "，；。")
    behind = text[end:]
    if entry("times", "attribute").match(behind) or entry("times", "attribute_bare").match(behind):
        return False, _first(text, end, "，；。")
    light = _LIGHT.match(text, end)
    told = light and light.end() > end and text[light.end() : light.end() + 1].isdigit()
    if told and light and "，" not in light.group():
        return False, _first(text, end, "，；。、")  # “去年为21件”
    return True, _first(text, end, "；。")


def _first(text: str, start: int, marks: str) -> int:
    found = [at for mark in marks if (at := text.find(mark, start)) >= 0]
    return min(found, default=len(text))


def time_of(
    times: tuple[Time, ...], position: int, year: int | None, before: str = ""
) -> Time | None:
    """Return the time that binds a position, when it is not the year reported on.

    `before` are the words of the clause up to it.
    """
    if entry("times", "becomes").search(before):
        return None
    bound = [time for time in times if time.end <= position <= time.until]
    if not bound:
        return None
    last = max(bound, key=lambda time: (not time.governs, time.start))
    resets = [t for t in bound if t.kind == "this" and t.start > last.start]
    if resets or last.kind == "this" or (last.kind == "year" and year is None):
        return None
    return last


def no_count_of_a_year(before: str, after: str) -> str:
    """Return why a figure counts no year's work, or nothing."""
    for reason in ("mean", "plan"):
        if entry("times", reason).search(before):
            return reason
    if entry("times", "becomes").search(before):
        return ""
    if entry("times", "difference").search(before):
        return "difference"
    if entry("times", "origin").search(before):
        return "another_time"
    if re.match(r"(?:，)?(?:的增长|的降幅)", after):
        return "difference"
    return ""
