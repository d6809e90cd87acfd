"""Fields of the forms of the desk: lines, yes or no, what is withheld."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from ogi.letters import Element
from ogisite.core.fields import DayField, number_in, required

__all__ = [
    "DayField",
    "LinesField",
    "WithheldField",
    "WithheldWidget",
    "YesNoField",
    "fact_field",
    "number_in",
    "required",
]


class LinesField(forms.CharField):
    """Several entries, one a line; keyed ones become items (申请事项)."""

    widget = forms.Textarea

    def __init__(self, *, keyed: bool, **options: Any) -> None:
        """Take the options of a text."""
        super().__init__(max_length=5000, help_text="一行一项", **options)
        self.keyed = keyed

    def to_python(self, value: Any) -> Any:
        """Return the lines that say something."""
        text = str(value or "")
        super().run_validators(text)
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not self.keyed:
            return lines
        return [{"key": str(at), "asks": line} for at, line in enumerate(lines, 1)]

    def validate(self, value: Any) -> None:
        """Ask for a line where one is needed."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Nothing more: the text was judged before it was parted."""


class YesNoField(forms.TypedChoiceField):
    """是 or 否; nothing is ticked beforehand."""

    def __init__(self, **options: Any) -> None:
        """Offer both."""
        super().__init__(
            choices=[("yes", "是"), ("no", "否")],
            coerce=lambda value: value == "yes",
            empty_value=None,
            **options,
        )


class WithheldWidget(forms.Widget):
    """Rows of what is withheld: what, on which ground, of which kind, why."""

    COLUMNS = ("what", "ground", "kind", "reason")
    BLANK = 2

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, Any]]:
        """Return the rows that say something."""
        found = []
        for at in range(_MANY):
            row = {key: str(data.get(f"{name}-{at}-{key}", "")).strip() for key in self.COLUMNS}
            if any(row.values()):
                found.append({key: value for key, value in row.items() if value})
        return found

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Tell that nothing was sent."""
        return f"{name}-0-what" not in data


_MANY = 30
_TEXT = (MaxLengthValidator(2000), ProhibitNullCharactersValidator())


class WithheldField(forms.Field):
    """What is withheld, part by part; `grounds` are those that may be chosen."""

    widget = WithheldWidget
    NOT_INFORMATION = "none"

    def __init__(self, *, grounds: list[tuple[str, str]], **options: Any) -> None:
        """Take the grounds."""
        super().__init__(**options)
        self.grounds = [*grounds, (self.NOT_INFORMATION, "不属于政府信息")]

    def to_python(self, value: Any) -> list[dict[str, Any]]:
        """Return the parts as a letter takes them."""
        rows = value or []
        for text in (text for row in rows for text in row.values()):
            for judge in _TEXT:
                judge(text)
        return [self._read(row) for row in rows]

    def _read(self, row: dict[str, Any]) -> dict[str, Any]:
        if row.get("ground") != self.NOT_INFORMATION:
            return row
        return {**{k: v for k, v in row.items() if k != "ground"}, "not_information": True}


def needed(field: forms.Field) -> forms.Field:
    """Mark a field that may be left empty for now, and not for good."""
    field.needed = True  # type: ignore[attr-defined]
    return field


def fact_field(
    one: Element, grounds: list[tuple[str, str]] | None = None, hint: str = ""
) -> forms.Field:
    """Return the field of a fact of a letter; what is still missing is told by the letter."""
    label = one.name
    match one.type:
        case "texts":
            return LinesField(label=label, required=False, keyed=False)
        case "day":
            return DayField(label=label, required=False)
        case "count":
            return forms.IntegerField(label=label, required=False, min_value=0)
        case "amount":
            return forms.DecimalField(label=label, required=False, min_value=0)
        case "flag":
            return YesNoField(label=label, required=False)
        case "withheld":
            return WithheldField(label=label, required=False, grounds=grounds or [])
    widget = forms.Textarea if one.key in _LONG else forms.TextInput
    return forms.CharField(
        label=label, required=False, max_length=2000, widget=widget, help_text=hint
    )


_LONG = frozenset(("guidance", "reason", "description", "disclosed", "judgement", "efforts"))
