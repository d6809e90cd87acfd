"""Judge an equation of the form against the cells of a report."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ogi.checks.relations.wording import Wording
from ogi.checks.rule import CannotSay, Found
from ogi.checks.witness import Witness
from ogi.form import AnnualReport, Edition, Equation, Relation, State, Table, edition, editions

Number = int | Decimal
Values = Mapping[str, Number]


def judge_relation(code: str, report: Witness) -> Iterator[Found | CannotSay]:
    """Judge every equation of a relation, in the edition that the report's table shows."""
    table, relation = declared(code, report.as_read)
    if relation is None:
        yield CannotSay(f"年报里没有“{table.title}”一表，无从判断")
        return
    wording = Wording(table, relation, report.as_read)
    for equation in relation.equations:
        if concerns(equation, table, report.as_read):
            with report.part():
                yield from _judge(equation, wording, report)


def declared(code: str, report: AnnualReport) -> tuple[Table, Relation | None]:
    """Return the table that declares a relation, and the relation if the report has the table."""
    table = _home(code, editions()[-1])
    year = report.editions.get(table.key)
    if year is None:
        return table, None
    table = edition(year).tables[table.key]
    return table, next((each for each in table.relations if each.code == code), None)


def _home(code: str, form: Edition) -> Table:
    return next(
        table
        for table in form.tables.values()
        for relation in table.relations
        if relation.code == code
    )


def concerns(equation: Equation, table: Table, report: AnnualReport) -> bool:
    """Say whether an equation concerns a report: columns outside the form need not be there."""
    if not table.extra_columns:
        return True
    extra = {column.key for column in table.extra_columns}
    return all(
        address in report.extras
        for address in (*equation.left, *equation.right)
        if address.rpartition(".")[2] in extra
    )


def _judge(equation: Equation, wording: Wording, report: Witness) -> Iterator[Found]:
    if len(equation.left) == 1:
        yield from _judge_total(equation, wording, report)
        return
    expected, value = report.total(equation.left), report.total(equation.right)
    if value != expected:
        yield wording.unbalanced(equation, expected, value)


def _judge_total(equation: Equation, wording: Wording, report: Witness) -> Iterator[Found]:
    total = report[equation.left[0]]
    printed = {
        address: value for address in equation.right if (value := report.get(address)) is not None
    }
    blank = [address for address in equation.right if address not in printed]
    parts = sum(printed.values())
    if not blank:
        if parts != total:
            yield wording.wrong_total(equation, total, printed)
        return
    if printed and parts > total and min(printed.values()) >= 0:
        yield wording.total_too_small(equation, total, printed, len(blank))
    elif total > parts and _nearly_complete(printed, blank, report):
        yield wording.rest_unseen(equation, total, printed, blank)
    report.total(blank)


def _nearly_complete(printed: Values, blank: Sequence[str], report: Witness) -> bool:
    states = (report.cell(address).state for address in blank)
    return len(printed) > len(blank) and State.UNREADABLE not in states
