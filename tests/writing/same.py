"""When two reports are the same: what they say, not where they say it.

Compared are the title, the organ, the year, the rows and columns of the tables, the value,
the print, the state and the note of each cell, and the text of each section. Places,
sources and the doubts of a reader about odd figures are not what a report says. Brackets of
either width are one print. The fourth table is alike in both editions, which nobody can tell
apart.
"""

from ogi.form import AnnualReport, Cell, edition

_NARROW = str.maketrans("（）", "()")


def said(report: AnnualReport) -> dict[str, object]:
    """Return what a report says, for comparing it."""
    return {
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "tables": {key: _labels(key, year) for key, year in report.editions.items()},
        "cells": {address: _cell(cell) for address, cell in report.cells.items()},
        "extras": {address: _cell(cell) for address, cell in report.extras.items()},
        "sections": {key: one.text for key, one in report.sections.items() if one.text},
    }


def _labels(key: str, year: int) -> tuple[str, ...]:
    table = edition(year).tables[key]
    return tuple(f"{row.label}/{one.label}" for row in table.rows for one in row.columns)


def _cell(cell: Cell) -> tuple[object, ...]:
    note = cell.note.translate(_NARROW) if cell.note else None
    text = cell.text.translate(_NARROW)
    return (str(cell.value), text, cell.state, note)
