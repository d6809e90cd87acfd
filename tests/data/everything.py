"""All that reads data files: what a slip in any of them must not get past."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ogi.casework import DisputeKind, case_table, labels, receipt
from ogi.casework.applicants import applicants
from ogi.casework.grounds import grounds
from ogi.casework.outcomes import outcomes
from ogi.checks.narrative import vocabulary as quantities
from ogi.checks.narrative.shapes import SHAPES as DICTIONARIES
from ogi.checks.narrative.statements import kinds
from ogi.checks.narrative.words import dictionary
from ogi.checks.register import rules
from ogi.checks.shapes import SHAPES as VALUES
from ogi.checks.values import values
from ogi.clock import report_levels, wait_kinds
from ogi.clock.date_rules import date_rules
from ogi.counting.choices import questions
from ogi.counting.disputes import endings
from ogi.data import Locality, of_place
from ogi.data.places import PACKAGE
from ogi.dataset import standing
from ogi.form import editions
from ogi.law import instruments, organ_rules, provision_names, versions
from ogi.law.provisions import configured
from ogi.letters.forms import letter_forms
from ogi.letters.remedy_data import remedy_data
from ogi.letters.shared import common
from ogi.reading.matching import headings, likely, vocabulary
from ogi.rollup import organs
from ogi.script import characters
from ogi.workdays import every_region, notices, statutory

READERS: tuple[Callable[[], Any], ...] = (
    receipt._rules,
    applicants,
    grounds,
    outcomes,
    labels._labels,
    case_table,
    questions,
    lambda: [endings(kind) for kind in DisputeKind],
    instruments,
    lambda: [versions(name) for name in provision_names()],
    notices,
    statutory._rules,
    wait_kinds,
    date_rules,
    report_levels,
    vocabulary._foreign,
    characters,
    editions,
    rules,
    lambda: [values(name) for name in VALUES],
    lambda: [dictionary(name) for name in DICTIONARIES],
    kinds,
    quantities.columns,
    headings._vocabulary,
    likely._habits,
    organs._data,
    standing._data,
    letter_forms,
    common,
    remedy_data,
    configured,
    every_region,
    organ_rules,
)


def read_everything() -> None:
    for read in READERS:
        read()


class Changed(Locality):
    """The package's data, with another text in one file."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__()
        self.path, self.text = path, text

    def content(self, path: Path) -> bytes:
        return self.text.encode() if path == self.path else path.read_bytes()


def path_of(name: str) -> Path:
    """The file of the package that has a name such as law/instruments.yaml."""
    parts = name.split("/")
    tries = (PACKAGE.joinpath(*parts[:n], "data", *parts[n:]) for n in range(1, len(parts)))
    return next(path for path in tries if path.is_file())


def kinds_read() -> dict[str, Any]:
    """Every file that is read, with its type."""
    with of_place(Locality()) as place:
        read_everything()
    return place.kinds
