"""Forms of the administrator's pages and of what everybody sets for themselves."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from ogi.casework.labels import act_label
from ogi.law import OrganRules
from ogi.letters.remedy_data import organ_kinds
from ogisite.core.fields import DayField, required
from ogisite.core.models import Appointment, Organ, Person, roles
from ogisite.core.services.organs import faults_of
from ogisite.core.services.own import confirm_device
from ogisite.core.services.people import NewPerson, Term


class RolesForm(forms.Form):
    """The roles of a person in an organ, each from a day and until a day."""

    def __init__(self, *args: Any, held: dict[str, Appointment] | None = None, **kw: Any) -> None:
        """Draw three fields for each role there is."""
        super().__init__(*args, **kw)
        for role, label in roles().items():
            one = (held or {}).get(role)
            self.fields[role] = forms.BooleanField(label=label, required=False, initial=bool(one))
            for name, word, day in (
                (f"{role}-since", "自何日起", one and one.since),
                (f"{role}-until", "到何日止", one and one.until),
            ):
                self.fields[name] = DayField(label=f"{label}{word}", required=False, initial=day)

    def rows(self) -> Iterator[tuple[forms.BoundField, list[forms.BoundField]]]:
        """Yield the field of each role with those of its term."""
        for role in roles():
            yield self[role], [self[f"{role}-since"], self[f"{role}-until"]]

    def clean(self) -> dict[str, Any]:
        """Refuse a term that ends before it begins."""
        given = super().clean() or {}
        for role, term in self._terms(given).items():
            if term.since and term.until and term.until < term.since:
                self.add_error(f"{role}-until", f"{roles()[role]}的止日{term.until}早于起日")
        return given

    @property
    def held(self) -> dict[str, Term]:
        """The roles that were ticked, with their terms."""
        return self._terms(self.cleaned_data)

    def _terms(self, given: dict[str, Any]) -> dict[str, Term]:
        return {
            role: Term(given.get(f"{role}-since"), given.get(f"{role}-until"))
            for role in roles()
            if given.get(role)
        }


class PersonForm(RolesForm):
    """A new person (添加人员) with their roles."""

    name = forms.CharField(
        label="姓名", max_length=60, help_text="台账里写的就是它；重名的加科室，如李敏（征收科）"
    )
    login = forms.RegexField(
        r"^[\w.@-]+$",
        label="用户名",
        max_length=60,
        help_text="登录用，字母、数字或者汉字",
        error_messages={"invalid": "用户名只用字母、数字、汉字和 . @ - _"},
    )
    phone = forms.CharField(label="电话", max_length=60, required=False)
    email = forms.EmailField(
        label="电子邮箱", required=False, error_messages={"invalid": "电子邮箱不像name@example.cn"}
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        """Let each field say its own name."""
        super().__init__(*args, **kw)
        required(self.fields["name"])
        required(self.fields["login"])

    def clean_name(self) -> str:
        """Refuse a name that somebody has."""
        return self._free("name", "姓名", "重名的加上科室")

    def clean_login(self) -> str:
        """Refuse a login that somebody has."""
        return self._free("login", "用户名", "换一个")

    def _free(self, field: str, label: str, then: str) -> str:
        value = str(self.cleaned_data[field])
        if Person.objects.filter(**{field: value}).exists():
            raise ValidationError(f"{label}“{value}”已经有人用了，{then}")
        return value

    @property
    def person(self) -> NewPerson:
        """Who is added."""
        given = self.cleaned_data
        return NewPerson(given["login"], given["name"], given["phone"], given["email"])


_PARTICULARS = {
    "government": "本级人民政府",
    "upper_government": "上一级人民政府",
    "superior": "上一级主管部门",
    "local_government": "所在地人民政府",
    "basic_court": "基层人民法院",
    "intermediate_court": "中级人民法院",
    "review_online": "互联网复议渠道",
    "payment": "缴费方式",
    "number_pattern": "文号格式",
}
_STEPS = ("reviewed", "legal_reviewed", "secrecy_reviewed", "signed")


class OrganForm(forms.ModelForm[Organ]):
    """An organ as its administrator sets it: particulars, what letters need, its steps."""

    steps = forms.CharField(label="审核步骤", max_length=200, widget=forms.Textarea)
    number = forms.CharField(
        label="登记编号格式", max_length=60, required=False, help_text="如{year}-{serial}"
    )

    class Meta:
        model = Organ
        fields = (
            "code", "kind", "unified_code", "address", "office_hours", "phone", "fax", "email",
            "signs_with_code",
        )  # fmt: skip

    def __init__(self, *args: Any, **kw: Any) -> None:
        """Fill in what is on file."""
        super().__init__(*args, **kw)
        self.fields["kind"] = forms.ChoiceField(label="类别", choices=list(organ_kinds().items()))
        labels = {key: act_label(key) for key in _STEPS}
        self.fields["steps"].help_text = "一行一步，按先后写：" + "、".join(labels.values())
        rules = self.instance.jurisdiction.rules
        self.initial["steps"] = "\n".join(labels[one] for one in rules.steps)
        self.initial["number"] = rules.numbers.get("registered", "")
        for key, label in _PARTICULARS.items():
            value = self.instance.particulars.get(key, "")
            self.fields[key] = forms.CharField(
                label=label, max_length=200, required=False, initial=value
            )
        for field in self.fields.values():
            required(field)

    def particulars(self) -> Iterator[forms.BoundField]:
        """Yield the fields of what letters need."""
        for key in _PARTICULARS:
            yield self[key]

    def clean_steps(self) -> list[str]:
        """Read the steps by their names."""
        keys = {act_label(key): key for key in _STEPS}
        lines = [one.strip() for one in self.cleaned_data["steps"].splitlines() if one.strip()]
        if unknown := [one for one in lines if one not in keys]:
            raise ValidationError(f"没有“{unknown[0]}”这一步，可以写{'、'.join(keys)}")
        return [keys[one] for one in lines]

    def clean(self) -> dict[str, Any]:
        """Ask the library what it does not take."""
        given = super().clean() or {}
        if self.errors:
            return given
        tried = Organ(name=self.instance.name, **self.values)
        for says in faults_of(tried):
            self.add_error(None, says)
        return given

    @property
    def values(self) -> dict[str, Any]:
        """The particulars of the organ as they are to be."""
        given = self.cleaned_data
        plain = {name: given[name] for name in self.Meta.fields}
        own = {key: given[key].strip() for key in _PARTICULARS if given[key].strip()}
        kept = {k: v for k, v in self.instance.particulars.items() if k not in _PARTICULARS}
        return plain | {"particulars": kept | own, "rules": self._rules(given)}

    def _rules(self, given: dict[str, Any]) -> dict[str, Any]:
        numbers = dict(self.instance.rules.get("numbers", {}))
        numbers.pop("registered", None)
        if given["number"]:
            numbers["registered"] = given["number"]
        rules = {**self.instance.rules, "steps": given["steps"], "numbers": numbers}
        usual = {"steps": list(OrganRules().steps), "numbers": {}}
        return {key: value for key, value in rules.items() if usual.get(key) != value}


class PasswordForm(forms.Form):
    """Changing one's own password (修改密码)."""

    old = forms.CharField(label="现在的密码", max_length=200, strip=False)
    new = forms.CharField(label="新密码", max_length=200, strip=False)
    again = forms.CharField(label="再写一遍新密码", max_length=200, strip=False)

    def __init__(self, *args: Any, person: Person, **kw: Any) -> None:
        """Take whose password it is."""
        super().__init__(*args, **kw)
        self.person = person
        for field in self.fields.values():
            required(field)

    def clean_old(self) -> str:
        """Check that it is the one on file."""
        if not self.person.check_password(self.cleaned_data["old"]):
            raise ValidationError("现在的密码不对")
        return str(self.cleaned_data["old"])

    def clean_new(self) -> str:
        """Refuse a password that is easily guessed, or the old one."""
        new = str(self.cleaned_data["new"])
        if self.person.check_password(new):
            raise ValidationError("新密码和现在的一样，换一个")
        validate_password(new, self.person)
        return new

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        given = super().clean() or {}
        if given.get("new") and given.get("again") and given["new"] != given["again"]:
            self.add_error("again", "两遍写的新密码不一样")
        return given


class OwnForm(forms.Form):
    """What a person sets for themselves (我的设置)."""

    office_weekday = forms.ChoiceField(
        label="通常办公的星期",
        help_text="每周来一天的选那一天，“下次办公日前到期”按它算",
        required=False,
        choices=[
            ("", "每个工作日"),
            *((str(n), f"星期{day}") for n, day in enumerate("一二三四五")),
        ],
    )
    shortcuts = forms.BooleanField(label="使用快捷键", required=False)

    @property
    def values(self) -> dict[str, Any]:
        """The settings as they are to be."""
        day = self.cleaned_data["office_weekday"]
        return {
            "office_weekday": int(day) if day else None,
            "shortcuts": self.cleaned_data["shortcuts"],
        }


class SecondFactorForm(forms.Form):
    """Setting up the second factor: the password and a code of the new key."""

    password = forms.CharField(label="密码", max_length=200, strip=False)
    code = forms.RegexField(
        r"^\d{6}$",
        label="动态口令",
        help_text="手机上现在显示的6位数字",
        error_messages={"invalid": "动态口令是6位数字"},
    )

    def __init__(self, *args: Any, person: Person, **kw: Any) -> None:
        """Take whose it is."""
        super().__init__(*args, **kw)
        self.person = person
        for field in self.fields.values():
            required(field)

    def clean_password(self) -> str:
        """Check that it is the one on file."""
        if not self.person.check_password(self.cleaned_data["password"]):
            raise ValidationError("密码不对")
        return str(self.cleaned_data["password"])

    def clean(self) -> dict[str, Any]:
        """Set it in force if the code is right."""
        given = super().clean() or {}
        if not self.errors and not confirm_device(self.person, given["code"]):
            self.add_error("code", "动态口令不对：核对密钥和手机的时间，再填现在显示的6位")
        return given
