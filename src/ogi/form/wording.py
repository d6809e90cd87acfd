"""How tables, rows, cells, sections and figures of the form are called in Chinese (称呼)."""

from decimal import Decimal

from ogi.form.edition import Column, Edition, Row, Table
from ogi.form.load import editions, newest

NO_FIGURE = "—"


def newest_with(address: str) -> Edition:
    """Return the edition to name a cell by: the newest that has it, else the newest."""
    return next((one for one in reversed(editions()) if address in one.labels), newest())


def parts_of(address: str, form: Edition) -> tuple[Table, Row, Column] | None:
    """Return the table, the row and the column that an address names, None if none."""
    key, _, rest = address.partition(".")
    row_key, _, column_key = rest.rpartition(".")
    table = form.tables.get(key)
    row = table.row(row_key) if table else None
    if table is None or row is None:
        return None
    columns = (*row.columns, *table.extra_columns)
    return next(((table, row, one) for one in columns if one.key == column_key), None)


def table_name(table: str, form: Edition) -> str:
    """Call a table as officials do.

    >>> table_name("applications", newest())
    '表三'
    """
    number = next((one.number for one in form.sections if one.key == table), "")
    return f"表{number}" if number else table


def table_title(table: str, form: Edition) -> str:
    """Call a table by the number and title of its section: 三、收到和处理…情况."""
    number = next((one.number for one in form.sections if one.key == table), "")
    return f"{number}、{form.tables[table].title}"


def row_label(row: Row) -> str:
    """Return the label of a row without the remark that tells how to fill it in."""
    return row.label.partition("（区分处理的")[0]


def row_name(row: Row) -> str:
    """Call a row by its label, and by its group where the label alone is not enough."""
    label = row_label(row)
    return f"{row.groups[-1]}{label}" if label[:1].isdigit() and row.groups else label


def cell_label(address: str) -> str:
    """Call a cell by row and column: （一）予以公开，自然人."""
    found = parts_of(address, newest_with(address))
    return f"{row_name(found[1])}，{found[2].label}" if found else address


def cell_name(address: str, form: Edition | None = None) -> str:
    """Call a cell by table, row and column.

    >>> cell_name("disputes.review.total")
    '表四，行政复议，总计'
    """
    form = form or newest_with(address)
    found = parts_of(address, form)
    if found is None:
        return address
    table, row, column = found
    return f"{table_name(table.key, form)}，{row_name(row)}，{column.label}"


def section_name(key: str) -> str:
    """Call a section by number and title: 一、总体情况."""
    named = (one.heading for one in newest().sections if one.key == key)
    return next(named, "前言" if key == "preamble" else key)


def section_order(key: str) -> int:
    """Return where a section stands in the form; what is no section of it comes first."""
    keys = [section.key for section in newest().sections]
    return keys.index(key) if key in keys else -1


def figure(value: int | Decimal | None, nothing: str = NO_FIGURE) -> str:
    """Write a figure, below zero with the minus sign; a dash where there is none.

    >>> figure(-3), figure(Decimal("412.60")), figure(None)
    ('−3', '412.60', '—')
    """
    if value is None:
        return nothing
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return text.replace("-", "−")


def signed(value: int | Decimal | None) -> str:
    """Write a difference with its sign.

    >>> signed(3), signed(-2), signed(0)
    ('+3', '−2', '0')
    """
    return f"+{figure(value)}" if value is not None and value > 0 else figure(value)
