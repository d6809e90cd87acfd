"""A case in plain words (办理进度): what the public is told of its acts, and of its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ogi.casework import key_of
from ogi.casework.acts import Act, Ledger
from ogi.casework.progress import in_order
from ogi.clock import Derivation, Line
from ogi.data import Struct, read
from ogisite.core.templatetags.ogi import long_day, short_day


class Told(Struct):
    """What is told of an act."""

    title: str
    icon: str
    dot: str
    says: str = ""


class ToldFile(Struct):
    """What told.yaml says."""

    headings: dict[str, str]
    acts: dict[str, Told]


@cache
def told_file() -> ToldFile:
    """Return the words; raises DataFileError for a file that is wrong."""
    text = files("ogisite.portal").joinpath("data/told.yaml").read_text(encoding="utf-8")
    return read(text, ToldFile, "portal/data/told.yaml")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of what happened."""

    on: date
    title: str
    says: str
    icon: str
    dot: str


def happenings(ledger: Ledger, organ: str) -> tuple[Happening, ...]:
    """Return what the public is told of a ledger, the newest first; what was struck is not."""
    told = (_told(act, organ) for act in reversed(in_order(ledger)))
    return tuple(one for one in told if one)


def _told(act: Act, organ: str) -> Happening | None:
    words = told_file().acts.get(key_of(act))
    if words is None:
        return None
    values = {**_values(act), "organ": organ, "other": getattr(act, "organ", "")}
    title, says = (_(text).format_map(values) if text else "" for text in (words.title, words.says))
    return Happening(
        act.on, title, says if not says.startswith("。") else "", words.icon, words.dot
    )


def _values(act: Act) -> dict[str, Any]:
    names = getattr(act, "__struct_fields__", ())
    return {name: _in_words(getattr(act, name)) for name in names}


def _in_words(value: object) -> str:
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple):
        return "；".join(str(one).rstrip("。；") for one in value)
    return str(value if value is not None else "")


def heading(name: str, **values: Any) -> str:
    """Return a heading with its days in full."""
    return _(told_file().headings[name]).format_map(values)


def why_this_day(derivation: Derivation, hidden: frozenset[str]) -> list[str]:
    """Return in a few sentences why a last day is the one it is; names in `hidden` are left out."""
    lines = [*_since_last_start(derivation.lines)]
    if not lines or derivation.due is None:
        return []
    numbered = max((line.last_number for line in lines), default=0)
    said = [
        _("%(start)s起算，当日不计，从第二天起数%(n)s个工作日，数到%(due)s。")
        % {"start": short_day(lines[0].first), "n": numbered, "due": short_day(derivation.due)}
    ]
    worked = [line for line in lines if line.counts and line.nature != "工作日"]
    said += [
        _("%(days)s%(nature)s，要算。") % {"days": _span(line), "nature": line.nature}
        for line in worked
    ]
    for why, spans in _left_out(lines, hidden).items():
        said.append(_("%(why)s：%(days)s不算。") % {"why": why, "days": "、".join(spans)})
    said.append(_("星期六、星期日不算。"))
    return said


def _since_last_start(lines: tuple[Line, ...]) -> Iterator[Line]:
    starts = [place for place, line in enumerate(lines) if line.nature == "起算"]
    yield from lines[starts[-1] :] if starts else ()


def _left_out(lines: list[Line], hidden: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines[1:]:
        if line.counts or line.nature in ("休息日", "逾期"):
            continue
        why = plain_why(line.why, hidden).removesuffix("，不计入") or line.nature
        found.setdefault(why, []).append(_span(line))
    return found


def plain_why(why: str, hidden: frozenset[str]) -> str:
    """Return a reason without the names of others."""
    for name in hidden:
        why = why.replace(f"（{name}）", "")
    return why


def _span(line: Line) -> str:
    if line.first == line.last:
        return short_day(line.first)
    if get_language() != "en" and line.first.month == line.last.month:
        return f"{short_day(line.first)}至{line.last.day}日"
    return _("%(first)s至%(last)s") % {
        "first": short_day(line.first),
        "last": short_day(line.last),
    }
