"""How tables, cells, places and figures are called in Chinese."""

from collections.abc import Sequence
from decimal import Decimal

from ogi.findings import Finding
from ogi.form import AnnualReport, Column, Edition, Row, Table, edition, editions
from ogi.writing.quoting import spoken, text_places

PREVIOUS = "previous:"


def edition_of(address: str, report: AnnualReport | None = None) -> Edition:
    """Return the edition to name a cell by: that of its table, else the newest that has it."""
    table = address.partition(".")[0]
    if report is not None and table in report.editions:
        return edition(report.editions[table])
    known = [one for one in reversed(editions()) if address in one.labels]
    return known[0] if known else editions()[-1]


def table_name(table: str, form: Edition) -> str:
    """Call a table as officials do.

    >>> table_name("applications", edition(2021))
    '表三'
    """
    numbers = {section.key: section.number for section in form.sections}
    return f"表{numbers[table]}" if table in numbers else table


def parts_of(address: str, form: Edition) -> tuple[Table, Row, Column] | None:
    """Return the table, the row and the column that an address names, None if none."""
    key, _, rest = address.partition(".")
    row_key, _, column_key = rest.rpartition(".")
    table = form.tables.get(key)
    if table is None:
        return None
    for row in table.rows:
        if row.key == row_key:
            for column in (*row.columns, *table.extra_columns):
                if column.key == column_key:
                    return table, row, column
    return None


def row_name(row: Row) -> str:
    """Call a row by its label, and by its group where the label alone is not enough."""
    label = row.label.partition("（区分处理的")[0]
    return f"{row.groups[-1]}{label}" if label[:1].isdigit() and row.groups else label


def cell_name(address: str, report: AnnualReport | None = None) -> str:
    """Call a cell by table, row and column.

    >>> cell_name("disputes.review.total")
    '表四，行政复议，总计'
    """
    if address.startswith(PREVIOUS):
        return f"上年报告{cell_name(address.removeprefix(PREVIOUS))}"
    form = edition_of(address, report)
    found = parts_of(address, form)
    if found is None:
        return address
    table, row, column = found
    return f"{table_name(table.key, form)}，{row_name(row)}，{column.label}"


def cells_name(addresses: Sequence[str], report: AnnualReport) -> str:
    """Call several cells by what they share: a column, a row, or a table."""
    own = [one for one in addresses if not one.startswith(PREVIOUS)] or list(addresses)
    if len(own) == 1:
        return cell_name(own[0], report)
    found = [(parts_of(one, edition_of(one, report)), edition_of(one, report)) for one in own]
    tables = list(dict.fromkeys(table_name(p[0].key, form) for p, form in found if p))
    rows = {p[1].key for p, _ in found if p}
    columns = {p[2].key for p, _ in found if p}
    parts = found[0][0] if found else None
    if parts is None or len(tables) != 1:
        return "、".join(tables)
    if len(columns) == 1:
        return f"{tables[0]}，{parts[2].label}列"
    if len(rows) == 1:
        return f"{tables[0]}，{row_name(parts[1])}"
    return f"{tables[0]}（{len(own)}格）"


def place_name(finding: Finding, report: AnnualReport) -> str:
    """Say where a finding stands: its sentence, else its heading, its cells, its place."""
    for key, number in spoken(finding, report):
        return f"{section_name(key)}，第{number}段"
    places = text_places(finding, report)
    headings = [one.text for one in report.headings if one.place and one.place in places]
    if len(headings) == 1:
        return f"标题“{headings[0]}”"
    if finding.cells:
        return cells_name(finding.cells, report)
    if report.title_place and report.title_place in places:
        return "标题"
    return next((str(place) for place in places if str(place)), "")


def section_order(key: str) -> int:
    """Return where a section stands in the form; what is no section of it comes first."""
    keys = [section.key for section in editions()[-1].sections]
    return keys.index(key) if key in keys else -1


def section_name(key: str) -> str:
    """Call a section by number and title: 一、总体情况."""
    for section in editions()[-1].sections:
        if section.key == key:
            return f"{section.number}、{section.title}"
    return "前言" if key == "preamble" else key


def figure(value: int | Decimal | str | None) -> str:
    """Write a figure as it is read: below zero with the minus sign, nothing as 没有."""
    if value is None:
        return "没有"
    if isinstance(value, Decimal):
        value = format(value, "f")
    return str(value).replace("-", "−") if _is_number(str(value)) else str(value)


def signed(value: int | Decimal) -> str:
    """Write a difference with its sign.

    >>> signed(3), signed(-2)
    ('+3', '−2')
    """
    return f"+{figure(value)}" if value > 0 else figure(value)


def figures(finding: Finding) -> list[tuple[str, str]]:
    """Return the figures of a finding, each with its name: 应为, 实为, 差.

    Rules on shape (S) count cells and characters, which no one corrects to another number.
    """
    if finding.code.startswith("S"):
        return []
    named: list[tuple[str, str]] = []
    if finding.expected is not None:
        named.append(("应为", figure(finding.expected)))
    if finding.value is not None:
        named.append(("实为", figure(finding.value)))
    if finding.difference is not None:
        named.append(("差", signed(finding.difference)))
    return named


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()


_FORMATS = {
    "text": "纯文本",
    "markdown": "Markdown",
    "html": "网页（HTML）",
    "docx": "Word（DOCX）",
    "doc": "Word（DOC、WPS）",
    "rtf": "RTF",
    "odt": "OpenDocument（ODT）",
    "ods": "OpenDocument（ODS）",
    "wordml": "Word（XML）",
    "flatopc": "Word（XML）",
    "sheetml": "Excel（XML）",
    "xlsx": "Excel（XLSX）",
    "xls": "Excel（XLS）",
    "json": "JSON",
    "pdf": "PDF",
    "image": "图片",
}


def format_name(key: str) -> str:
    """Call a format as people do."""
    return _FORMATS.get(key, key)


def size_name(size: int) -> str:
    """Write the size of a file: 0.8 MB, 12 KB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"
