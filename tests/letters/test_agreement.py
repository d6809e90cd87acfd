"""A letter that is issued agrees with its ledger in every figure and date; one that is refused
says which fact is missing or contradicts.
"""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from docket.walks import PLACE, walk
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.cases import organ_for, text_of
from ogi.casework import Applicant, ApplicantClass, Item, Ledger, key_of, ledger_to
from ogi.casework.intake import Arrived
from ogi.clock import Extension, as_of, reply_due, reply_period
from ogi.docket import history
from ogi.law import provision_names, versions
from ogi.letters import Letter, compose, elements, letter_form, letter_forms
from ogi.letters.numbering import party_of

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
INSTRUMENT = re.compile(r"〔\d+〕\d+号")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORDS = {"text": "其一", "texts": ["其一", "其二"], "flag": True}
KINDS = {"kind": "讨论记录人事管理", "interest": "商业秘密", "harm": "公共安全"}
GIVEN = {"earlier_day": date(2020, 6, 1), "earlier_number": "文号甲", "approver": "何敏"}
LEDGERS_OWN = {"request", "applicant", "given_reasons", "opinion", "overruled", "whom", "consulted"}
ORGAN = organ_for({})
SINCE = date(2024, 1, 1)
OFTEN = {"P01", "P05", "P06", "P07", "R26"}


def whole(ledger: Ledger) -> Ledger:
    """A ledger of a walk whose application says who asks for what."""
    return tuple(_named(act) for act in ledger)


def _named(act: Any) -> Any:
    if not isinstance(act, Arrived):
        return act
    who = Applicant(name="林青禾", kind=ApplicantClass.NATURAL_PERSON)
    return Arrived(
        on=act.on, channel=act.channel, applicants=(who,), items=(Item(key="1", asks="甲文件"),)
    )


def facts_of(code: str) -> dict[str, Any]:
    """Facts for all that a letter needs and the ledger does not say."""
    form = letter_form(code)
    needed = [*form.needs, *(group[0] for group in form.one_of)]
    found: dict[str, Any] = {}
    for key in needed:
        one = elements()[key]
        if (
            not re.search("台账|机关信息", one.source)
            and "推算" not in one.source
            and one.type in WORDS
        ):
            found[key] = GIVEN.get(key) or KINDS.get(key) or WORDS[one.type]
    found |= {key: value for key, value in GIVEN.items() if key in needed and key != "approver"}
    if "reason" in form.needs and form.records in ("replied", "reply_delayed", "extended"):
        found["reason"] = "其一"
    if "withheld" in form.needs:
        found["withheld"] = [{"内容": "其一", "不属于政府信息": True, "理由": "其二"}]
    return found


def recent(chance: random.Random) -> Ledger:
    """A walk since the review law says who reviews; () where chance gave none."""
    for _ in range(12):
        acts = walk(chance).acts
        if acts and acts[0].on >= SINCE:
            return whole(acts)
    return ()


def chosen(code: str, ledger: Ledger, chance: random.Random) -> dict[str, Any]:
    """The facts of a letter, with one of the parties of its ledger."""
    form = letter_form(code)
    key = {"third_party": "party", "organ": "asked_organ", "unit": "unit"}.get(form.to, "")
    known = [party_of(act) for act in ledger if key_of(act) in (form.records, "third_party_asked")]
    parties = [one for one in known if one]
    return {**facts_of(code), **({key: chance.choice(parties)} if key and parties else {})}


def likely(ledger: Ledger, chance: random.Random) -> Iterator[tuple[str, date]]:
    """Letters that a ledger may give, mostly on the day of the act that goes with them."""
    days: dict[str, date] = {key_of(act): act.on for act in ledger}
    replies = [one.code for one in letter_forms().values() if one.records == "replied"]
    some = chance.sample(replies, 3)
    for form in letter_forms().values() if ledger else ():
        usual = days.get(form.records, chance.choice(ledger).on)
        late = usual + timedelta(chance.choice((0, 0, 0, 1, 30)))
        if form.code in some or (form.records != "replied" and form.records in days):
            yield form.code, late
    if some and "third_party_asked" in days:
        yield "P06", days["third_party_asked"]


def dates_in(value: Any) -> Iterator[date]:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield date.fromisoformat(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from dates_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from dates_in(one)


def consequences(ledger: Ledger, on: date) -> Iterator[date]:
    """The days that follow from a ledger on a day: the last days, before and after."""
    known = as_of(history(ledger), on)
    yield from filter(None, [known.received_on, reply_due(known, PLACE, on)])
    period = reply_period(known, PLACE, on)
    for pause in period.pauses if period else ():
        yield from (pause.since, pause.until)
    for act in ledger:
        for part in (tuple(one for one in ledger if one is not act),):
            before = reply_due(as_of(history(part), on), PLACE, on) if part else None
            yield from filter(None, [before])
    for workdays in {getattr(act, "workdays", 20) for act in ledger} | {20}:
        told = Extension(decided_on=on, told_on=on, workdays=workdays)
        for base in (known.extensions, ()):
            more = type(known)(
                **{**{n: getattr(known, n) for n in known.__slots__}, "extensions": (*base, told)}
            )
            yield from filter(None, [reply_due(more, PLACE, on)])


def figures_known(ledger: Ledger) -> set[str]:
    """Every number of the ledger, and of the law."""
    found = set(NUMBER.findall(str(ledger_to(ledger))))
    for name in provision_names():
        for version in versions(name):
            found |= set(NUMBER.findall(str(version.value)))
    return found


@settings(deadline=None, max_examples=12)
@given(seed=st.integers(0, 10**9))
def test_an_issued_letter_agrees_with_its_ledger(seed):
    chance = random.Random(seed)
    ledger = recent(chance)
    for code, on in likely(ledger, chance):
        made = compose(code, ledger, ORGAN, on, chosen(code, ledger, chance))
        if isinstance(made, Letter):
            agrees(made, ledger, on)
        else:
            assert made.missing or made.troubles
            assert str(made)


def agrees(made: Letter, ledger: Ledger, on: date) -> None:
    text = "\n".join((text_of(made), made.day))
    known = {*dates_in(ledger_to(ledger)), *consequences(ledger, on), on, GIVEN["earlier_day"]}
    told = {date(*map(int, found)) for found in DATE.findall(text)}
    assert told <= known, (told - known, str(ledger), text)
    rest = INSTRUMENT.sub("", DATE.sub("", text).replace(made.number, ""))
    extra = (made.elements.get("workdays"), made.elements.get("amount"), 1, 2)
    figures = figures_known(ledger) | {str(one) for one in extra}
    figures |= {str(PLACE.calendar.count(on, day)) for day in consequences(ledger, on)}
    odd = set(NUMBER.findall(rest.replace(ORGAN.contact, ""))) - figures
    assert not odd, (odd, text)


def test_random_ledgers_do_give_letters():
    chance = random.Random(7)
    issued = set()
    for _ in range(400):
        ledger = recent(chance)
        for code, on in likely(ledger, chance):
            if isinstance(compose(code, ledger, ORGAN, on, chosen(code, ledger, chance)), Letter):
                issued.add(code)
        if issued >= OFTEN:
            break
    assert issued >= OFTEN
