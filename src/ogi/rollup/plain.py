"""Comparisons and consolidations as plain JSON values."""

from typing import Any

from ogi.form import AnnualReport, Cell
from ogi.rollup.comparison import Change, Comparison, SectionChange, Sentence, TextKind


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
