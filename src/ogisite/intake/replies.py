"""The reply that a draft would be (答复书稿): results by item, and the letter that tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ogi.casework import Item, ItemResult
from ogi.casework.acts import Ledger
from ogi.casework.grounds import grounds
from ogi.casework.items import items_of
from ogi.casework.outcomes import outcome, outcomes
from ogi.casework.replying import Replied
from ogi.casework.strikes import effective
from ogi.letters import Letter, LetterForm, Unissued, facts_of, letter_form, reply_letter
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.letters import Made, composed, digest_of
from ogisite.intake.models import Case, Draft

_BY_ITEM = "R27"
_ONLINE = frozenset(("email", "download"))


@dataclass(frozen=True, slots=True)
class Content:
    """What a draft says: the code of the result of each item, and the facts of its letter."""

    results: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: Draft | None) -> "Content":
        """Return what a draft says."""
        if draft is None:
            return cls()
        return cls({one["item"]: one["outcome"] for one in draft.results}, draft.facts)

    @property
    def as_results(self) -> list[dict[str, str]]:
        """Return the results as a draft keeps them."""
        return [{"item": key, "outcome": code} for key, code in self.results.items()]


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the results that a reply can tell, by the groups of the form."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for code, one in outcomes().items():
        if reply_letter(code):
            groups.setdefault(one.family_term, []).append((code, one.term))
    return list(groups.items())


def grounds_of(code: str) -> list[tuple[str, str]]:
    """Return the grounds that lead to a result, with their terms."""
    own = outcome(code).grounds
    return [(key, f"{one.term}（{one.cites}）") for key, one in grounds().items() if key in own]


def kinds_of(code: str) -> str:
    """Return which kinds the article of a result lists, as a hint; "" where it lists none."""
    kinds = [kind for key in outcome(code).grounds for kind in grounds()[key].kinds]
    return f"写明是哪一类：{'、'.join(kinds)}" if kinds else ""


def case_items(case: Case) -> tuple[Item, ...]:
    """Return what is asked for, as it stands now."""
    return items_of(effective(ledger_of(case)))


def results_of(content: Content, items: Sequence[Item]) -> tuple[ItemResult, ...]:
    """Return the results as the ledger records them; items without one are left out."""
    return tuple(
        _result(one.key, code, content.facts.get(one.key, {}))
        for one in items
        if (code := content.results.get(one.key, ""))
    )


def _result(item: str, code: str, facts: Mapping[str, Any]) -> ItemResult:
    own, withheld = tuple(map(str, outcome(code).grounds)), facts.get("withheld") or ()
    said = [one.get("ground", "") for one in withheld]
    found = own if len(own) == 1 else tuple(key for key in own if key in said)
    parts = tuple(str(one.get("what", "")) for one in withheld)
    return ItemResult(item=item, outcome=code, grounds=found, withheld=parts)


def composed_reply(case: Case, content: Content, on: date, ledger: Ledger | None = None) -> Made:
    """Return the letter of a reply given on a day, its parties as marks, or what is missing."""
    ledger = ledger_of(case) if ledger is None else ledger
    items = items_of(effective(ledger))
    results = results_of(content, items)
    form = _form(content, items)
    if len(results) < len(items) or not items:
        done = {one.item for one in results}
        left = [at for at, one in enumerate(items, 1) if one.key not in done]
        says = tuple(f"第{at}项还没有选处理结果" for at in left)
        return Unissued(form, (), says if len(items) > 1 else ("还没有选处理结果",))
    reply = Replied(on=on, results=results)
    facts = _facts(case, content, items, form)
    made = composed(case, form.code, (*ledger, reply), on, names_of(case), facts)
    return _by_item(made, content, items) if form.composite and isinstance(made, Unissued) else made


def _by_item(made: Unissued, content: Content, items: Sequence[Item]) -> Unissued:
    """Return what is missing with the item for which it is."""
    says, found = [], set()
    for at, item in enumerate(items, 1):
        form, said = reply_letter(content.results[item.key]), _said(content, item.key)
        for one in made.missing:
            if form and one.key in form.named and not said.get(one.key):
                says.append(f"第{at}项缺少{one.name}")
                found.add(one.key)
    left = tuple(one for one in made.missing if one.key not in found)
    return replace(made, missing=left, troubles=(*says, *made.troubles))


def _form(content: Content, items: Sequence[Item]) -> LetterForm:
    """Return the letter: that of the one result, or the one that answers item by item."""
    one = reply_letter(content.results.get(items[0].key, "")) if len(items) == 1 else None
    return one or letter_form(_BY_ITEM)


def _facts(
    case: Case, content: Content, items: Sequence[Item], form: LetterForm
) -> dict[str, object]:
    online: dict[str, object] = {"online": True} if case.wanted_way in _ONLINE else {}
    by_item = {one.key: _said(content, one.key) for one in items}
    if form.composite:
        return {"items": by_item, **online}
    return {**by_item[items[0].key], **online}


def _said(content: Content, item: str) -> dict[str, object]:
    """Return the facts of an item that its letter takes."""
    form = reply_letter(content.results.get(item, ""))
    known = {one.key for one in facts_of(form)} if form else set()
    return {key: one for key, one in content.facts.get(item, {}).items() if key in known}


def replied_act(case: Case, content: Content, on: date, number: str) -> Replied:
    """Return the reply as it is recorded."""
    return Replied(on=on, number=number, results=results_of(content, case_items(case)))


def reply_digest(case: Case, letter: Letter) -> str:
    """Return the digest of a reply: its text, and the files that go with it."""
    attached = case.attachments.filter(goes_out=True, letter=None)
    return digest_of(letter, attached.values_list("file__digest", flat=True))
