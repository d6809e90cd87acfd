"""What the page of a case tells its applicant (办理进度); nothing is stored of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Max
from django.utils.translation import gettext as _

from ogi.casework.acts import Ledger
from ogi.casework.asking import FeeNoticed, OrganAsked, ThirdPartyAsked
from ogi.casework.items import items_of
from ogi.casework.outcomes import decisive, outcome
from ogi.casework.progress import in_order
from ogi.casework.replying import Replied
from ogi.clock import ClockState, Derivation, DueDate, Line
from ogi.docket import Standing, allowed, deadlines, derivation, history, standing
from ogi.errors import ReadingError
from ogi.letters import court_of, letter_form, review_bodies
from ogi.letters.remedy import court_after_review
from ogisite.core.templatetags.ogi import long_day
from ogisite.intake.calendars import Calendar, case_calendar
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Attachment, Case, IssuedLetter
from ogisite.portal.telling import Happening, happenings, heading, plain_why, why_this_day

_ENDED = ("withdrawn", "given_up", "split", "handed_over", "amending", "amended")
_REMEDIES = ("L10", "L11", "L12")


@dataclass(frozen=True, slots=True)
class Remedies:
    """What the applicant may still do against a reply, or against none, and before whom.

    `review_first` is "whole", "part" or "": for what review must come first.
    """

    days: tuple[DueDate, ...]
    review_first: str
    review_bodies: tuple[str, ...]
    court: str
    court_after_review: str


@dataclass(frozen=True, slots=True)
class CaseTold:
    """What stands on the page."""

    heading: str
    is_over: bool
    is_replied: bool
    is_overdue: bool
    standing: Standing
    due: date | None
    left: int
    happened: tuple[Happening, ...]
    why: tuple[str, ...]
    lines: tuple[Line, ...]
    calendar: Calendar | None
    acts: frozenset[str]
    fee: FeeNoticed | None
    asks: str
    letters: tuple[IssuedLetter, ...]
    supplied: tuple[Attachment, ...]
    remedies: Remedies | None
    notes: tuple[str, ...]


def told_case(case: Case, on: date) -> CaseTold:
    """Return what a case's page tells on a day."""
    ledger, place = ledger_of(case), case.organ.jurisdiction
    stands = standing(ledger, on, place)
    counted, hidden = derivation(ledger, _counted_on(case, on), place), _others(ledger)
    replied, letters = bool(case.replied_on), tuple(letters_for_applicant(case))
    settled = case.received_on is not None
    last = stands.due if stands.overdue else case.due_on
    return CaseTold(
        heading=_heading(case, ledger, stands, last),
        is_over=stands.state.over,
        is_replied=replied,
        is_overdue=bool(stands.overdue) and not replied and not stands.state.over,
        standing=stands,
        due=last,
        left=place.calendar.lenient.count(on, last) if last else 0,
        happened=happenings(ledger, case.organ.name),
        why=tuple(why_this_day(counted, hidden)) if settled else (),
        lines=tuple(_plain(one, hidden) for one in counted.lines) if settled else (),
        calendar=_calendar(counted, on) if settled else None,
        acts=open_acts(case, on, ledger),
        fee=_fee(ledger) if stands.state.key == "paying" else None,
        asks="\n".join(item.asks for item in items_of(in_order(ledger))),
        letters=letters,
        supplied=tuple(supplied_with(letters)),
        remedies=_remedies(case, ledger, on),
        notes=tuple(_unknown(ledger, case, on)) if last is None and settled else (),
    )


def _counted_on(case: Case, on: date) -> date:
    """Return the day for which the last day is derived: after a wait that lasts, if it lasts
    to its end, as the last day that is shown has it.
    """
    if case.is_waiting and case.wait_until:
        return max(on, case.wait_until + timedelta(1))
    return on


def _unknown(ledger: Ledger, case: Case, on: date) -> Iterator[str]:
    """Yield why a last day cannot be told: the holidays of its year are not on file."""
    clock = standing(ledger, _counted_on(case, on), case.organ.jurisdiction).clock
    if clock.period and clock.period.unknown and not clock.waits:
        says = _("%(year)s年的放假安排还没有公布或者收录，收录以后这里写明最迟哪天答复。")
        yield says % {"year": clock.period.unknown}


def open_acts(case: Case, on: date, ledger: Ledger | None = None) -> frozenset[str]:
    """Return the keys of the acts that could be recorded on a day if the applicant does them."""
    ledger = ledger_of(case) if ledger is None else ledger
    found = allowed(ledger, "registrar", on, case.organ.jurisdiction)
    return frozenset(one.act for one in found if one.open)


def letters_for_applicant(case: Case) -> list[IssuedLetter]:
    """Return the letters that went out to the applicant; one that is only signed has not."""
    replied = case.chain.entries.filter(act="replied").aggregate(last=Max("place"))["last"] or 0
    found = case.letters.filter(party="", entry__isnull=False).select_related("docx", "entry")
    return [one for one in found if _went_out(one, replied)]


def supplied_with(letters: Iterable[IssuedLetter]) -> list[Attachment]:
    """Return the information that was supplied with letters (随文书提供的信息)."""
    found = Attachment.objects.filter(letter__in=[one.pk for one in letters])
    return list(found.select_related("file").order_by("added_at", "pk"))


def _went_out(letter: IssuedLetter, replied: int) -> bool:
    form = letter_form(letter.code)
    if form.to not in ("applicant", "asker") or letter.entry is None:
        return False
    return form.records != "replied" or letter.entry.place <= replied


def _heading(case: Case, ledger: Ledger, stands: Standing, last: date | None) -> str:
    state, clock = stands.state.key, stands.clock
    values = {
        "organ": case.organ.name,
        "due": long_day(last),
        "wait": long_day(case.wait_until),
        "overdue": stands.overdue,
    }
    if state in _ENDED:
        return heading(state, **values)
    if case.replied_on and stands.state.over:
        return heading("replied", result=_result(ledger))
    if state == "replied":
        return heading("replied", result=_result(ledger))
    if clock.state is ClockState.UNSETTLED:
        return heading("unsettled", **values)
    if state in ("correcting", "explaining", "paying"):
        return heading(state if case.wait_until else "waiting", **values)
    if stands.overdue:
        return heading("overdue", **values)
    if last is None:
        return heading("unknown")
    return heading("consulting" if state == "consulting" else "running", **values)


def _result(ledger: Ledger) -> str:
    """Return the group of the decisive result of the last reply, in the form's word."""
    replies = [act for act in in_order(ledger) if isinstance(act, Replied)]
    codes = [one.outcome for one in replies[-1].results] if replies else []
    return _(outcome(decisive(codes).code).family_term) if codes else ""


def _others(ledger: Ledger) -> frozenset[str]:
    """Return the names of third parties and organs: the applicant is not told who they are."""
    third = {act.party for act in ledger if isinstance(act, ThirdPartyAsked)}
    return frozenset(third | {act.organ for act in ledger if isinstance(act, OrganAsked)})


def _plain(line: Line, hidden: frozenset[str]) -> Line:
    return replace(line, why=plain_why(line.why, hidden))


def _calendar(counted: Derivation, on: date) -> Calendar | None:
    """Return the calendar up to the last day; days after it are no part of the period."""
    lines = tuple(line for line in counted.lines if line.nature != "逾期")
    return case_calendar(replace(counted, lines=lines), on)


def _fee(ledger: Ledger) -> FeeNoticed | None:
    return next((act for act in reversed(in_order(ledger)) if isinstance(act, FeeNoticed)), None)


def _remedies(case: Case, ledger: Ledger, on: date) -> Remedies | None:
    place = case.organ.jurisdiction
    days = tuple(one for one in deadlines(ledger, on, place) if one.code in _REMEDIES)
    if not days:
        return None
    first = history(ledger, place).review_first if case.replied_on else ""
    try:
        profile = case.organ.profile
    except ReadingError:
        return Remedies(days, first, (), "", "")
    return Remedies(
        days, first, review_bodies(profile), court_of(profile), court_after_review(profile)
    )
