"""OGI: the law of 政府信息公开 (open government information) as a library.

It reads a published annual report (政府信息公开工作年度报告) into the cells of the
statutory form, says what does not hold in it, writes, compares and adds reports up; it
knows working days, reply periods, fees, outcomes and letters, and counts cases into the
form. It never asks what time it is, and opens no network unless a cluster is named.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogi.errors import OgiError
    from ogi.findings import Finding, Outcome, Severity, Verdict
    from ogi.form import AnnualReport, Cell, State, edition, editions
    from ogi.place import Place

__version__ = "0.1.0"

__all__ = [
    "AnnualReport",
    "Cell",
    "Finding",
    "OgiError",
    "Outcome",
    "Place",
    "Severity",
    "State",
    "Verdict",
    "__version__",
    "edition",
    "editions",
]

# Loaded when first asked for, so that `ogi --help` need not wait for the law and the forms.
_HOMES = {
    "AnnualReport": "ogi.form",
    "Cell": "ogi.form",
    "Finding": "ogi.findings",
    "OgiError": "ogi.errors",
    "Outcome": "ogi.findings",
    "Place": "ogi.place",
    "Severity": "ogi.findings",
    "State": "ogi.form",
    "Verdict": "ogi.findings",
    "edition": "ogi.form",
    "editions": "ogi.form",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'ogi' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
