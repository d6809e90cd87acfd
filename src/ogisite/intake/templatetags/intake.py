"""How the fields of the desk's forms are drawn."""

from typing import Any

from django import forms, template
from django.forms import BoundField

from ogisite.intake.fields import DayField, LinesField, WithheldField, WithheldWidget
from ogisite.intake.ledgers import names_of
from ogisite.intake.models import Case

register = template.Library()

_FEW = 9


@register.filter
def drawn_as(field: BoundField) -> str:
    """Return which component draws a field: a long choice is a select."""
    match field.field:
        case WithheldField():
            return "withheld"
        case forms.MultipleChoiceField():
            return "ticks"
        case forms.ChoiceField():
            choices: Any = field.field.choices
            grouped = any(is_group(label) for _, label in choices)
            return "select" if grouped or len(choices) > _FEW else "picks"
        case LinesField():
            return "area"
    return "area" if isinstance(field.field.widget, forms.Textarea) else "field"


@register.filter
def width_of(field: BoundField) -> str:
    """Return how wide a field is drawn: its width tells the length."""
    short = isinstance(field.field, DayField | forms.IntegerField | forms.DecimalField)
    return "s" if short else "full"


@register.filter
def naming(text: str, case: Case) -> str:
    """Return a text with the names of parties, masked, in the place of their tokens."""
    for token, name in names_of(case).items():
        text = text.replace(f"（{token}）", f"（{name}）")
    return text


@register.filter
def is_group(label: object) -> bool:
    """Tell whether an entry of a choice is a group of others."""
    return isinstance(label, list | tuple)


@register.filter
def withheld_rows(field: BoundField) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows of what is withheld, and blank ones after them."""
    rows = [_row(one) for one in field.value() or []]
    blank: list[dict[str, Any]] = [{} for _ in range(WithheldWidget.BLANK)]
    return [(str(at), row) for at, row in enumerate([*rows, *blank])]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    return {**one, "ground": WithheldField.NOT_INFORMATION} if one.get("not_information") else one
