"""The form of a draft (起草答复): for each item its result, then what its letter asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from ogi.casework import Item
from ogi.letters import facts_of, reply_letter
from ogisite.core.fields import number_in
from ogisite.intake.fields import fact_field
from ogisite.intake.replies import Content, choices, grounds_of, kinds_of


@dataclass(frozen=True, slots=True)
class DraftForm:
    """The forms of a draft, one for each item, and the version that was changed."""

    items: Sequence[Item]
    forms: Sequence["ResultForm"]
    version: int

    @classmethod
    def of(cls, items: Sequence[Item], known: Content, version: int) -> "DraftForm":
        """Return the forms filled with what a draft says."""
        made = [_form(at, one, known) for at, one in enumerate(items, 1)]
        return cls(items, made, version)

    @classmethod
    def sent(cls, items: Sequence[Item], data: Mapping[str, Any]) -> "DraftForm":
        """Return the forms as they were sent."""
        made = [_form(at, one, Content(), data) for at, one in enumerate(items, 1)]
        version = str(data.get("version", ""))
        return cls(items, made, number_in(version))

    def is_valid(self) -> bool:
        """Tell whether everything can be read."""
        return all(one.is_valid() for one in self.forms)

    @property
    def content(self) -> Content:
        """What was written."""
        results, facts = {}, {}
        for item, form in zip(self.items, self.forms, strict=True):
            given = {k: _plain(v) for k, v in form.cleaned_data.items() if v not in (None, "", [])}
            if code := str(given.pop("outcome", "")):
                results[item.key] = code
            facts[item.key] = given
        return Content(results, {key: one for key, one in facts.items() if one})


# Facts that name one of the kinds of their article.
_OF_A_KIND = frozenset(("kind", "interest", "harm"))


class ResultForm(forms.Form):
    """The result of one item, and the facts of its letter."""

    item: Item
    place: int


def _form(
    place: int, item: Item, known: Content, data: Mapping[str, Any] | None = None
) -> ResultForm:
    prefix = f"i{place}"
    code = str(data.get(f"{prefix}-outcome", "")) if data else known.results.get(item.key, "")
    fields: dict[str, forms.Field] = {
        "outcome": forms.ChoiceField(label="处理结果", required=False, choices=_choices())
    }
    if code and (form := reply_letter(code)):
        for one in facts_of(form):
            hint = kinds_of(code) if one.key in _OF_A_KIND else ""
            fields[one.key] = fact_field(one, grounds_of(code), hint)
    made = type("result_form", (ResultForm,), {**fields, "item": item, "place": place})
    initial = {"outcome": code, **_typed(known.facts.get(item.key, {}))}
    return made(data, prefix=prefix, initial=initial)  # type: ignore[no-any-return]


def _choices() -> list[tuple[str, Any]]:
    return [("", "还没有选"), *choices()]


def _typed(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as they are typed: lines of a text, rows of what is withheld."""
    return {
        key: "\n".join(one)
        if isinstance(one, list) and all(isinstance(x, str) for x in one)
        else one
        for key, one in facts.items()
    }


def _plain(value: Any) -> Any:
    return (
        value.isoformat()
        if isinstance(value, date)
        else str(value)
        if isinstance(value, Decimal)
        else value
    )
