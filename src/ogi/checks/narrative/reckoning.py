"""What the cells say of a quantity: sums of cells, with what is blank in them."""

from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.vocabulary import Column
from ogi.checks.witness import Witness
from ogi.data import some_from_data
from ogi.errors import BlankCellError
from ogi.form import edition, newest

Number = int | Decimal
KINDS = (
    "natural_person",
    "company",
    "research_body",
    "public_interest_body",
    "legal_service_body",
    "other_body",
)
RESULTS = ("upheld", "corrected", "other", "pending")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of cells; `whole` is false where blank cells were left out of it.

    `printed` is false where nothing at all stands in the cells; then `value` is 0 and
    means nothing.
    """

    value: Number
    cells: tuple[str, ...]
    whole: bool = True
    printed: bool = True


def amount(report: Witness, base: Base, columns: tuple[Column, ...] = ()) -> Amount | None:
    """Return the sum of the cells of a base; None where the form has no such cells.

    A total that is not printed is the sum of its row.
    """
    keys = tuple(key for column in columns for key in column.columns) or ("total",)
    cells = _cells(base, keys, tuple(sorted(report.editions.items())))
    if not cells:
        return None
    value: Number = 0
    whole, seen = True, False
    for cell in cells:
        part = _value(report, cell)
        if part is None:
            whole = False
        else:
            value, whole, seen = value + part.value, whole and part.whole, True
    return Amount(value, cells, whole, seen)


def end_judgement(report: Witness, cells: tuple[str, ...]) -> None:
    """End the judgement, because these cells have no value."""
    report.total(cells)
    raise BlankCellError(cells[0])


def _value(report: Witness, cell: str) -> Amount | None:
    value = report.get(cell)
    if value is not None:
        return Amount(value, (cell,))
    return row_sum(report, cell)


def row_sum(report: Witness, cell: str) -> Amount | None:
    """Return the sum of what is printed in the row of a total, None where nothing is."""
    row, _, column = cell.rpartition(".")
    if column != "total":
        return None
    keys = RESULTS if row.startswith("disputes.") else KINDS
    cells = tuple(f"{row}.{key}" for key in keys)
    values = [report.get(each) for each in cells]
    printed = [value for value in values if value is not None]
    return Amount(sum(printed), cells, len(printed) == len(values)) if printed else None


@some_from_data(2048)
def _cells(
    base: Base, keys: tuple[str, ...], editions: tuple[tuple[str, int], ...]
) -> tuple[str, ...]:
    """Return the addresses of a base in the editions that a report mixes."""
    known = dict(editions)
    cells: list[str] = []
    for pattern in base.cells:
        table = pattern.partition(".")[0]
        form = edition(known[table]) if table in known else newest()
        addresses = form.tables[table].addresses
        for key in keys if "{column}" in pattern else ("",):
            wanted = pattern.replace("{column}", key)
            cells += [address for address in addresses if fnmatchcase(address, wanted)]
    return tuple(dict.fromkeys(cells))
