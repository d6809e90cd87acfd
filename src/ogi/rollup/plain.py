"""Comparisons and consolidations as plain JSON values."""

from typing import Any

from ogi.findings import Finding, Verdict
from ogi.form import AnnualReport, Cell
from ogi.rollup.comparison import Change, Comparison, SectionChange, Sentence, TextKind
from ogi.rollup.consolidation import Consolidation
from ogi.rollup.faults import Faults


def comparison_json(comparison: Comparison, *, everything: bool = False) -> dict[str, Any]:
    """Return what `ogi diff --json` prints: what differs, or with `everything` all cells."""
    changes = [one for one in comparison.changes if everything or one.is_changed]
    return {
        "pairing": comparison.pairing.value,
        "old": _identity(comparison.old),
        "new": _identity(comparison.new),
        "remarks": list(comparison.remarks),
        "same": comparison.is_same,
        "cells": [_change(one) for one in changes],
        "carried": [
            {
                "column": one.column,
                "closing": one.closing.value,
                "opening": one.opening.value,
                "difference": one.difference,
            }
            for one in comparison.carried
        ],
        "stocks": [
            {
                "row": one.row,
                "expected": one.expected,
                "stated": one.stated.value,
                "difference": one.difference,
            }
            for one in comparison.stocks
        ],
        "sections": {one.key: _section(one, everything) for one in comparison.sections},
    }


def _identity(report: AnnualReport) -> dict[str, Any]:
    return {
        "file": report.source.name,
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "editions": dict(report.editions),
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "address": one.address,
        "old": _cell(one.old),
        "new": _cell(one.new),
        "change": one.change,
        "percent": one.percent,
        "doubted": one.is_doubted,
        "caution": one.caution,
        "why": one.why,
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {"value": cell.value, "text": cell.text, "state": cell.state.value}


def _section(section: SectionChange, everything: bool) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind.value, "old": _sentence(one.old), "new": _sentence(one.new)}
        for one in section.sentences
        if everything or one.kind is not TextKind.SAME
    ]


def _sentence(sentence: Sentence | None) -> str | None:
    return sentence.text if sentence else None


def consolidation_json(
    consolidation: Consolidation, faults: Faults, verdict: Verdict | None = None
) -> dict[str, Any]:
    """Return what `ogi merge --json` prints. Of the parts of a cell, zeros are left out."""
    return {
        "organ": consolidation.organ or None,
        "year": consolidation.year,
        "editions": dict(consolidation.editions),
        "complete": consolidation.is_complete,
        "added": [
            {"organ": part.report.organ, "source": part.source, **_form(part.report)}
            for part in consolidation.added
        ],
        "left_out": [
            {"source": one.source, "organ": one.organ, "why": one.why.value, "says": one.says}
            for one in consolidation.left_out
        ],
        "missing": [
            {"name": one.name, "code": one.code, "level": one.level}
            for one in consolidation.missing
        ],
        "cells": {a: cell.value for a, cell in consolidation.report.cells.items()},
        "details": {a: _total(a, consolidation) for a in consolidation.totals},
        "apart": [
            {
                "table": one.table,
                "edition": one.edition,
                "organs": [part.report.organ for part in one.parts],
                "cells": {a: total.value for a, total in one.totals.items() if total.is_complete},
            }
            for one in consolidation.apart
        ],
        "verdicts": {one.value: count for one, count in faults.outcomes.items()},
        "relations": [_finding(one) for one in faults.total],
        "parts_relations": [
            {"organ": one.part.report.organ, "source": one.part.source, **_finding(one.finding)}
            for one in faults.parts
        ],
        "against": [_finding(one) for one in verdict.findings] if verdict else None,
        "unjudged": verdict.reason if verdict else "",
    }


def _form(report: AnnualReport) -> dict[str, Any]:
    return {"year": report.year, "editions": dict(report.editions)}


def _total(address: str, consolidation: Consolidation) -> dict[str, Any]:
    total = consolidation.totals[address]
    shares = consolidation.parts(address)
    return {
        "sum": total.value,
        "complete": total.is_complete,
        "counted": total.counted,
        "lacking": [{"organ": one.part.report.organ, "why": one.why} for one in shares if one.why],
        "parts": [
            {
                "organ": one.part.report.organ,
                "value": one.value,
                "source": one.part.source,
                "place": one.cell.place.to_json() if one.cell.place else None,
                "doubted": bool(one.cell.doubts),
            }
            for one in shares
            if one.value
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "value": finding.value,
        "expected": finding.expected,
        "difference": finding.difference,
        "cells": list(finding.cells),
    }
