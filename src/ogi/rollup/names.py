"""How cells, tables and figures are called in Chinese where several reports meet."""

from decimal import Decimal

from ogi.form import Cell, Edition, Row, State, edition, editions

NO_FIGURE = "—"


def row_name(row: Row) -> str:
    """Call a row by its label, and by its group where the label alone is not enough."""
    label = row.label.partition("（区分处理的")[0]
    return f"{row.groups[-1]}{label}" if label[:1].isdigit() and row.groups else label


def table_title(table: str, form: Edition) -> str:
    """Call a table by the number and title of its section: 三、收到和处理…情况."""
    number = next((one.number for one in form.sections if one.key == table), "")
    return f"{number}、{form.tables[table].title}"


def cell_name(address: str) -> str:
    """Call a cell by row and column: （一）予以公开，自然人."""
    row_address, _, column_key = address.rpartition(".")
    table, _, row_key = row_address.partition(".")
    for form in reversed(editions()):
        for row in form.tables[table].rows:
            column = next((one for one in row.columns if one.key == column_key), None)
            if row.key == row_key and column is not None:
                return f"{row_name(row)}，{column.label}"
    return address


def section_title(key: str) -> str:
    """Call a section by number and title: 一、总体情况."""
    for section in editions()[-1].sections:
        if section.key == key:
            return f"{section.number}、{section.title}"
    return "前言" if key == "preamble" else key


def section_order(key: str) -> int:
    """Return where a section stands in the form; what is no section of it comes first."""
    keys = [section.key for section in editions()[-1].sections]
    return keys.index(key) if key in keys else -1


def figure(value: int | Decimal | None) -> str:
    """Write a figure, below zero with the minus sign; a dash where there is none.

    >>> figure(-3), figure(Decimal("412.60")), figure(None)
    ('−3', '412.60', '—')
    """
    if value is None:
        return NO_FIGURE
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return text.replace("-", "−")


def signed(value: int | Decimal | None) -> str:
    """Write a difference with its sign.

    >>> signed(3), signed(-2), signed(0)
    ('+3', '−2', '0')
    """
    return f"+{figure(value)}" if value is not None and value > 0 else figure(value)


def standing(cell: Cell | None) -> str:
    """Write what stands in a cell: its figure, or in a word why there is none.

    >>> standing(Cell(state=State.BLANK)), standing(Cell(7, "7", State.PRINTED))
    ('空白', '7')
    """
    if cell is None:
        return NO_FIGURE
    if cell.value is not None:
        return figure(cell.value) + ("？" if cell.doubts else "")
    return cell.text.strip() if cell.state is State.PRINTED else cell.state.label


def organ_name(organ: str | None) -> str:
    """Call an organ, also where its name was not read."""
    return organ or "没有读到机关名称"


def edition_name(table: str, year: int) -> str:
    """Call the edition of a table: 表三2019年版."""
    numbers = {section.key: section.number for section in edition(year).sections}
    return f"表{numbers[table]}{year}年版"
