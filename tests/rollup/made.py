"""Reports and consolidations as the case files under tests/cases/rollup describe them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from checks.cases import _Loader, full, report_of

from ogi.form import AnnualReport, Source
from ogi.rollup import Consolidation, OrganRegister, Part, RegisteredOrgan, consolidate
from ogi.rollup.organs import read_register

FOLDER = Path(__file__).parent.parent / "cases" / "rollup"


@dataclass(frozen=True)
class Case:
    name: str
    data: Mapping[str, Any]

    def __str__(self) -> str:
        return self.name


def cases(file: str) -> list[Case]:
    content = yaml.load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"), _Loader)
    return [Case(name, data) for name, data in content.items()]


def report(
    organ: str | None = "云岭县林业局", year: int | None = 2024, **data: Any
) -> AnnualReport:
    """Return a report with 0 in every cell, but for what is told."""
    source = data.pop("source", f"{organ}.docx")
    made = report_of({"fill": 0, "organ": organ, "year": year, **data})
    return replace(made, source=Source(source, "docx"))


def part(organ: str | None = "云岭县林业局", year: int | None = 2024, **data: Any) -> Part:
    """Return a report to be added up."""
    preferred = data.pop("preferred", False)
    made = report(organ, year, **data)
    return Part(made, made.source.name, preferred)


def merged(case: Case) -> Consolidation:
    data = case.data
    given = report(**data["against"]) if "against" in data else None
    register = read_register(data["register"].encode()) if "register" in data else None
    return consolidate(
        [part(**one) for one in data["reports"]],
        organ=data.get("superior", ""),
        year=data.get("year"),
        edition=data.get("form"),
        register=register,
        given=given,
    )


def register(*names: str) -> OrganRegister:
    return OrganRegister(tuple(RegisteredOrgan(name) for name in names))


__all__ = ["Case", "cases", "full", "merged", "part", "register", "report"]
