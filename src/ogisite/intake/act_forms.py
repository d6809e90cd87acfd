"""The form of an act, drawn from its schema, with the facts of the letters that go with it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from ogi.casework import ApplicantClass, FieldSchema, act_schemas
from ogi.casework.items import items_of
from ogi.casework.strikes import effective
from ogi.fees import page_fee, piece_fee
from ogi.letters import LetterForm, facts_of, letters_with
from ogisite.intake.act_choices import NEW, Chooser
from ogisite.intake.fields import DayField, LinesField, YesNoField, fact_field, needed, required
from ogisite.intake.models import Case
from ogisite.intake.services.acting import Doing
from ogisite.intake.services.arrivals import PartyData

FACT = "fact_"
# What the site gives itself: who did it, the entry's name; the number of a registration.
_HIDDEN = frozenset((("", "by"), ("", "id"), ("registered", "number")))
# Chosen together with the letter.
_LETTERS = frozenset(("letter_reached", "letter_returned", "letter_resent"))
_LONG = frozenset(("opinion", "reasons", "reason", "outcome"))


def act_form(case: Case, key: str, on: date) -> "type[ActForm]":
    """Return the form of an act in a case, drawn from its schema and from what its letters ask."""
    chooser, letters = Chooser(case, on), letters_with(key)
    fields: dict[str, forms.Field] = {}
    for one in act_schemas()[key].fields:
        if {(key, one.name), ("", one.name)} & _HIDDEN or (key in _LETTERS and one.name == "party"):
            continue
        fields[one.name] = required(_drawn(key, one, chooser))
    if key == "third_party_asked":
        fields = _with_new_party(fields)
    fields |= _facts_of(letters)
    if "note" in fields:
        fields["note"] = fields.pop("note")
    if key == "fee_noticed":
        fields["amount_yuan"].required = False
        fields["amount_yuan"].help_text = "写了页数或者件数的，按收费标准算出"
    own = {"key": key, "case": case, "letters": letters, "starts": _starts(key, chooser)}
    return type(f"{key}_form", (ActForm,), {**fields, **own})


def _facts_of(letters: tuple[LetterForm, ...]) -> dict[str, forms.Field]:
    """Return the fields of what letters say beyond their act."""
    found: dict[str, forms.Field] = {}
    for form in letters:
        for one in facts_of(form):
            field = fact_field(one)
            found.setdefault(FACT + one.key, needed(field) if one.key in form.needs else field)
    return found


class ActForm(forms.Form):
    """The form of an act: what is done, and what its letters say."""

    key: str
    case: Case
    letters: tuple[LetterForm, ...]
    starts: dict[str, Any]

    @property
    def is_filled(self) -> bool:
        """Whether every field can be read, whatever else speaks against the act."""
        return self.is_bound and not {*self.errors} - {NON_FIELD_ERRORS}

    def clean(self) -> dict[str, Any]:
        """Ask for who a new third party is; count the fee where its basis is given."""
        given = super().clean() or {}
        if self.key == "third_party_asked" and given.get("party") == NEW:
            for name in ("party_name", "party_kind"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, f"{self.fields[name].label}没有填")
        if self.key == "fee_noticed" and not given.get("amount_yuan"):
            self._count_fee(given)
        return given

    def _count_fee(self, given: dict[str, Any]) -> None:
        on, pages, pieces = (given.get(one) for one in ("day", "fact_pages", "fact_pieces"))
        if on and pages:
            given["amount_yuan"] = page_fee(pages, on).total_yuan
        elif on and pieces:
            before = given.get("fact_before") or 0
            given["amount_yuan"] = piece_fee(pieces, on, before=before).total_yuan
        else:
            self.add_error("amount_yuan", "收费数额没有填，也没有写页数或者件数")

    @property
    def doing(self) -> Doing:
        """Return what is to be done."""
        return Doing(self.plain, [(form, self._facts(form)) for form in self.letters], self._party)

    @property
    def plain(self) -> dict[str, Any]:
        """Return what was filled in, as `ogi.casework.ledger_from` reads it."""
        names = {one.name for one in act_schemas()[self.key].fields}
        given = {name: self.cleaned_data.get(name) for name in names}
        if self.key in _LETTERS and given["letter"]:
            given["letter"], _, given["party"] = given["letter"].partition("|")
        if self.key == "registered":
            given["number"] = NEW
        return {"act": self.key, **{k: v for k, v in given.items() if v not in (None, "", [], ())}}

    def _facts(self, form: LetterForm) -> dict[str, object]:
        """Return the facts of a letter that were written."""
        said = {one.key: self.cleaned_data.get(FACT + one.key) for one in facts_of(form)}
        return {key: value for key, value in said.items() if value not in (None, "", [])}

    @property
    def _party(self) -> PartyData | None:
        if self.key != "third_party_asked" or self.cleaned_data["party"] != NEW:
            return None
        given = self.cleaned_data
        names = ("kind", "name", "address", "phone")
        return PartyData(**{name: given[f"party_{name}"] for name in names})


def _with_new_party(fields: dict[str, forms.Field]) -> dict[str, forms.Field]:
    """Return the fields with those of a third party that is new, after the choice."""
    kinds = [(one.value, one.label) for one in ApplicantClass]
    new = {
        "party_name": needed(
            forms.CharField(label="第三方姓名或者名称", required=False, max_length=100)
        ),
        "party_kind": needed(forms.ChoiceField(label="第三方类型", required=False, choices=kinds)),
        "party_address": forms.CharField(label="第三方通信地址", required=False, max_length=200),
        "party_phone": forms.CharField(label="第三方联系电话", required=False, max_length=40),
    }
    found: dict[str, forms.Field] = {}
    for name, one in fields.items():
        found |= {name: one} | (new if name == "party" else {})
    return found


def _starts(key: str, chooser: Chooser) -> dict[str, Any]:
    """Return what a form begins with: nothing that is a decision."""
    if key == "third_party_asked" and len(chooser.choices(key, "party") or ()) == 1:
        return {"party": NEW}
    if key == "correction_received":
        return {"items": "\n".join(one.asks for one in items_of(effective(chooser.ledger)))}
    return {}


def _drawn(key: str, one: FieldSchema, chooser: Chooser) -> forms.Field:
    label, must = one.label, one.required
    if choices := chooser.many(key, one.name):
        return forms.MultipleChoiceField(label=label, required=False, choices=choices)
    if (choices := chooser.choices(key, one.name)) is not None:
        blank = [] if must else [("", "没有")]
        return forms.ChoiceField(label=label, required=must, choices=[*blank, *choices])
    return _by_kind(one, label, must)


def _by_kind(one: FieldSchema, label: str, must: bool) -> forms.Field:
    if one.many and one.kind in ("text", "group"):
        return LinesField(label=label, required=must, keyed=one.kind == "group")
    match one.kind:
        case "date":
            return DayField(label=label, required=must)
        case "yes_no":
            return YesNoField(label=label, required=must)
        case "integer":
            return forms.IntegerField(label=label, required=must, min_value=0)
        case "amount":
            return forms.DecimalField(label=label, required=must, min_value=0)
        case "choice":
            blank = [] if must else [("", "没有")]
            return forms.ChoiceField(
                label=label, required=must, choices=[*blank, *one.choices.items()]
            )
    widget = forms.Textarea if one.name in _LONG else forms.TextInput
    return forms.CharField(label=label, required=must, max_length=2000, widget=widget)
