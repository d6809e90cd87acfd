"""What an application is made of (申请表): what, who, how; asked in steps, or on one page.

Nothing is asked that Art. 29 does not name: no purpose, no profession.
"""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from ogi.casework import ApplicantClass
from ogisite.intake.ways import WAYS

PERSON, UNIT = "person", "unit"
_ID_LENGTH = 18
MOST_ITEMS = 20
_ID = re.compile(r"\d{17}[\dXx]")
_CODE = re.compile(r"[0-9A-Za-z]{18}")
_PHONE = re.compile(r"[0-9+\-()（）转#*、,，; ；]{5,40}")


# What is written in usual width; a name stays as its owner writes it.
_FOLDED = frozenset(("identity", "unit_code", "phone", "email"))


def plain(name: str, text: str) -> str:
    """Return a line as it is kept: no blanks at its ends, numbers in usual width."""
    return " ".join((unicodedata.normalize("NFKC", text) if name in _FOLDED else text).split())


def _say_lengths(form: forms.Form) -> None:
    """Let every text of a form say how long it is, and how long it may be."""
    for field in form.fields.values():
        for validator in field.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = _("%(label)s有%(n)s个字，最多%(most)s个字，删减以后再提交") % {
                    "label": field.label,
                    "n": "%(show_value)s",
                    "most": "%(limit_value)s",
                }


class What(forms.Form):
    """What information is asked for."""

    asks = forms.CharField(
        label=_("要公开的政府信息"),
        max_length=5000,
        help_text=_(
            "写名称、文号，或者描述：哪件事、哪个地方、什么时间、哪类文件。几项不同的信息，一行一项"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is wrong with the field in its own words."""
        super().__init__(*args, **kwargs)
        self.fields["asks"].error_messages["required"] = _(
            "要公开的政府信息没有填，写名称、文号或者描述"
        )
        _say_lengths(self)

    def clean_asks(self) -> str:
        """Refuse what has no word in it, and more items than an application can have."""
        text = str(self.cleaned_data["asks"])
        if not any(one.isalnum() for one in text):
            raise forms.ValidationError(_("要公开的政府信息没有写文字，写名称、文号或者描述"))
        if len(lines := items_of(text)) > MOST_ITEMS:
            raise forms.ValidationError(
                _("写了%(n)s项，一份申请最多%(most)s项。其余的另外提交一份")
                % {"n": len(lines), "most": MOST_ITEMS}
            )
        return text


def items_of(text: str) -> list[str]:
    """Return what is asked for, one a line."""
    return [line.strip() for line in text.splitlines() if any(one.isalnum() for one in line)]


class Who(forms.Form):
    """Who applies: a person, or a unit; only what that one needs is looked at."""

    kind = forms.ChoiceField(
        label=_("申请人是谁？"),
        choices=[
            (PERSON, _("个人")),
            (UNIT, _("单位（企业、社会组织、律师事务所等）")),
        ],
    )
    name = forms.CharField(
        label=_("姓名"), max_length=100, required=False, help_text=_("与身份证明一致")
    )
    identity = forms.CharField(
        label=_("居民身份证号码"),
        max_length=40,
        required=False,
        help_text=_(
            "18位，最后一位可能是X。没有居民身份证的，写证件名称和号码，例如“护照A0000000”。"
            "只用于核对身份，不会公开"
        ),
    )
    unit_name = forms.CharField(
        label=_("单位名称"),
        max_length=100,
        required=False,
        help_text=_("全称，与登记证照一致"),
    )
    unit_code = forms.CharField(
        label=_("统一社会信用代码"),
        max_length=40,
        required=False,
        help_text=_("18位数字和字母，在登记证照上"),
    )
    unit_class = forms.ChoiceField(
        label=_("单位类型"),
        required=False,
        choices=[
            (one.value, _(one.label))
            for one in ApplicantClass
            if one is not ApplicantClass.NATURAL_PERSON
        ],
    )
    contact_name = forms.CharField(label=_("联系人姓名"), max_length=100, required=False)
    phone = forms.CharField(label=_("手机或电话"), max_length=40, required=False)
    email = forms.EmailField(label=_("电子邮箱"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let each field say its own name, and what is wrong with what was chosen."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].error_messages["required"] = _("没有选个人还是单位")
        for name in ("kind", "unit_class"):
            self.fields[name].error_messages["invalid_choice"] = _("选项里没有这一项，重新选")
        self.fields["email"].error_messages["invalid"] = _(
            "电子邮箱写得不完整，应当像name@example.com的样子"
        )
        _say_lengths(self)

    def clean(self) -> dict[str, Any]:
        """Ask for what the kind of applicant needs."""
        given = super().clean() or {}
        given |= {key: plain(key, value) for key, value in given.items() if isinstance(value, str)}
        if given.get("kind") == UNIT:
            self._unit(given)
        elif given.get("kind") == PERSON:
            self._person(given)
        phone = given.get("phone", "")
        if phone and not _PHONE.fullmatch(phone):
            self.add_error("phone", _("手机或电话只写号码，例如13000000000或者0000-0000000"))
        if not phone and not given.get("email") and not {"phone", "email"} & {*self.errors}:
            self.add_error("phone", _("电话和邮箱都没有填，请至少填一项"))
        return given

    def _person(self, given: dict[str, Any]) -> None:
        self._ask(given, "name", _("姓名没有填，照证件上的写"))
        self._ask(given, "identity", _("居民身份证号码没有填。没有居民身份证的，写其他证件和号码"))
        number = given.get("identity", "").replace(" ", "")
        looks = number[:-1].isdigit() and number[-1:].upper() in "0123456789X" and len(number) > 9
        if number and looks and not _ID.fullmatch(number):
            self.add_error(
                "identity",
                _("居民身份证号码有%(n)s位，应为%(right)s位，请对照证件补全")
                % {"n": len(number), "right": _ID_LENGTH}
                if len(number) < _ID_LENGTH
                else _("居民身份证号码有%(n)s位，应为%(right)s位，请对照证件去掉多写的")
                % {"n": len(number), "right": _ID_LENGTH},
            )

    def _unit(self, given: dict[str, Any]) -> None:
        self._ask(given, "unit_name", _("单位名称没有填，照登记证照写全称"))
        self._ask(given, "unit_code", _("统一社会信用代码没有填，在登记证照上"))
        self._ask(given, "unit_class", _("单位类型没有选，都不是的选“其他”"))
        self._ask(given, "contact_name", _("联系人姓名没有填，写办这件事的人"))
        code = given.get("unit_code", "").replace(" ", "")
        if code and not _CODE.fullmatch(code):
            self.add_error(
                "unit_code",
                _("统一社会信用代码有%(n)s位，应为18位数字和字母，请对照证照改") % {"n": len(code)},
            )

    def _ask(self, given: dict[str, Any], name: str, says: Any) -> None:
        if not given.get(name) and name not in self.errors:
            self.add_error(name, says)


class How(forms.Form):
    """How the information is to be had."""

    way = forms.ChoiceField(
        label=_("怎样把信息给您？"),
        choices=[(key, _(label)) for key, label in WAYS.items()],
        help_text=_("机关按您的要求提供；不能按此提供的，会用其他方式并说明"),
    )
    address = forms.CharField(
        label=_("邮寄地址"), max_length=200, required=False, help_text=_("选“邮寄纸质件”时填")
    )

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        """Take the e-mail of the step before, which one of the ways needs."""
        super().__init__(*args, **kwargs)
        self.email = email
        _say_lengths(self)
        self.fields["way"].error_messages["required"] = _("没有选获取方式")
        self.fields["way"].error_messages["invalid_choice"] = _("选项里没有这一项，重新选")

    def clean(self) -> dict[str, Any]:
        """Ask for what the way takes."""
        given = super().clean() or {}
        given["address"] = plain("address", given.get("address", ""))
        if given.get("way") == "post" and not given["address"] and "address" not in self.errors:
            self.add_error("address", _("选了邮寄，邮寄地址没有填"))
        if given.get("way") == "email" and not self.email:
            self.add_error("way", _("选了电子邮件，电子邮箱没有填。在“申请人”一步补上，或者改选"))
        return given


STEPS: dict[str, type[forms.Form]] = {"what": What, "who": Who, "how": How}
FIELDS = {name: step for step, form in STEPS.items() for name in form.base_fields}


def step_form(step: str, content: dict[str, str], *, checked: bool) -> forms.Form:
    """Return the form of a step with what was filled in; `checked` says what is wrong with it."""
    data, initial = (content, None) if checked else (None, content)
    if step == "how":
        return How(data, initial=initial, email=content.get("email", ""))
    return STEPS[step](data, initial=initial)
