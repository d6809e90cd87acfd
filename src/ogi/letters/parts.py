"""The parts of a letter (文书的各部分): one for a single result, one for each item of several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import Item, ItemResult
from ogi.casework.grounds import ground
from ogi.casework.items import items_of
from ogi.casework.outcomes import outcomes
from ogi.letters.facts import facts_for
from ogi.letters.forms import LetterForm, elements, letter_form
from ogi.letters.grounds import Rests, misfits, rests_on, withheld_from
from ogi.letters.material import opinion_of
from ogi.letters.matter import Matter
from ogi.letters.shared import common
from ogi.letters.templates import basis_of, fill

_RESULT = "办理结果"


@dataclass(frozen=True)
class Part:
    """What a letter says of everything, or of one item: the form whose text it has, the values
    that fill it, and what it rests on. `troubles` say in Chinese what does not fit.
    """

    form: LetterForm
    values: Mapping[str, Any]
    rests: Rests
    item: Item | None = None
    place: int = 0
    troubles: tuple[str, ...] = ()
    result: ItemResult | None = None

    @property
    def missing(self) -> list[str]:
        """The keys of the elements that are needed and not there."""
        keys = dict.fromkeys(self.form.needs)
        lacking: list[str] = [key for key in keys if self.values.get(key) in (None, "", [], ())]
        for group in self.form.one_of:
            lacking += [] if any(self.values.get(key) for key in group) else [group[0]]
        return lacking

    @property
    def name(self) -> str:
        """The item that it answers, as officials write it; "" for all of them."""
        return f"第{self.place}项：" if self.item else ""


def parts_of(matter: Matter, values: Mapping[str, Any]) -> tuple[tuple[Part, ...], list[str]]:
    """Return the parts of a letter, and why there can be none."""
    if matter.form.composite:
        return _items(matter, values)
    return (part_of(matter.form, values, values.get("results", ()), matter.on),), []


def part_of(
    form: LetterForm,
    values: Mapping[str, Any],
    results: Sequence[ItemResult],
    on: date,
    item: Item | None = None,
    place: int = 0,
    troubles: Sequence[str] = (),
) -> Part:
    """Return a part with its words for what it speaks of, its basis, what is withheld."""
    found = {**values, **dict(_speaking(values, item))}
    wrong = list(troubles)
    if "withheld" in found:
        found["withheld"], lacking = withheld_from(found["withheld"])
        wrong += lacking
    rests = rests_on(form, results, found.get("withheld", ()), on)
    wrong += [*misfits(form, results, rests), *_odd_kinds(form, found)]
    if rests.cites:
        found["basis"] = basis_of(rests.cites)
    result = results[0] if item and results else None
    return Part(form, found, rests, item, place, tuple(wrong), result)


def _speaking(values: Mapping[str, Any], item: Item | None) -> Iterator[tuple[str, str]]:
    words = common().speaks_of.item if item else common().speaks_of.whole
    you = values.get("you", common().you.unknown)
    for key in words.__struct_fields__:
        yield key, fill(getattr(words, key), {"you": you})


def _odd_kinds(form: LetterForm, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the elements that must name one of the kinds of their article and do not."""
    used = dict.fromkeys(one for code in form.outcomes for one in outcomes()[code].grounds)
    for key in ("kind", "interest", "harm"):
        kinds = [kind for one in used for kind in ground(one).kinds]
        given = values.get(key)
        if key in form.needs and given and kinds and not any(one in str(given) for one in kinds):
            yield f"{elements()[key].name}“{given}”应当是{'、'.join(kinds)}之一"


def _items(matter: Matter, values: Mapping[str, Any]) -> tuple[tuple[Part, ...], list[str]]:
    """Return a part for each item, with the results of the ledger or of the facts."""
    items = items_of(matter.now.progress.acts)
    given: Mapping[str, dict[str, Any]] = values.get("items", {})
    troubles = [] if len(items) > 1 else ["申请只有一项，用这一项结果的文书"]
    keys = [item.key for item in items]
    troubles += [f"申请没有事项{key}，有{'、'.join(keys)}" for key in given if key not in keys]
    recorded = {one.item: one for one in values.get("results", ())}
    parts = []
    for place, item in enumerate(items, 1):
        facts = dict(given.get(item.key, {}))
        result, trouble = _result(item, facts.pop(_RESULT, ""), recorded.get(item.key))
        if result is None:
            troubles.append(trouble)
            continue
        parts.append(_item(matter, values, facts, result, item, place))
        troubles += [trouble] if trouble else []
    return tuple(parts), troubles


def _result(item: Item, said: object, recorded: ItemResult | None) -> tuple[ItemResult | None, str]:
    """Return the result of an item, and what is wrong with it."""
    code = str(said)
    if recorded is None and not code:
        return None, f"事项{item.key}没有办理结果：台账没有登记答复，事实里也没有写办理结果"
    if recorded is not None:
        differs = bool(code) and code != recorded.outcome
        trouble = f"事项{item.key}的办理结果写的是{code}，台账记载的是{recorded.outcome}"
        return recorded, trouble if differs else ""
    if code not in outcomes():
        return None, f"事项{item.key}的办理结果“{code}”没有收录，可以写{'、'.join(outcomes())}"
    own = outcomes()[code].grounds
    return ItemResult(item=item.key, outcome=code, grounds=own if len(own) == 1 else ()), ""


def _item(
    matter: Matter,
    values: Mapping[str, Any],
    facts: Mapping[str, Any],
    result: ItemResult,
    item: Item,
    place: int,
) -> Part:
    form = letter_form(outcomes()[result.outcome].letter)
    read = facts_for(form, facts)
    own = {"opinion": opinion_of(matter.now.progress.acts, item.key)}
    shared = {key: value for key, value in values.items() if key not in ("items", "opinion")}
    found = {**read.values, **shared, **{key: one for key, one in own.items() if one}}
    return part_of(form, found, (result,), matter.on, item, place, read.troubles)
