"""Making the demo county: by the services that people use, with days relative to today."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from ogi.casework import Channel, ledger_from
from ogi.casework.table import case_table
from ogi.workdays import WorkCalendar
from ogisite.core.models import Appointment, Organ, Person
from ogisite.demo.county import Course, county
from ogisite.demo.replying import ACTS, reply
from ogisite.intake.models import Case, Party
from ogisite.intake.services.arrivals import Arrival, PartyData, add_party, receive, register
from ogisite.intake.services.recording import record

_SEED = 20260101
_DAYS_BACK = 690
_SHORT: dict[str, dict[str, Any]] = {
    "register": {"registered": {}},
    "assign": {"assigned": {}},
    "review": {"reviewed": {"approved": True, "opinion": "同意"}, "after": 1},
    "secrecy": {"secrecy_reviewed": {"approved": True, "opinion": "不涉密，可以公开"}, "after": 1},
    "sign": {"signed": {}, "after": 1},
    "deliver": {"delivered": {"way": "direct"}, "after": 1},
}


@dataclass(frozen=True, slots=True)
class Made:
    """A person of the county, with the password that was made for them."""

    person: Person
    organ: Organ
    roles: tuple[str, ...]
    password: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a course: the act, what is filled in, working days after the step before; of a
    reply, the code of its result is filled in.
    """

    act: str
    facts: Any
    after: int


def make_people(today: date) -> list[Made]:
    """Make the organs and their people; each has a password of their own."""
    made: list[Made] = []
    chance = Random(_SEED)
    names = _names(chance)
    top: Organ | None = None
    for one in county().organs:
        organ = Organ.objects.create(
            name=one.name,
            kind=one.kind,
            code=one.code,
            parent=top,
            is_competent=one.competent,
            rules=one.rules,
            particulars=county().particulars,
            address=f"{county().region}城关镇人民路{len(made) + 1}号",
            phone="0000-0000000",
            office_hours="工作日8:30—12:00，14:00—17:30",
        )
        top = top or organ
        held = [("registrar", "handler"), ("handler",), ("reviewer",), ("secrecy_reviewer",)]
        held += [("legal_reviewer",)] if "legal_reviewed" in one.rules.get("steps", ()) else []
        held += [("head", "administrator")]
        held += [("supervisor",)] if one.competent else []
        made += [_person(next(names), organ, roles) for roles in held]
    return made


def _person(name: str, organ: Organ, roles: tuple[str, ...]) -> Made:
    password = secrets.token_urlsafe(9)
    login = f"{organ.pk}-{roles[0].replace('_', '-')}"
    login = f"{login}-{Person.objects.filter(login__startswith=login).count() + 1}"
    person = Person.objects.create_user(login.removesuffix("-1"), name, password)
    for role in roles:
        Appointment.objects.create(person=person, organ=organ, role=role)
    return Made(person, organ, roles, password)


def _names(chance: Random) -> Iterator[str]:
    used = set()
    while True:
        name = chance.choice(county().surnames) + chance.choice(county().given)
        if name not in used:
            used.add(name)
            yield name


def make_cases(today: date) -> Iterator[Case]:
    """Make the cases of the county, oldest arrival first within an organ."""
    chance = Random(_SEED)
    organs = [one for one in Organ.objects.order_by("pk") if not one.is_competent]
    plans = []
    for course in county().courses.values():
        for _ in range(course.weight):
            organ = chance.choice(organs)
            plans.append((_arrival(course, today, chance), organ, course))
    for arrived_on, organ, course in sorted(plans, key=lambda one: one[0]):
        yield _case(organ, course, arrived_on, today, chance)


def steps_of(course: Course, organ: Organ) -> list[Step]:
    """Return the steps of a course at an organ, with those that its own rules add."""
    steps = []
    has_legal_review = "legal_reviewed" in organ.rules.get("steps", ())
    for one in course.steps:
        plain = dict(_SHORT[one]) if isinstance(one, str) else dict(one)
        act = next(iter(plain))
        steps.append(Step(act, plain[act], plain.get("after", 0)))
        if act == "reviewed" and plain[act]["approved"] and has_legal_review:
            steps.append(Step("legal_reviewed", {"approved": True}, 0))
    return steps


def _arrival(course: Course, today: date, chance: Random) -> date:
    """Return the day on which a case arrived, so that its last step is behind us."""
    length = sum(one.get("after", 0) for one in course.steps if isinstance(one, dict)) + 6
    if course.open is not None:
        return _workdays_before(today, course.open + length - 6 + _short_days(course))
    back = chance.randint(int(length * 1.9) + 12, _DAYS_BACK)
    return _workdays_before(today - timedelta(back), 0)


def _short_days(course: Course) -> int:
    return sum(_SHORT[one].get("after", 0) for one in course.steps if isinstance(one, str))


def _workdays_before(day: date, count: int) -> date:
    calendar = WorkCalendar().lenient
    while count or not calendar.is_workday(day):
        count -= calendar.is_workday(day)
        day -= timedelta(1)
    return day


def _case(organ: Organ, course: Course, arrived_on: date, today: date, chance: Random) -> Case:
    people = _people(organ)
    name = chance.choice(county().surnames) + "某某"
    who = PartyData("natural_person", name, phone="000-0000", address="演示地址")
    asks = [chance.choice(county().subjects)]
    channel = Channel(course.channel)
    by = None if channel is Channel.ONLINE else people["registrar"]
    case = receive(
        organ, Arrival(channel, arrived_on, [who], asks, "collect"), at=_at(arrived_on), by=by
    ).case
    day = arrived_on
    steps = steps_of(course, organ)
    for at, step in enumerate(steps):
        day = WorkCalendar().lenient.add(day, step.after) if step.after else day
        if day > today:
            break
        _do(case, step, day, people, _coming(steps[at:]))
    case.refresh_from_db()
    return case


def _people(organ: Organ) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for one in Appointment.objects.filter(organ=organ).select_related("person").order_by("pk"):
        found[one.role] = one.person
    return found


def _coming(steps: list[Step]) -> str:
    """Return the result to which the steps lead; of a course without one, that nothing is held."""
    return next((str(one.facts) for one in steps if one.act == "replied"), "D41a")


def _do(case: Case, step: Step, day: date, people: dict[str, Person], outcome: str) -> None:
    case.refresh_from_db()
    at = _at(day)
    if step.act == "registered":
        register(case, day, by=people["registrar"], at=at)
        return
    roles = case_table().moves[step.act].roles
    by = next(people[role] for role in roles if role in people)
    if step.act in ACTS:
        by = case.handler or by if step.act == "drafted" else by
        reply(case, step.act, step.facts, outcome, by=by, at=at)
        return
    facts = _facts(case, step, day, people)
    if step.act in ("correction_asked", "third_party_asked") and case.handler:
        by = case.handler
    record(case, ledger_from([{"act": step.act, "day": str(day), **facts}])[0], by=by, at=at)


def _facts(case: Case, step: Step, day: date, people: dict[str, Person]) -> dict[str, Any]:
    """Return what is filled in, with days that are counted from the day of the act."""
    if step.act == "assigned":
        return {"handler": people["handler"].name}
    facts = dict(step.facts)
    if isinstance(facts.get("until"), int):
        facts["until"] = str(WorkCalendar().lenient.add(day, facts["until"]))
    if step.act == "extended":
        facts["approver"] = people["head"].name
    if facts.get("party") == "第三方":
        facts["party"] = "乙1"
        if not case.parties.filter(token="乙1").exists():
            add_party(case, "乙1", Party.Role.THIRD_PARTY, PartyData("company", "演示建材有限公司"))
    return facts


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10, 0)))
