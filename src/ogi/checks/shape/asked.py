"""Whether the form in force in a year asks something of a section."""

from ogi.checks.rule import CannotSay, NotApplicable
from ogi.checks.witness import Witness
from ogi.form import edition_for


def not_asked(report: Witness, section: str, what: str) -> CannotSay | NotApplicable | None:
    """Return why nothing of the kind is asked of a report; None where it is."""
    if report.year is None:
        return CannotSay("不知道是哪一年的年报")
    form = edition_for(report.year)
    if form is None or not form.asks(section, what):
        return NotApplicable(f"{report.year}年的年报适用的格式没有这项要求")
    return None
