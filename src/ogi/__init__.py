"""OGI: the law of 政府信息公开 (open government information) as a library.

It reads a published annual report (政府信息公开工作年度报告) into the cells of the
statutory form, says what does not hold in it, writes, compares and adds reports up; it
knows working days, reply periods, fees, outcomes and letters, and counts cases into the
form. It never asks what time it is, and opens no network unless a cluster is named.

What people come for stands here; docs/guide/python.md shows each at work. The acts of a
case are in `ogi.casework`, working days in `ogi.workdays`, fees in `ogi.fees`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ogi.version import VERSION

if TYPE_CHECKING:
    from ogi.casework import ledger_from, load_ledger
    from ogi.checks import check
    from ogi.clock import Jurisdiction
    from ogi.counting import count
    from ogi.data import of_place
    from ogi.docket import allowed, deadlines, derivation, refusals, standing, standings
    from ogi.errors import OgiError
    from ogi.findings import Finding, Outcome, Severity, Verdict
    from ogi.form import AnnualReport, Cell, State, edition, editions
    from ogi.letters import compose as letter
    from ogi.letters import load_organ, next_letters
    from ogi.place import Place
    from ogi.reading import read, read_all
    from ogi.rollup import compare, consolidate
    from ogi.writing import write_report as write
    from ogi.writing.template import form_workbook as template

__version__ = VERSION

# Where each name lives. It is loaded when first asked for, so that `ogi --help` need not wait
# for the law and the forms.
_HOMES = {
    "AnnualReport": "ogi.form",
    "Cell": "ogi.form",
    "Finding": "ogi.findings",
    "Jurisdiction": "ogi.clock",
    "OgiError": "ogi.errors",
    "Outcome": "ogi.findings",
    "Place": "ogi.place",
    "Severity": "ogi.findings",
    "State": "ogi.form",
    "Verdict": "ogi.findings",
    "allowed": "ogi.docket",
    "check": "ogi.checks",
    "compare": "ogi.rollup",
    "consolidate": "ogi.rollup",
    "count": "ogi.counting",
    "deadlines": "ogi.docket",
    "derivation": "ogi.docket",
    "edition": "ogi.form",
    "editions": "ogi.form",
    "ledger_from": "ogi.casework",
    "letter": "ogi.letters:compose",
    "load_ledger": "ogi.casework",
    "load_organ": "ogi.letters",
    "next_letters": "ogi.letters",
    "of_place": "ogi.data",
    "read": "ogi.reading",
    "read_all": "ogi.reading",
    "refusals": "ogi.docket",
    "standing": "ogi.docket",
    "standings": "ogi.docket",
    "template": "ogi.writing.template:form_workbook",
    "write": "ogi.writing:write_report",
}

__all__ = [
    "AnnualReport",
    "Cell",
    "Finding",
    "Jurisdiction",
    "OgiError",
    "Outcome",
    "Place",
    "Severity",
    "State",
    "Verdict",
    "__version__",
    "allowed",
    "check",
    "compare",
    "consolidate",
    "count",
    "deadlines",
    "derivation",
    "edition",
    "editions",
    "ledger_from",
    "letter",
    "load_ledger",
    "load_organ",
    "next_letters",
    "of_place",
    "read",
    "read_all",
    "refusals",
    "standing",
    "standings",
    "template",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'ogi' has no attribute {name!r}")
    module, _, own = _HOMES[name].partition(":")
    return getattr(import_module(module), own or name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
