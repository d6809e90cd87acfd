"""A report and its verdicts as JSON.

`report_json` and `check_json` return plain mappings; `dumps` writes them on one line.
A blank is null, and a decimal is written digit by digit as it was read.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from ogi.checks import APART, FATES, ToldNumber, account
from ogi.expression import expression
from ogi.findings import Finding, Outcome, Severity, Verdict, count_outcomes
from ogi.form import AnnualReport, Cell, Heading, Paragraph
from ogi.place import Place
from ogi.system import UNSEEN

_WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_UNSHOWN = expression(f"[{UNSEEN}]")
_TEXT_SECTIONS = ("overview", "problems", "other")


def report_json(report: AnnualReport) -> dict[str, Any]:
    """Return what `ogi read --json` prints of a report."""
    return {
        **_identity(report),
        "cells": {address: cell.value for address, cell in report.cells.items()},
        "details": {address: _cell(cell) for address, cell in report.cells.items()},
        "extras": {address: _cell(cell) for address, cell in report.extras.items()},
        "labels": {address: _paragraph(label) for address, label in report.labels.items()},
        "sections": _sections(report),
        "headings": [_heading(heading) for heading in report.headings],
        "stray": [_paragraph(line) for line in report.stray],
        "remarks": list(report.remarks),
        "reading": _reading(report),
    }


def print_json(report: AnnualReport) -> bytes:
    """Print a report as `ogi read --json` does; it reads back without loss."""
    return (dumps(report_json(report)) + "\n").encode()


def check_json(
    report: AnnualReport,
    verdicts: Sequence[Verdict],
    told: Sequence[ToldNumber] | None = None,
) -> dict[str, Any]:
    """Return what `ogi check --json` prints of a report and the verdicts on it.

    `told` is the account of its numbers, where that was given already.
    """
    return {
        **_identity(report),
        "findings": [finding_json(finding) for finding in worst_first(verdicts)],
        "verdicts": {outcome.value: count for outcome, count in count_outcomes(verdicts).items()},
        "unjudged": [
            {"code": one.code, "missing": list(one.missing), "reason": one.reason}
            for one in verdicts
            if one.outcome is Outcome.UNJUDGED or one.missing
        ],
        "not_applicable": [
            {"code": one.code, "reason": one.reason}
            for one in verdicts
            if one.outcome is Outcome.NOT_APPLICABLE
        ],
        "numbers": numbers_json(account(report) if told is None else told),
        "remarks": list(report.remarks),
        "reading": _reading(report),
    }


def numbers_json(numbers: Sequence[ToldNumber]) -> dict[str, Any]:
    """Return what became of every number of the running text, counted and one by one."""
    fates = {fate: sum(one.fate == fate for one in numbers) for fate in FATES}
    apart = [one.why for one in numbers if one.fate == APART]
    return {
        **fates,
        "reasons": [
            {"why": why, "count": apart.count(why)} for why in sorted(set(apart), key=apart.index)
        ],
        "each": [
            {
                "text": one.text,
                "fate": one.fate,
                "why": one.why,
                "section": one.section,
                "paragraph": one.paragraph,
                "cells": list(one.cells),
            }
            for one in numbers
        ],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain JSON values."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "value": finding.value,
        "expected": finding.expected,
        "difference": finding.difference,
        "cells": list(finding.cells),
        "places": [place.to_json() for place in finding.places if place is not None],
        "source": finding.source,
        "advice": finding.advice,
        "id": finding.id,
        "usual": finding.usual.value if finding.usual else None,
        "accepted": msgspec.to_builtins(finding.accepted) if finding.accepted else None,
    }


def worst_first(verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    """Return the findings of verdicts: errors, then warnings, then notes, each by code.

    What somebody answers for comes last.
    """
    grades = tuple(Severity)
    found = (finding for verdict in verdicts for finding in verdict.findings)

    def rank(one: Finding) -> tuple[bool, int, str]:
        return one.accepted is not None, grades.index(one.severity), one.code

    return tuple(sorted(found, key=rank))


def dumps(value: object) -> str:
    """Write plain values as JSON on one line.

    >>> dumps({"总计": Decimal("412.6350"), "blank": None})
    '{"总计": 412.6350, "blank": null}'
    """
    if isinstance(value, Mapping):
        pairs = (f"{_text(str(key))}: {dumps(entry)}" for key, entry in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(dumps(entry) for entry in value) + "]"
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() else "null"
    return _text(value)


def _text(value: object) -> str:
    return shown(_WRITTEN.encode(value))


def shown(written: str) -> str:
    r"""Return JSON in which every character that is no text is an escape: it says the same.

    Half a character (from a file name or a broken document) cannot be written as UTF-8.

    >>> shown('"\x9b2J"')
    '"\\u009b2J"'
    """
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _identity(report: AnnualReport) -> dict[str, Any]:
    return {
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "editions": dict(report.editions),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "value": cell.value,
        "text": cell.text,
        "state": cell.state.value,
        "place": _place(cell.place),
        "note": cell.note,
        "doubts": [
            {
                "kind": doubt.kind,
                "says": doubt.says,
                "candidates": list(doubt.candidates),
                "settled": doubt.settled,
            }
            for doubt in cell.doubts
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {"text": paragraph.text, "place": _place(paragraph.place)}


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "text": heading.text,
        "number": heading.number,
        "title": heading.title,
        "key": heading.key,
        "place": _place(heading.place),
    }


def _place(place: Place | None) -> dict[str, object] | None:
    return place.to_json() if place else None


def _sections(report: AnnualReport) -> dict[str, str | None]:
    texts: dict[str, str | None] = dict.fromkeys(_TEXT_SECTIONS)
    texts.update({key: section.text for key, section in report.sections.items()})
    return texts


def _reading(report: AnnualReport) -> dict[str, Any]:
    doubted = {**report.cells, **report.extras}
    return {
        "format": report.source.format,
        "seconds": round(report.source.seconds, 4),
        "doubts": [address for address, cell in doubted.items() if cell.doubts],
    }
