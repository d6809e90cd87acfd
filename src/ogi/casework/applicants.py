"""The class of applicants (申请人类别) and its column of the form's third table."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from ogi.casework.parties import ApplicantClass


@dataclass(frozen=True, slots=True)
class ApplicantColumn:
    """A class of applicants: its column, and how an official tells it."""

    kind: ApplicantClass
    column: str
    tells: str


@cache
def applicants() -> dict[ApplicantClass, ApplicantColumn]:
    """Return the classes in the order of the form."""
    text = (files("ogi.casework") / "data" / "applicants.yaml").read_text(encoding="utf-8")
    return {
        ApplicantClass(key): ApplicantColumn(ApplicantClass(key), entry["column"], entry["tells"])
        for key, entry in yaml.safe_load(text).items()
    }
