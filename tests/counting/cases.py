"""Cases of counting from YAML, in words that a jurist can read (tests/cases/counting)."""

from datetime import date
from typing import Any

import yaml
from conftest import ROOT

from ogi.casework import (
    Applicant,
    ApplicantClass,
    Channel,
    DeliveryWay,
    DisputeKind,
    DisputeResult,
    Item,
    ItemResult,
    Ledger,
)
from ogi.casework.acts import Act, key_of
from ogi.casework.afterwards import (
    AmendmentAsked,
    DisputeDecided,
    DisputeFiled,
    Reopened,
    StruckOut,
    Withdrawn,
)
from ogi.casework.asking import CorrectionAsked, CorrectionLapsed, CorrectionReceived, FeeLapsed
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Joined, Split, TakenOver
from ogi.casework.ledger import identified
from ogi.casework.replying import Delivered, Replied
from ogi.counting import ClosingList, closing_list_from

FOLDER = ROOT / "tests" / "cases" / "counting"


def load_cases() -> dict[str, dict[str, Any]]:
    """Every case by file and name."""
    return {
        f"{path.stem}: {name}": case
        for path in sorted(FOLDER.glob("*.yaml"))
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


def ledgers_of(case: dict[str, Any]) -> dict[str, Ledger]:
    return {str(key): ledger_of(said) for key, said in case["cases"].items()}


def ledger_of(said: dict[str, Any]) -> Ledger:
    """What a case says happened: came, replied, sent, result …"""
    acts: list[Act] = []
    items = [str(one) for one in said.get("items", [1])]
    if "came" in said:
        kinds = said.get("by", "natural_person")
        applicants = [
            Applicant(name=f"申请人{at}", kind=ApplicantClass(kind))
            for at, kind in enumerate(_many(kinds), 1)
        ]
        acts.append(
            Arrived(
                on=said["came"],
                channel=Channel(said.get("channel", "in_person")),
                applicants=tuple(applicants),
                items=tuple(Item(key=one, asks=f"事项{one}") for one in items),
            )
        )
    for number, result in enumerate(_many(said.get("result", [])), 1):
        acts += _reply(said, result, number, items)
    acts += _rest(said)
    return tuple(_struck(acts, said["struck"]) if "struck" in said else acts)


def _reply(said: dict[str, Any], result: Any, number: int, items: list[str]) -> list[Act]:
    if isinstance(result, dict) and "replied" in result:
        said, result = result, result["result"]
    by_item = result if isinstance(result, dict) else dict.fromkeys(items, result)
    results = tuple(
        ItemResult(item=str(item), outcome=code)
        for item, codes in by_item.items()
        for code in _many(codes)
        if code
    )
    acts: list[Act] = [Replied(on=said["replied"], number=str(number), results=results)]
    sent = said.get("sent", said["replied"])
    if sent:
        way = DeliveryWay(said.get("way", "post"))
        acts.append(Delivered(on=sent, way=way))
    return acts


def _rest(said: dict[str, Any]) -> list[Act]:
    single: dict[str, Any] = {
        "confirmed": Confirmed,
        "correction_lapsed": CorrectionLapsed,
        "fee_lapsed": FeeLapsed,
        "withdrawn": Withdrawn,
    }
    acts: list[Act] = [
        single[key](on=day) for key in single if key in said for day in _many(said[key])
    ]
    if "correction_asked" in said:
        day = said["correction_asked"]
        acts.append(CorrectionAsked(on=day, points=("写明文号",), until=date(day.year + 1, 3, 1)))
    if "joined" in said:
        acts.append(Joined(on=said["came"], others=tuple(said["joined"])))
    if "split" in said:
        acts.append(Split(on=said["split"]["day"], into=tuple(map(str, said["split"]["into"]))))
    if "amendment" in said:
        acts.append(AmendmentAsked(on=said["amendment"], record="登记表"))
    if "handed_over" in said:
        acts.append(HandedOver(on=said["handed_over"], organ="邻县局"))
    if "taken_over" in said:
        acts.append(TakenOver(on=said["taken_over"], organ="邻县局"))
    if "corrected" in said:
        acts += [_corrected(one) for one in _many(said["corrected"])]
    if "reopened" in said:
        acts.append(Reopened(on=said["reopened"], dispute="甲"))
    for number, one in enumerate(_many(said.get("dispute", [])), 1):
        acts += _dispute(one, str(one.get("name", number)))
    return acts


def _corrected(one: Any) -> CorrectionReceived:
    said = one if isinstance(one, dict) else {"day": one}
    items = tuple(Item(key=str(key), asks=f"事项{key}") for key in said.get("items", ()))
    return CorrectionReceived(on=said["day"], channel=Channel.IN_PERSON, items=items)


def _struck(acts: list[Act], said: dict[str, Any]) -> list[Act]:
    """Strike out an act of what follows upon the arrival, by its key."""
    named = identified(tuple(acts))
    entry = next(act.id for act in named if key_of(act) == said["entry"])
    return [*named, StruckOut(on=said["day"], by="李敏", entry=entry, reason="登记错了")]


def _dispute(one: dict[str, Any], name: str) -> list[Act]:
    filed = [
        DisputeFiled(on=day, dispute=name, kind=DisputeKind(one["kind"]))
        for day in _many(one.get("filed", []))
    ]
    decided = [
        DisputeDecided(
            on=day,
            dispute=name,
            result=DisputeResult(one["result"]),
            outcome=one.get("outcome", ""),
            note=one.get("note", ""),
        )
        for day in _many(one.get("decided", []))
    ]
    return [*filed, *decided]


def filed_list(case: dict[str, Any]) -> ClosingList:
    return closing_list_from({"year": case.get("year", 2026) - 1, "cases": case["filed"]})


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
