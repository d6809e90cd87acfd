"""Reports as the case files under tests/cases/checks describe them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ogi.checks.shape.words import simple
from ogi.form import (
    AnnualReport,
    Cell,
    Doubt,
    Heading,
    Paragraph,
    Section,
    State,
    edition,
)
from ogi.place import Place

FOLDER = Path(__file__).parent.parent / "cases" / "checks"
TABLES = ("proactive", "applications", "disputes")
EXPECTATIONS = {"kept", "not_applicable", "finds", "missing", "cannot_say"}


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    report: AnnualReport
    previous: AnnualReport | None
    expects: Mapping[str, Any]


@cache
def all_cases() -> tuple[Case, ...]:
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in cases_in(path))


def cases_in(path: Path) -> Iterator[Case]:
    content = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    assert path.stem == content["rule"], f"{path.name} is named after another rule"
    shared = {key: value for key, value in content.items() if key in _DESCRIBES}
    for name, case in content.items():
        if name == "rule" or name in _DESCRIBES:
            continue
        expects = {key: case[key] for key in EXPECTATIONS & set(case)}
        unknown = set(case) - _DESCRIBES - EXPECTATIONS - {"why", "previous"}
        assert expects, f"{path.name}: {name} expects nothing"
        assert not unknown, f"{path.name}: {name} has unknown keys {unknown}"
        previous = {**shared, **case["previous"]} if "previous" in case else None
        yield Case(
            rule=content["rule"],
            name=name,
            report=report_of({**shared, **case}),
            previous=report_of(previous) if previous is not None else None,
            expects=expects,
        )


_DESCRIBES = {
    "edition",
    "tables",
    "fill",
    "cells",
    "doubtful",
    "extras",
    "title",
    "organ",
    "year",
    "sections",
    "headings",
    "labels",
    "stray",
}


class _Loader(yaml.SafeLoader):
    """Decimals stay decimals."""


_Loader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node))
)


def report_of(data: Mapping[str, Any]) -> AnnualReport:
    """Make the report that a case describes."""
    wanted = data.get("edition", 2021)
    editions = wanted if isinstance(wanted, dict) else dict.fromkeys(TABLES, wanted)
    present = data.get("tables", TABLES)
    editions = {table: year for table, year in editions.items() if table in present}
    cells = {}
    if "fill" in data:
        for table, year in editions.items():
            for address in edition(year).tables[table].addresses:
                cells[address] = cell_of(data["fill"], address)
    for address, value in data.get("cells", {}).items():
        cells[full(address)] = cell_of(value, full(address))
    for address in data.get("doubtful", ()):
        known = cells[full(address)]
        doubt = Doubt("fused_digits", "数字连在一起，分法不止一种")
        cells[full(address)] = Cell(
            known.value, known.text, known.state, known.place, None, (doubt,)
        )
    return AnnualReport(
        title=data.get("title"),
        organ=data.get("organ"),
        year=data.get("year"),
        editions=editions,
        cells=cells,
        extras={full(a): cell_of(v, full(a)) for a, v in data.get("extras", {}).items()},
        labels={a: Paragraph(text, Place(line=1)) for a, text in data.get("labels", {}).items()},
        sections={key: section_of(key, text) for key, text in data.get("sections", {}).items()},
        headings=tuple(heading_of(text) for text in data.get("headings", ())),
        stray=tuple(Paragraph(text, Place(line=1)) for text in data.get("stray", ())),
        title_place=Place(line=1) if data.get("title") else None,
    )


def full(address: str) -> str:
    return address if address.partition(".")[0] in TABLES else f"applications.{address}"


def cell_of(given: Any, address: str) -> Cell:
    place = Place(table=TABLES.index(address.partition(".")[0]) + 1)
    if given is None:
        return Cell(state=State.BLANK, place=place)
    if isinstance(given, dict):
        return Cell(
            value=given.get("value"),
            text=str(given.get("text", given.get("value", ""))),
            state=State(given.get("state", "printed")),
            place=place,
            note=given.get("note"),
        )
    if isinstance(given, int | Decimal):
        return Cell(given, str(given), State.PRINTED, place)
    return Cell(None, given, State.PRINTED, place)


def section_of(key: str, text: str | list[str]) -> Section:
    lines = [text] if isinstance(text, str) else text
    return Section(
        key, tuple(Paragraph(line, Place(line=n)) for n, line in enumerate(lines, start=10))
    )


def heading_of(text: str) -> Heading:
    number, mark, title = text.partition("、")
    if not mark:
        number, title = "", text
    forms = [form for year in (2021, 2019) for form in edition(year).sections]
    key = next((form.key for form in forms if form.title == title), None)
    if key is None:
        plain = simple(title)
        key = next((form.key for form in forms if form.title[:4] in plain), None)
    return Heading(text, number, title, key, Place(line=5))
