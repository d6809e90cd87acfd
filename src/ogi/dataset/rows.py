"""A report and its verdicts as one row, with its cells, paragraphs and findings inside."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any

from ogi.findings import Finding, Severity, Verdict, count_outcomes
from ogi.form import AnnualReport, Cell, State
from ogi.place import Place

Row = dict[str, Any]
_NOWHERE = (None,) * 10
_LARGEST = Decimal(10) ** 18
_STEP = Decimal("0.000001")


def report_row(report: AnnualReport, verdicts: Sequence[Verdict]) -> Row:
    """Return what is kept of a report that was read and checked."""
    found = [finding for verdict in verdicts for finding in verdict.findings]
    cells = report.cells.values()
    return {
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "editions": sorted(report.editions.items()),
        "format": report.source.format,
        "seconds": round(report.source.seconds, 4),
        "figures": figures_of(report),
        "printed": sum(cell.state is State.PRINTED for cell in cells),
        "doubts": sum(bool(cell.doubts) for cell in cells),
        "errors": sum(one.severity is Severity.ERROR for one in found),
        "remarks": list(report.remarks),
        "cells": list(_cells(report)),
        "paragraphs": list(_paragraphs(report)),
        **judged(verdicts),
    }


def judged(verdicts: Sequence[Verdict]) -> Row:
    """Return what verdicts come to: their numbers, and their findings, the worst first."""
    found = [finding for verdict in verdicts for finding in verdict.findings]
    grades = list(Severity)
    found.sort(key=lambda one: (grades.index(one.severity), one.code))
    counts = {outcome.value: count for outcome, count in count_outcomes(verdicts).items()}
    return {**counts, "findings": [_finding(one) for one in found]}


def figures_of(report: AnnualReport) -> str:
    """Return a digest of every cell: equal for one report in two formats.

    A number is its value, whatever its print; what is no number is its text.
    """
    digest = sha256()
    for address in sorted(report.cells):
        cell = report.cells[address]
        shown = cell.text.strip() if cell.value is None else format(Decimal(cell.value), "f")
        digest.update(f"{address}={shown};".encode("utf-8", "replace"))
    return digest.hexdigest()[:32]


def _cells(report: AnnualReport) -> Iterator[tuple[Any, ...]]:
    for address, cell in report.cells.items():
        yield _cell(address, cell, extra=False)
    for address, cell in report.extras.items():
        yield _cell(address, cell, extra=True)


def _cell(address: str, cell: Cell, *, extra: bool) -> tuple[Any, ...]:
    doubts = cell.doubts
    return (
        address,
        exact(cell.value),
        cell.text,
        cell.state.value,
        cell.note,
        extra,
        *place_row(cell.place),
        "、".join(one.kind for one in doubts) if doubts else None,
        "；".join(one.says for one in doubts) if doubts else None,
        next((list(one.candidates) for one in doubts if one.candidates), None),
        all(one.settled for one in doubts) if doubts else None,
    )


def _paragraphs(report: AnnualReport) -> Iterator[tuple[Any, ...]]:
    for key, section in report.sections.items():
        if not section.paragraphs:
            yield (key, None, *_NOWHERE)
        for paragraph in section.paragraphs:
            yield (key, paragraph.text, *place_row(paragraph.place))


def _finding(finding: Finding) -> tuple[Any, ...]:
    places = [place_row(place) for place in finding.places if place is not None]
    return (
        finding.code,
        finding.severity.value,
        finding.message,
        _said(finding.value),
        _said(finding.expected),
        exact(finding.difference),
        list(finding.cells),
        places,
        finding.source,
        finding.advice,
    )


def _said(value: object) -> str | None:
    if value is None:
        return None
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def place_row(place: Place | None) -> tuple[Any, ...]:
    """Return a place as the fields of its row; what is not known is None."""
    if place is None:
        return _NOWHERE
    box = place.box or (None,) * 4
    return (place.page, place.line, place.table, place.row, place.column, place.sheet, *box)


@lru_cache(4096)
def exact(value: int | Decimal | None) -> Decimal | None:
    """Return a number as the dataset holds it, None when it would have to be rounded.

    >>> exact(3), exact(Decimal("412.6350")), exact(Decimal("0.1234567"))
    (Decimal('3'), Decimal('412.6350'), None)
    """
    if value is None:
        return None
    number = Decimal(value)
    if not number.is_finite() or abs(number) >= _LARGEST or number % _STEP:
        return None
    return number
