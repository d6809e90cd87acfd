"""What stands in a letter as the ledger says it (台账所记), known by the letter's day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ogi.casework import ApplicantClass, Item, Ledger
from ogi.casework.acts import Act
from ogi.casework.afterwards import AmendmentAsked, AmendmentDecided, Reopened
from ogi.casework.asking import (
    OrganAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Registered
from ogi.casework.items import items_of
from ogi.casework.replying import Delivered, Replied
from ogi.docket import history
from ogi.letters.matter import Matter, fields_of, this_round
from ogi.letters.shared import common

Values = dict[str, Any]

# Fields of an act under the name of the element that they give.
_ELEMENTS = {"organ": "asked_organ", "amount_yuan": "amount", "reasons": "reason"}
_PLAIN = ("points", "until", "reason", "workdays", "party", "joint", "unit", "approver")
_COPIED = frozenset((*_PLAIN, *_ELEMENTS))


def from_ledger(matter: Matter) -> Values:
    """Return the elements that a ledger gives a letter; what it does not say is left out."""
    acts = matter.now.progress.acts
    values: Values = {"party": matter.party} if matter.form.to == "third_party" else {}
    if asked := matter.asked:
        values.update(_from_act(asked))
    for act in acts:
        values.update(_from_any(act, values))
    if isinstance(matter.act, Replied):
        values["results"] = matter.act.results
    if items := items_of(acts):
        values["request"] = _request(items)
    for act in this_round(matter.ledger):
        if isinstance(act, Delivered):
            values["online"] = act.way is DeliveryWay.ELECTRONIC
    values["received"] = received_on(matter.ledger, matter.on)
    values["opinion"] = opinion_of(acts)
    values["overruled"] = _overruled(acts, matter.party)
    values.update(_consulted(acts) if "consulted" in matter.form.needs else ())
    return {key: value for key, value in values.items() if value not in ("", (), [], None)}


def received_on(ledger: Ledger, on: date) -> date | None:
    """Return the day on which an application was received, also where it was taken up again."""
    again = [act.on for act in ledger if isinstance(act, Reopened)]
    first = tuple(act for act in ledger if not again or act.on < min(again))
    day = history(first).received_on
    return day if day is None or day <= on else None


def _from_act(act: Act) -> Iterator[tuple[str, Any]]:
    """Yield what the act gives that the letter reports."""
    for name in fields_of(type(act)):
        if name in _COPIED:
            yield _ELEMENTS.get(name, name), getattr(act, name)
    yield "asked_on", act.on
    yield "withdrawn_on", act.on
    if isinstance(act, AmendmentDecided):
        yield "result", act.result.label


def _from_any(act: Act, known: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what an act gives to any letter."""
    match act:
        case Arrived():
            yield "applicant", "、".join(one.name for one in act.applicants)
            yield "you", _you(act)
            yield "channel", act.channel.label
        case Registered():
            yield "application_number", act.number
        case ReasonsGiven():
            yield "given_reasons", f"{known.get('you', '')}说明的理由是：{act.reasons}"
        case ReasonsLapsed():
            yield "given_reasons", f"{known.get('you', '')}逾期未说明理由"
        case AmendmentAsked():
            yield "record", act.record
            yield "evidence", "、".join(act.evidence)


Opinion = ThirdPartyAnswered | ThirdPartySilent


def opinions(acts: Sequence[Act], item: str = "") -> dict[str, Opinion]:
    """Return what each third party said last, or that it was silent; of an item, where named."""
    about = {
        act.party
        for act in acts
        if isinstance(act, ThirdPartyAsked) and (not item or not act.items or item in act.items)
    }
    said = {
        act.party: act for act in acts if isinstance(act, ThirdPartyAnswered | ThirdPartySilent)
    }
    return {party: act for party, act in said.items() if party in about}


def opinion_of(acts: Sequence[Act], item: str = "") -> str:
    """Say what the third parties think, none of them by name."""
    said = [_opinion(one) for one in opinions(acts, item).values()]
    if len(said) < 2:
        return f"第三方{said[0]}" if said else ""
    return "；".join(f"一个第三方{one}" for one in said)


def _opinion(act: Opinion) -> str:
    if isinstance(act, ThirdPartySilent):
        return "逾期未提出意见"
    said = "同意公开" if act.consents else _objection(act)
    return said + (f"，理由是：{act.reasons}" if act.reasons and not act.consents else "")


def _objection(act: ThirdPartyAnswered) -> str:
    return "只同意公开其中一部分" if act.consents_to else "不同意公开"


def _overruled(acts: Sequence[Act], party: str) -> str:
    """Say to a third party what it answered itself."""
    said = opinions(acts).get(party)
    if said is None or (isinstance(said, ThirdPartyAnswered) and said.consents):
        return ""
    objects = _objection(said) if isinstance(said, ThirdPartyAnswered) else "逾期未提出意见"
    return f"你（单位）{objects}"


def _consulted(acts: Sequence[Act]) -> Iterator[tuple[str, Any]]:
    asked = [act for act in acts if isinstance(act, ThirdPartyAsked | OrganAsked)]
    days = dict.fromkeys((act.on, _whom(act)) for act in asked)
    yield "whom", "、".join(dict.fromkeys(map(_whom, asked)))
    yield "consulted", [f"于{words_of(day)}书面征求{whom}的意见" for day, whom in days]


def _whom(act: ThirdPartyAsked | OrganAsked) -> str:
    return "第三方" if isinstance(act, ThirdPartyAsked) else "其他行政机关"


def _you(arrived: Arrived) -> str:
    words = common().you
    if len(arrived.applicants) > 1:
        return words.several
    person = all(one.kind is ApplicantClass.NATURAL_PERSON for one in arrived.applicants)
    return words.natural_person if person else words.others


def _request(items: tuple[Item, ...]) -> str:
    asked = [item.asks.rstrip("。；; ") for item in items]
    if len(asked) == 1:
        return asked[0]
    return "；".join(f"{number}.{text}" for number, text in enumerate(asked, 1))


def words_of(value: Any) -> Any:
    """Return a value as a letter prints it: dates in Chinese, money without empty decimals.

    >>> words_of(date(2026, 9, 1))
    '2026年9月1日'
    """
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal(1)) if value == value.to_integral() else value)
    if isinstance(value, list | tuple):
        return [words_of(one) for one in value]
    return value
