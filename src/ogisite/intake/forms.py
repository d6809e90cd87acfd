"""Forms of the desk: for taking an application in, and one for each act, drawn from its schema."""

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms

from ogi.casework import ApplicantClass, Channel, FieldSchema, act_schemas

_DAY = re.compile(r"(\d{4})[-/年.]?(\d{1,2})[-/月.]?(\d{1,2})日?")
_WAYS = {
    "post": "邮寄纸质件",
    "email": "电子邮件",
    "collect": "自行领取",
    "read": "当场查阅、抄录",
}


class DayField(forms.Field):
    """A day as officials write it: 2026-10-13, 2026年10月13日, 20261013, full-width digits."""

    def to_python(self, value: Any) -> date | None:
        """Return the day; says what was written and how to write it."""
        text = unicodedata.normalize("NFKC", str(value or "")).strip()
        if not text:
            return None
        found = _DAY.fullmatch(text)
        try:
            return date(*map(int, found.groups())) if found else self._refuse(text)
        except ValueError:
            return self._refuse(text)

    def _refuse(self, text: str) -> date:
        raise forms.ValidationError(f"{self.label}“{text}”不是日期，写成2026-10-13的样子")


def required(field: forms.Field) -> forms.Field:
    """Let a field say its own name where it was left empty."""
    field.error_messages["required"] = f"{field.label}没有填"
    return field


class ArrivalForm(forms.Form):
    """An application as it is registered at the desk (登记申请)."""

    channel = forms.ChoiceField(
        label="渠道",
        choices=[(one.value, one.label) for one in Channel if one is not Channel.OTHER],
    )
    on = DayField(label="收到日期", help_text="例如2026-10-13")
    kind = forms.ChoiceField(
        label="申请人类型",
        help_text="年报按此分类，登记时就要选对",
        choices=[(one.value, one.label) for one in ApplicantClass],
    )
    name = forms.CharField(label="姓名或者名称", max_length=100, help_text="与身份证明一致")
    identity = forms.CharField(
        label="证件号码", max_length=40, required=False, help_text="加密保存，保存后只显示头尾"
    )
    address = forms.CharField(label="通信地址", max_length=200, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    email = forms.EmailField(label="电子邮箱", required=False)
    asks = forms.CharField(
        label="要公开的政府信息",
        max_length=5000,
        help_text="名称、文号或者便于查询的描述，照申请书写；不需要写用途。几项不同的信息，一行一项",
    )
    wanted_way = forms.ChoiceField(label="获取方式", choices=list(_WAYS.items()))
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let each field say its own name."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            required(field)

    def clean(self) -> dict[str, Any]:
        """Ask for what the way of supply takes."""
        given = super().clean() or {}
        if given.get("wanted_way") == "post" and not given.get("address"):
            self.add_error("address", "要求邮寄的，通信地址没有填")
        if given.get("wanted_way") == "email" and not given.get("email"):
            self.add_error("email", "要求发电子邮件的，电子邮箱没有填")
        if not given.get("phone") and not given.get("email") and not given.get("address"):
            self.add_error("phone", "电话、邮箱和地址都没有填，请至少填一项")
        return given

    @property
    def items(self) -> list[str]:
        """What is asked for, one a line."""
        return [line.strip() for line in self.cleaned_data["asks"].splitlines() if line.strip()]


_HIDDEN = frozenset(("by", "id"))


def act_form(key: str) -> "type[ActForm]":
    """Return the form of an act, drawn from its schema."""
    schema = act_schemas()[key]
    fields = {one.name: _drawn(one) for one in schema.fields if one.name not in _HIDDEN}
    return type(f"{key}_form", (ActForm,), {**fields, "key": key, "schema": schema})


class ActForm(forms.Form):
    """The form of an act; `plain` is the act as plain values."""

    key: str
    schema: Any

    @property
    def plain(self) -> dict[str, Any]:
        """Return what was filled in, as `ogi.casework.ledger_from` reads it."""
        given = {
            name: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "", [], ())
        }
        return {"act": self.key, **given}


def _drawn(one: FieldSchema) -> forms.Field:
    label, needed = one.label, one.required
    if one.many and one.kind in ("text", "group"):
        return required(LinesField(label=label, required=needed, keyed=one.kind == "group"))
    if one.kind == "date":
        return required(DayField(label=label, required=needed))
    if one.kind == "yes_no":
        return required(YesNoField(label=label, required=needed))
    if one.kind == "integer":
        return required(forms.IntegerField(label=label, required=needed, min_value=0))
    if one.kind == "amount":
        return required(forms.DecimalField(label=label, required=needed, min_value=0))
    if one.kind == "choice":
        choices = list(one.choices.items())
        choices = choices if needed else [("", "没有"), *choices]
        return required(forms.ChoiceField(label=label, required=needed, choices=choices))
    area = one.name in ("opinion", "reasons", "reason", "note")
    widget = forms.Textarea if area else forms.TextInput
    return required(forms.CharField(label=label, required=needed, max_length=2000, widget=widget))


class LinesField(forms.CharField):
    """Several entries, one a line; keyed ones become items (申请事项)."""

    widget = forms.Textarea

    def __init__(self, *, keyed: bool, **options: Any) -> None:
        """Take the options of a text."""
        super().__init__(max_length=5000, help_text="一行一项", **options)
        self.keyed = keyed

    def to_python(self, value: Any) -> Any:
        """Return the lines that say something."""
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        if not self.keyed:
            return lines
        return [{"key": str(at), "asks": line} for at, line in enumerate(lines, 1)]

    def validate(self, value: Any) -> None:
        """Ask for a line where one is needed."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Nothing more: the length was told when it was typed."""


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
