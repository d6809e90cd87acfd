"""OGI: read, check and understand 政府信息公开 (open government information).

The library reads a published annual report (政府信息公开工作年度报告) into the cells
of the statutory form and says what does not hold in it. It opens no network and
never asks what time it is.
"""

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
