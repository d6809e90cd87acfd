"""Which cell is likely wrong: one that, set right, mends every broken equation it stands in."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.form import AnnualReport, Equation, Table

Number = int | Decimal


def suspect(
    equation: Equation, table: Table, report: AnnualReport
) -> tuple[str, Number, int] | None:
    """Return the cell, the value that mends it, and how many broken equations it mends.

    None where no cell, or more than one, mends at least two of the broken equations
    without breaking one that holds.
    """
    judged = list(_judgeable(table, report))
    broken = [each for each in judged if _gap(each, report)]
    found = []
    for address in (*equation.left, *equation.right):
        mine = [each for each in broken if address in each.left or address in each.right]
        if len(mine) < 2:
            continue
        values = {_mended(address, each, report) for each in mine}
        holds = any(
            address in each.left or address in each.right for each in judged if each not in broken
        )
        if len(values) == 1 and not holds and (value := values.pop()) >= 0:
            found.append((address, value, len(mine)))
    return found[0] if len(found) == 1 else None


def _judgeable(table: Table, report: AnnualReport) -> Iterator[Equation]:
    for relation in table.relations:
        for equation in relation.equations:
            cells = (*equation.left, *equation.right)
            if all(report.value(address) is not None for address in cells):
                yield equation


def _gap(equation: Equation, report: AnnualReport) -> Number:
    """Return how much the left side is more than the right."""
    left = sum(report.value(address) or 0 for address in equation.left)
    return left - sum(report.value(address) or 0 for address in equation.right)


def _mended(address: str, equation: Equation, report: AnnualReport) -> Number:
    gap, value = _gap(equation, report), report.value(address) or 0
    return value - gap if address in equation.left else value + gap
