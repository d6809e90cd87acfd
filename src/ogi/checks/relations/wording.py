"""What to say of an equation that does not hold: the figures, the difference, what to do."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ogi.checks.relations.culprit import suspect
from ogi.checks.rule import Found
from ogi.checks.values import values
from ogi.findings import Severity
from ogi.form import AnnualReport, Cell, Equation, Relation, Row, Table

Number = int | Decimal
SHOWN = 8


class Wording:
    """The words for the equations of one relation in one report."""

    def __init__(self, table: Table, relation: Relation, report: AnnualReport) -> None:
        self._table = table
        self._relation = relation
        self._report = report

    def unbalanced(self, equation: Equation, expected: Number, value: Number) -> Found:
        """Say that the sums of two sides differ."""
        left, right = (
            self._sum({address: self._value(address) for address in side}, total)
            for side, total in ((equation.left, expected), (equation.right, value))
        )
        return Found(
            f"{self._where(equation)}：{left}，{right}，差{abs(value - expected)}",
            value=value,
            expected=expected,
            advice=self._advice(equation),
        )

    def wrong_total(self, equation: Equation, total: Number, parts: Mapping[str, Number]) -> Found:
        """Say that a total differs from the sum of its parts."""
        expected = sum(parts.values())
        more = f"多{total - expected}" if total > expected else f"少{expected - total}"
        printed = f"{self._name(equation.left[0])}印{total}"
        return Found(
            f"{self._where(equation)}：{self._sum(parts, expected)}，{printed}，{more}",
            value=total,
            expected=expected,
            advice=self._advice(equation),
        )

    def total_too_small(
        self, equation: Equation, total: Number, parts: Mapping[str, Number], blank: int
    ) -> Found:
        """Say that the printed parts alone are more than the total."""
        expected = sum(parts.values())
        printed = f"{self._name(equation.left[0])}印{total}"
        return Found(
            f"{self._where(equation)}：{self._sum(parts, expected)}，{printed}，"
            f"少{expected - total}；另有{blank}格没有数字，无论填几都不能相等",
            value=total,
            expected=expected,
            advice=self._advice(equation),
        )

    def rest_unseen(
        self,
        equation: Equation,
        total: Number,
        parts: Mapping[str, Number],
        blank: Sequence[str],
    ) -> Found:
        """Say that the printed parts are fewer than the total, and which parts are not seen."""
        expected = sum(parts.values())
        state = self._report.cells.get(blank[0], Cell()).state.label
        names = "、".join(f"“{self._name(address)}”" for address in blank[:2])
        names += "等" if len(blank) > 2 else ""
        return Found(
            f"{self._where(equation)}：已印出的各项之和是{expected}，"
            f"{self._name(equation.left[0])}印{total}，另有{names}{len(blank)}格{state}",
            value=total,
            expected=expected,
            severity=Severity.NOTE,
            advice=f"对照原件核对没有数字的{len(blank)}格：它们的和应当是{total - expected}。",
        )

    def _where(self, equation: Equation) -> str:
        if self._table.across:
            return f"{equation.where.removesuffix('行')}一组"
        return equation.where

    def _sum(self, parts: Mapping[str, Number], total: Number) -> str:
        terms = parts if len(parts) <= 2 else {a: n for a, n in parts.items() if n}
        if not terms:
            return "各项都是0，和为0"
        shown = "＋".join(f"{self._name(address)}{n}" for address, n in list(terms.items())[:SHOWN])
        more = f"＋…（共{len(terms)}项）" if len(terms) > SHOWN else ""
        return f"{shown}{more}＝{total}" if len(terms) > 1 else f"{shown}，和为{total}"

    def _value(self, address: str) -> Number:
        return self._report.value(address) or 0

    def _name(self, address: str) -> str:
        row, column = _row_and_column(self._table, address)
        if self._relation.each == "row":
            return column
        return (
            _short_names().get(row.key) or f"{row.groups[-1][:3] if row.groups else ''}{row.label}"
        )

    def _advice(self, equation: Equation) -> str:
        found = suspect(equation, self._table, self._report)
        if found is None:
            return self._relation.advice
        address, value, count = found
        row, column = _row_and_column(self._table, address)
        name = f"{_short_names().get(row.key, row.label)}/{column}"
        return f"先核对“{name}”一格：有{count}处勾稽关系因它不成立，填{value}则都成立。"


def _short_names() -> Mapping[str, str]:
    names: Mapping[str, str] = values("relations")["names"]
    return names


def _row_and_column(table: Table, address: str) -> tuple[Row, str]:
    inner = address.removeprefix(f"{table.key}.")
    key, _, wanted = inner.rpartition(".")
    row = next(row for row in table.rows if row.key == key)
    columns = (*row.columns, *table.extra_columns)
    return row, next(column.label for column in columns if column.key == wanted)
