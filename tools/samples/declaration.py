"""A sample as its `sample.yaml` declares it, and the truth that follows from it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import opencc
import yaml

from ogi.form import Column, Row, Table, edition

ROOT = Path(__file__).parents[2] / "samples"
Value = int | float | str | None


@dataclass(frozen=True)
class Printed:
    """What a cell prints, and the number it means (None: no number)."""

    text: str
    value: Value


@dataclass(frozen=True)
class Sample:
    """A report to be made: what it says, and in which layout."""

    name: str
    suffix: str
    layout: str
    why: str
    title: str
    organ: str | None
    year: int | None
    text: dict[str, list[str]]
    headings: dict[str, str]
    editions: dict[str, int]
    printed: dict[str, Printed]
    labels: dict[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    truth: dict[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return ROOT / self.name

    @property
    def source(self) -> Path:
        return self.folder / f"source.{self.suffix}"

    def tables(self) -> list[Table]:
        """The tables of the form, each in the edition this report uses for it."""
        return [edition(year).tables[key] for key, year in self.editions.items()]

    def columns_of(self, table: Table, row: Row) -> tuple[Column, ...]:
        """The columns a row prints: the form's, and those this report adds before 总计."""
        added = tuple(c for c in table.extra_columns if c.key in self.columns)
        at = next((i for i, c in enumerate(row.columns) if c.key == "company"), 0)
        return (*row.columns[:at], *added, *row.columns[at:])

    def label(self, address: str, verbatim: str) -> str:
        return self.labels.get(address, verbatim)

    def is_lost(self, table: Table, row: Row) -> bool:
        return _matches(f"{table.key}.{row.key}", self.lost)

    def in_its_characters(self, text: str) -> str:
        """The text as this report writes it, in traditional characters where it does so."""
        if not self.options.get("traditional"):
            return text
        return str(opencc.OpenCC("s2tw").convert(text))

    def expected(self) -> dict[str, Any]:
        """What a reader must find, in the shape of the corpus' truth.json."""
        cells = {a: self._expected_value(a) for t in self.tables() for a in t.addresses}
        raw = {
            a: p.text
            for a, p in self.printed.items()
            if a in cells and isinstance(p.value, int | float) and p.text != str(p.value)
        }
        kept = {k: v for k, v in self.editions.items() if k != "disputes"}
        return {
            "title": self.in_its_characters(self.title),
            "organ": self.organ,
            "year": self.year,
            "editions": kept,
            "partial": bool(self.options.get("cut_after")),
            "layout": self.why,
            "cells": cells,
            "raw": raw,
            "narrative_facts": self.truth.get("narrative_facts", []),
            "inconsistencies": self.truth.get("inconsistencies", []),
            **({"ambiguous_rows": list(self.short)} if self.short else {}),
            "notes": self.truth.get("notes", []),
        }

    def _expected_value(self, address: str) -> Value:
        row = address.rpartition(".")[0]
        return None if _matches(row, self.lost) else self.printed[address].value


def _matches(row: str, patterns: tuple[str, ...]) -> bool:
    return any(row == p or (p.endswith("*") and row.startswith(p[:-1])) for p in patterns)


def names() -> list[str]:
    """The name of every sample."""
    return sorted(path.parent.name for path in ROOT.glob("*/sample.yaml"))


def load(name: str) -> Sample:
    """Load the declaration of a sample."""
    data = yaml.safe_load((ROOT / name / "sample.yaml").read_text(encoding="utf-8"))
    cells = data.pop("cells", {})
    fill = data.pop("fill", 0)
    sample = Sample(
        name=name,
        printed={},
        lost=tuple(data.pop("lost", ())),
        short=tuple(data.pop("short", ())),
        columns=tuple(data.pop("columns", ())),
        editions=dict.fromkeys(("proactive", "applications", "disputes"), 2021)
        | data.pop("editions", {}),
        text={key: _paragraphs(text) for key, text in data.pop("text").items()},
        headings=data.pop("headings", {}),
        **data,
    )
    for table in sample.tables():
        _fill(sample, table, cells.get(table.key, {}), fill)
    return sample


def _fill(sample: Sample, table: Table, given: dict[str, Any], fill: Value) -> None:
    if unknown := given.keys() - {row.key for row in table.rows}:
        raise SystemExit(f"{sample.name}: no rows {sorted(unknown)} in table {table.key}")
    for row in table.rows:
        columns = sample.columns_of(table, row)
        values = given.get(row.key, [fill] * len(columns))
        if len(values) != len(columns):
            raise SystemExit(f"{sample.name}: {row.key} takes {len(columns)} values")
        for column, value in zip(columns, values, strict=True):
            sample.printed[table.address(row, column)] = _printed(value)


def _printed(value: Any) -> Printed:
    match value:
        case {"prints": text, "means": meaning}:
            return Printed(str(text), meaning)
        case None | "":
            return Printed("", None)
        case str():
            return Printed(value, value)
        case _:
            return Printed(str(value), value)


def _paragraphs(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
