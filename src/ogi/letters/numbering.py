"""The number of a letter (文号): one application number carries all its letters."""

import re
from datetime import date
from typing import Any

from ogi.letters.forms import LetterForm, common
from ogi.letters.organ import OrganProfile


def number_of(form: LetterForm, organ: OrganProfile, values: dict[str, Any], on: date) -> str:
    """Return the number of a letter; empty where the organ has no code or there is no serial.

    A number that the facts give, or that the ledger records of the reply, prevails.
    """
    if values.get("number"):
        return str(values["number"])
    if form.outcomes and values.get("reply_number"):
        return str(values["reply_number"])
    serial = str(values.get("serial") or _serial(str(values.get("application_number", ""))))
    if not organ.code or not serial:
        return ""
    pattern = organ.number_pattern or str(common()["number"])
    mark = organ.marks.get(form.code, form.mark)
    return pattern.format(code=organ.code, mark=mark, year=on.year, serial=serial)


def _serial(application: str) -> str:
    """Return the last number in an application number, without leading zeros."""
    found = re.findall(r"\d+", application)
    return str(int(found[-1])) if found else ""
