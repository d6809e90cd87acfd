"""The form by which an application is taken in at the desk (登记申请)."""

from typing import Any

from django import forms

from ogi.casework import ApplicantClass, Channel
from ogisite.intake.fields import DayField, required
from ogisite.intake.ways import WAYS


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
    wanted_way = forms.ChoiceField(label="获取方式", choices=list(WAYS.items()))
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
