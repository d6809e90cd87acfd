"""The fee that a notice names (收费通知书), with how it was counted."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ogi.fees import Computation, page_fee, piece_fee
from ogi.letters.forms import LetterForm


@dataclass(frozen=True, slots=True)
class FeeElements:
    """The lines and the amount of a notice; `troubles` are contradictions, in Chinese."""

    values: dict[str, Any] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def fee_elements(form: LetterForm, values: dict[str, Any], on: date) -> FeeElements:
    """Return what a notice lists, from the pages or the pieces that the facts name."""
    if "fee_lines" not in form.needs or not {"pages", "pieces"} & values.keys():
        return FeeElements()
    made = _computed(values, on)
    lines = [f"{made.method.label}，依据{made.cites}", *(str(line) for line in made.lines)]
    noticed = values.get("amount")
    trouble = ""
    if noticed is not None and Decimal(str(noticed)) != made.total_yuan:
        trouble = f"收费通知记载{noticed}元，按明细计算是{made.total_yuan}元，核对件数或者页数"
    return FeeElements(
        {"fee_lines": lines, "amount": made.total_yuan}, (trouble,) if trouble else (), made.notes
    )


def _computed(values: dict[str, Any], on: date) -> Computation:
    if "pages" in values:
        return page_fee(int(values["pages"]), on)
    return piece_fee(int(values["pieces"]), on, before=int(values.get("before", 0)))
