"""Deadlines as a calendar (日历订阅, iCalendar): what the person may see, without names."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.db.models import Q

from ogisite.core.models import Person
from ogisite.intake.models import Case
from ogisite.intake.policy import worked_by

_LINE = 74  # octets of a line, at most 75 with what folds it
_ZONE = """BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE"""


def calendar_of(person: Person, at: datetime, host: str) -> bytes:
    """Return the deadlines of the cases that a person works on, as an iCalendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OGI//Deadlines//ZH"]
    lines += ["X-WR-CALNAME:政府信息公开申请", "X-WR-TIMEZONE:Asia/Shanghai"]
    lines += _ZONE.splitlines()
    for case in cases_of(person, at.date()):
        lines += _event(case, at, host)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(one) for one in lines)


def cases_of(person: Person, on: date) -> Iterator[Case]:
    """Yield the open cases with a day that runs: a handler's own, and those of nobody."""
    cases = worked_by(person, on).filter(is_over=False)
    mine = cases.filter(Q(handler=person) | Q(handler=None))
    yield from mine.exclude(due_on=None, wait_until=None).select_related("organ").order_by("pk")


def _event(case: Case, at: datetime, host: str) -> Iterator[str]:
    waits = case.is_waiting and case.wait_until is not None
    day = case.wait_until if waits else case.due_on
    if day is None:
        return
    what = "等对方的最后一天" if waits else "答复期限"
    yield "BEGIN:VEVENT"
    yield f"UID:case-{case.chain_id}-{'wait' if waits else 'due'}@{host}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;TZID=Asia/Shanghai:{day:%Y%m%d}T090000"
    yield f"DTEND;TZID=Asia/Shanghai:{day:%Y%m%d}T093000"
    yield f"SUMMARY:{_escaped(f'{what}：{case.name}')}"
    yield f"DESCRIPTION:{_escaped(f'{case.organ.name}，{case.state_label}')}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> bytes:
    """Return a line with its end, folded between characters (RFC 5545, 3.1)."""
    rows, row = [], b""
    for one in line:
        octets = one.encode()
        if len(row) + len(octets) > _LINE:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join([*rows, row]) + b"\r\n"
