"""What each column of the wide table is called: the dictionary file beside it."""

import csv
import io
from dataclasses import dataclass

from ogi.data import from_data
from ogi.form import editions, why_no_cell

DICTIONARY = "wide.csv"
_HEAD = ("列", "表", "行", "列名", "单位", "格式版本", "哪一版没有")


@dataclass(frozen=True, slots=True)
class CellName:
    """An address with the form's words for it, in the newest edition that has it."""

    address: str
    table: str
    row: str
    column: str
    unit: str
    editions: tuple[int, ...]


@from_data
def cell_names() -> tuple[CellName, ...]:
    """Return every address of every edition, the newest edition's first, in the form's order."""
    found: dict[str, CellName] = {}
    for edition in reversed(editions()):
        for table in edition.tables.values():
            for row in table.rows:
                for column in row.columns:
                    address = table.address(row, column)
                    known = found.get(address)
                    years = (edition.year, *(known.editions if known else ()))
                    label = "，".join((*row.groups, row.label))
                    found[address] = CellName(
                        address,
                        known.table if known else table.title,
                        known.row if known else label,
                        known.column if known else column.label,
                        known.unit if known else column.unit,
                        years,
                    )
    return tuple(found.values())


def dictionary() -> bytes:
    """Return the dictionary as CSV that Excel and WPS open: one line a column of the wide table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for one in cell_names():
        years = "、".join(map(str, one.editions))
        lacks = "；".join(filter(None, (why_no_cell(one.address, form) for form in editions())))
        writer.writerow((one.address, one.table, one.row, one.column, one.unit, years, lacks))
    return ("\ufeff" + out.getvalue()).encode()
