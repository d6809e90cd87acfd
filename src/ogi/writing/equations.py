"""Relations of the form as formulas of a workbook that say in Chinese what does not hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ogi.form import Equation, Relation, Table

Place = tuple[int, int]
REST = "report.rest"  # where whoever fills the form in says what the blanks are
ZERO = "其余填0"


@dataclass(frozen=True, slots=True)
class Told:
    """A formula: empty while its relation holds or a cell of it is unknown, else a sentence.

    `cells` are the cells the relation is about; `row` is where its own row stands, None
    where the relation runs down a column.
    """

    formula: str
    cells: tuple[Place, ...]
    row: int | None


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula for a total from what is filled in; empty while nothing is.

    `total` is the cell it is to agree with, `along` tells that its parts stand in its row.
    """

    formula: str
    total: Place
    along: bool


def sums(table: Table, places: Mapping[str, Place]) -> Iterator[Sum]:
    """Yield what each total of a table comes to; of two pairs of sums, the last term does."""
    for relation in table.relations:
        for equation in relation.equations:
            cells = (*equation.left, *equation.right)
            if not all(address in places for address in cells):
                continue
            single = len(equation.left) == 1
            total = equation.left[0] if single else equation.right[-1]
            parts = references([places[one] for one in equation.right[: None if single else -1]])
            others = references([places[one] for one in equation.left])
            summed = f"SUM({parts})" if single else f"SUM({others})-SUM({parts})"
            known = parts if single else f"{others},{parts}"
            along = relation.each == "row" and not table.across
            yield Sum(f'=IF(COUNT({known})=0,"",{summed})', places[total], along)


def told(table: Table, places: Mapping[str, Place]) -> Iterator[Told]:
    """Yield the formulas for the relations of a table whose cells stand at these places."""
    for relation in table.relations:
        for equation in relation.equations:
            cells = (*equation.left, *equation.right)
            if all(address in places for address in cells):
                along = relation.each == "row" and not table.across
                yield Told(
                    _formula(relation, equation, table, places),
                    tuple(places[address] for address in cells),
                    places[cells[0]][0] if along else None,
                )


def _formula(
    relation: Relation, equation: Equation, table: Table, places: Mapping[str, Place]
) -> str:
    left, right = (
        references([places[address] for address in side])
        for side in (equation.left, equation.right)
    )
    said_left, said_right = _sides(relation.says)
    where = equation.where.removesuffix("行") if table.across else equation.where
    sentence = (
        f'"{where}：{said_left}为"&SUM({left})&"，{said_right}为"&SUM({right})'
        f'&"，相差"&ABS(SUM({left})-SUM({right}))'
    )
    count = len(equation.left) + len(equation.right)
    unknown = f'AND(COUNT({left},{right})<{count},{REST}<>"{ZERO}")'
    return f'=IF({unknown},"",IF(SUM({left})=SUM({right}),"",{sentence}))'


def _sides(says: str) -> tuple[str, str]:
    """Return what a relation calls its two sides.

    >>> _sides("第一项加第二项之和，等于第三项加第四项之和")
    ('第一项加第二项之和', '第三项加第四项之和')
    """
    left, _, right = re.sub("，?等于", "=", says, count=1).partition("=")
    return left, right


def references(places: Sequence[Place]) -> str:
    """Return cells as arguments of a function, neighbours as ranges.

    >>> references([(1, 3), (2, 3), (3, 3), (5, 3)])
    'D2:D4,D6'
    """
    from xlsxwriter.utility import xl_range

    runs: list[tuple[Place, Place]] = []
    for place in sorted(set(places)):
        if runs and place in (_below(runs[-1]), _beside(runs[-1])):
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return ",".join(xl_range(*first, *last) for first, last in runs)


def _below(run: tuple[Place, Place]) -> Place | None:
    (_, first_column), (row, column) = run
    return (row + 1, column) if first_column == column else None


def _beside(run: tuple[Place, Place]) -> Place | None:
    (first_row, _), (row, column) = run
    return (row, column + 1) if first_row == row else None
