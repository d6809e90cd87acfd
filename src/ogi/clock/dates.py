"""The next dates of a case (期限一览): each with its period, for whom, and what follows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from ogi.clock.history import Contest, History, Wait, as_of
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.reply import reply_period
from ogi.clock.terms import last_day_of
from ogi.clock.waits import kind_of, last_day, rule_for
from ogi.errors import DataFileError, UnknownYearError, UsageError
from ogi.law import Citation, Provision, provision_names


@dataclass(frozen=True, slots=True)
class DateRule:
    """What data/dates.yaml says of a date: its number (L1–L15), for whom, what follows."""

    code: str
    label: str
    whose: str
    provision: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date of a case. `day` is the last day, None while it is not known, which `why` says;
    `whose` must act, and `then` says in Chinese what follows when nothing is done.
    """

    code: str
    label: str
    day: date | None
    whose: str
    since: date | None
    cites: Citation
    then: str = ""
    why: str = ""


@cache
def date_rules() -> Mapping[str, DateRule]:
    """Return every date of a case by its number; raises DataFileError."""
    text = (files("ogi.clock") / "data" / "dates.yaml").read_text(encoding="utf-8")
    return read_date_rules(yaml.safe_load(text))


def read_date_rules(data: Mapping[str, Mapping[str, str]]) -> Mapping[str, DateRule]:
    """Return the dates of a case from what their file holds; raises DataFileError."""
    rules = {code: DateRule(code, **entry) for code, entry in data.items()}
    if unknown := {one.provision for one in rules.values()} - {"", *provision_names()}:
        raise DataFileError(f"dates.yaml names unknown provisions {sorted(unknown)}")
    return MappingProxyType(rules)


def next_dates(history: History, on: date, place: Jurisdiction) -> tuple[DueDate, ...]:
    """Return the dates that matter on a day, the soonest first, those not known last."""
    known = as_of(history, on)
    found = [*_intake(known, on, place), *_handling(known, on, place), *_remedies(known, place)]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or on, one.code)))


def _intake(history: History, on: date, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield what is due first: confirmation (L9), and notice of a correction (L1)."""
    if history.received_on is None:
        if history.arrived_on and history.confirms:
            yield from _by_period("L9", history.arrived_on, place)
    elif not history.ended_on and not any(one.kind == "correction" for one in history.waits):
        asking = _by_period("L1", history.received_on, place)
        yield from (one for one in asking if one.day is None or on <= one.day)


def _handling(history: History, on: date, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield the reply (L3, L4, L15) and what is waited for (L2, L5, L6, L7)."""
    period = reply_period(history, place, on)
    if history.ended_on or period is None:
        return
    yield from (_of_wait(one, place) for one in history.waits if _is_open(one) and _code(one))
    rule = place.law.provision(history.period, period.start)
    why = f"等{kind_of(period.broken_by).label}" if period.broken_by else ""
    code = "L15" if history.ordered else "L4" if period.extended else "L3"
    yield _made(code, period.due, period.start, rule.cites, why)


def _remedies(history: History, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield what the applicant (L10–L12) and the review body (L13) may still do."""
    if history.replied and history.reached_on and not history.contests:
        yield from _by_period("L10", history.reached_on, place)
        yield from _by_period("L11", history.reached_on, place)
    reviews = [one for one in history.contests if one.kind == "review"]
    for review in reviews:
        if review.decided_on is None:
            yield from _by_period("L13", review.filed_on, place)
        elif not _taken_on(review, history):
            yield from _by_period("L12", review.decided_on, place)


def _taken_on(review: Contest, history: History) -> bool:
    return any(
        one.kind == "suit_after_review" and one.filed_on >= (review.decided_on or one.filed_on)
        for one in history.contests
    )


def _is_open(wait: Wait) -> bool:
    return wait.over_on is None


def _code(wait: Wait) -> str:
    return kind_of(wait).code


def _of_wait(wait: Wait, place: Jurisdiction) -> DueDate:
    kind, cites = kind_of(wait), kind_of(wait).cites
    day, why = _settled(lambda: last_day(wait, place))
    if period := rule_for(wait, kind.period, place):
        cites = period.cites
    silence = rule_for(wait, kind.silence, place)
    then = str(silence.value) if silence else ""
    since = wait.reached_on or wait.asked_on
    made = _made(kind.code, day, since, cites, why or ("" if day else "没有记载签收之日"))
    label = f"{made.label}（{wait.who}）" if wait.who else made.label
    return DueDate(made.code, label, day, made.whose, since, cites, then, made.why)


def _by_period(code: str, since: date, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield a date that a provision alone sets; none where it is not on file for that day."""
    term = _term(date_rules()[code].provision, since, place)
    if term:
        day, why = _settled(lambda: last_day_of(since, term, place.calendar))
        yield _made(code, day, since, term.cites, why)


def _settled(reckon: Callable[[], date | None]) -> tuple[date | None, str]:
    """Return a day, or the reason why it cannot be stated yet."""
    try:
        return reckon(), ""
    except UnknownYearError as error:
        return None, f"{error.year}年的放假安排尚未收录"


def _term(name: str, on: date, place: Jurisdiction) -> Provision | None:
    try:
        return place.law.provision(name, on)
    except UsageError:
        return None


def _made(code: str, day: date | None, since: date, cites: Citation, why: str = "") -> DueDate:
    rule = date_rules()[code]
    return DueDate(code, rule.label, day, rule.whose, since, cites, rule.then, why)
