"""What moved the clock (期限的变动), as a reply recites it: a timely reply looks timely."""

from collections.abc import Iterator
from datetime import date

from ogi.casework.afterwards import DisputeDecided, Reopened
from ogi.casework.asking import FeeNoticed, FeePaid, ReasonsAsked, ReasonsGiven, ReasonsLapsed
from ogi.clock import History, Period, as_of, reply_period
from ogi.docket import history
from ogi.letters.material import words_of
from ogi.letters.matter import Matter
from ogi.letters.shared import common
from ogi.letters.templates import fill


def recital(matter: Matter, you: str) -> str:
    """Return the sentences that tell what moved the clock; "" where nothing did.

    Only what the clock took into account is told: an extension that was never told to the
    applicant is none.
    """
    if not matter.form.recital:
        return ""
    known = as_of(history(matter.ledger), matter.on)
    period = reply_period(known, matter.place, matter.on)
    if period is None:
        return ""
    told = [*_ordered(matter), *_reasons(matter), *_moved(period, matter)]
    if not told:
        return ""
    said = [_said(kind, {**values, "you": you}) for kind, values in told]
    if period.due and _settled(known, period, matter):
        said.append(_said("due", {"day": period.due}))
    return "".join(said)


def _said(kind: str, values: dict[str, object]) -> str:
    words = {key: words_of(value) for key, value in values.items()}
    return fill(getattr(common().recital, kind), words)


Told = tuple[str, dict[str, object]]


def _ordered(matter: Matter) -> Iterator[Told]:
    """Yield the order to act again that began this round."""
    acts = matter.now.progress.acts
    again = next((act for act in reversed(acts) if isinstance(act, Reopened)), None)
    if again is None:
        return
    decided = [a for a in acts if isinstance(a, DisputeDecided) and a.dispute == again.dispute]
    yield "reopened", {"day": again.on, "decided": decided[-1].on if decided else None}


def _reasons(matter: Matter) -> Iterator[Told]:
    """Yield that reasons were asked; it moves no clock unless a place says so."""
    asked: date | None = None
    for act in matter.round:
        if isinstance(act, ReasonsAsked):
            asked = act.on
        elif asked and isinstance(act, ReasonsGiven | ReasonsLapsed):
            yield "reasons", {"since": asked, "given": act.on if _gave(act) else None}
            asked = None


def _gave(act: ReasonsGiven | ReasonsLapsed) -> bool:
    return isinstance(act, ReasonsGiven)


def _moved(period: Period, matter: Matter) -> Iterator[Told]:
    for former in period.former:
        wait = former.broken_by
        if wait and wait.over_on:
            amount = _paid(matter, wait.asked_on) if wait.kind == "fee" else None
            days = {"since": wait.asked_on, "until": wait.over_on, "amount": amount}
            yield wait.kind, days
    for pause in period.pauses:
        if pause.workdays:
            whom = [common().recital.what[one.kind] for one in pause.waits]
            named = "、".join(dict.fromkeys(whom))
            yield "paused", {"since": pause.since, "until": pause.until, "what": named}
    for extension, workdays in period.extended:
        yield "extended", {"workdays": workdays, "told": extension.told_on}
    for delay, _ in period.delayed:
        yield "delayed", {"day": delay.fixed_on, "until": delay.until}


def _paid(matter: Matter, since: date) -> object:
    """Return the amount that a notice of a day asked for and that was paid."""
    noticed = any(isinstance(act, FeeNoticed) and act.on == since for act in matter.round)
    paid = [act.amount_yuan for act in matter.round if isinstance(act, FeePaid)]
    return paid[-1] if noticed and paid else None


def _settled(known: History, period: Period, matter: Matter) -> bool:
    """Tell whether the last day is settled: no notice is wanting, nobody is waited for."""
    assert period.due
    calendar = matter.place.calendar
    waits = any(wait.over_on is None and wait.asked_on <= matter.on for wait in known.waits)
    return not waits and not calendar.lenient.provisional_years(period.start, period.due)
