"""What stands in a letter, gathered from the ledger, the clock, the organ and the facts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from ogi.casework import ApplicantClass, Item, Ledger, key_of
from ogi.casework.acts import Act
from ogi.casework.afterwards import AmendmentAsked, AmendmentDecided
from ogi.casework.asking import (
    CorrectionReceived,
    OrganAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Registered
from ogi.casework.replying import Delivered, Replied
from ogi.docket import history
from ogi.letters.forms import LetterForm, common, elements

Values = dict[str, Any]

# Fields of an act under the name of the element that they give.
_ELEMENTS = {"organ": "asked_organ", "amount_yuan": "amount", "reasons": "reason"}
_PLAIN = ("points", "until", "reason", "workdays", "party", "joint", "unit")
_COPIED = frozenset((*_PLAIN, *_ELEMENTS))


def from_ledger(form: LetterForm, ledger: Ledger) -> Values:
    """Return the elements that a ledger gives a letter; what it does not say is left out."""
    acts = sorted(ledger, key=lambda act: act.on)
    values: Values = {}
    for act in acts:
        if key_of(act) in form.acts:
            values.update(_from_act(act))
        values.update(_from_any(act, values))
    received = history(ledger).received_on
    if received:
        values["received"] = received
    return {key: value for key, value in values.items() if value not in ("", (), None)}


def _from_act(act: Act) -> Iterator[tuple[str, Any]]:
    """Yield what the act gives that the letter reports."""
    for field in fields(act):
        if field.name in _COPIED:
            yield _ELEMENTS.get(field.name, field.name), getattr(act, field.name)
    yield "asked_on", act.on
    yield "withdrawn_on", act.on
    if isinstance(act, ThirdPartyAsked | OrganAsked):
        yield "whom", "第三方" if isinstance(act, ThirdPartyAsked) else "其他行政机关"
    if isinstance(act, AmendmentDecided):
        yield "result", act.result.label


def _from_any(act: Act, known: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what an act gives to any letter."""
    match act:
        case Arrived():
            yield "applicant", "、".join(one.name for one in act.applicants)
            yield "you", _you(act)
            yield "request", _request(act.items)
            yield "channel", act.channel.label
        case CorrectionReceived() if act.items:
            yield "request", _request(act.items)
        case Registered():
            yield "application_number", act.number
        case ThirdPartyAnswered():
            said = "第三方同意公开" if act.consents else "第三方不同意公开"
            yield "opinion", said + (f"，理由是：{act.reasons}" if act.reasons else "")
        case ThirdPartySilent():
            yield "opinion", "第三方逾期未提出意见"
        case ReasonsGiven():
            yield "given_reasons", f"{known.get('you', '')}说明的理由是：{act.reasons}"
        case ReasonsLapsed():
            yield "given_reasons", f"{known.get('you', '')}逾期未说明理由"
        case AmendmentAsked():
            yield "record", act.record
            yield "evidence", "、".join(act.evidence)
        case Replied():
            yield "results", act.results
            yield "reply_number", act.number
        case Delivered():
            yield "online", act.way is DeliveryWay.ELECTRONIC


def _you(arrived: Arrived) -> str:
    words: Mapping[str, str] = common()["you"]
    if len(arrived.applicants) > 1:
        return words["several"]
    person = all(one.kind is ApplicantClass.NATURAL_PERSON for one in arrived.applicants)
    return words["natural_person" if person else "others"]


def _request(items: tuple[Item, ...]) -> str:
    asked = [item.asks.rstrip("。；; ") for item in items]
    if len(asked) == 1:
        return asked[0]
    return "；".join(f"{number}.{text}" for number, text in enumerate(asked, 1))


def from_facts(facts: Mapping[str, Any]) -> Values:
    """Return facts under the keys of the elements; Chinese names are keys too."""
    by_name = {one.name: key for key, one in elements().items()}
    given = {by_name.get(str(key), str(key)): value for key, value in facts.items()}
    return {key: value for key, value in given.items() if value not in ("", [], None)}


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
