"""Fields of every form of the desk: days as officials write them; each says its own name."""

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms

_DAY = re.compile(r"(\d{4})[-/年.]?(\d{1,2})[-/月.]?(\d{1,2})日?")


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

    def prepare_value(self, value: Any) -> Any:
        """Show a day as it is to be written."""
        return value.isoformat() if isinstance(value, date) else value

    def _refuse(self, text: str) -> date:
        raise forms.ValidationError(f"{self.label}“{text}”不是日期，写成2026-10-13的样子")


_NUMBER = re.compile(r"[0-9]{1,18}")


def number_in(text: str) -> int:
    """Return the number of a row that an address or a hidden field names; 0 for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else 0


def required(field: forms.Field) -> forms.Field:
    """Let a field say its own name where it was left empty."""
    field.error_messages["required"] = f"{field.label}没有填"
    return field
