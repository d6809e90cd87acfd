"""How cells, places and figures of a report are called in Chinese."""

from collections.abc import Sequence
from decimal import Decimal

from ogi.findings import Finding
from ogi.form import AnnualReport, Edition, edition, wording
from ogi.form.wording import newest_with, parts_of, row_name, section_name, signed, table_name
from ogi.writing.quoting import spoken, text_places

PREVIOUS = "previous:"


def edition_of(address: str, report: AnnualReport | None = None) -> Edition:
    """Return the edition to name a cell by: that of its table, else the newest that has it."""
    table = address.partition(".")[0]
    if report is not None and table in report.editions:
        return edition(report.editions[table])
    return newest_with(address)


def cell_name(address: str, report: AnnualReport | None = None) -> str:
    """Call a cell by table, row and column, one of the year before as such."""
    if address.startswith(PREVIOUS):
        return f"上年报告{cell_name(address.removeprefix(PREVIOUS))}"
    return wording.cell_name(address, edition_of(address, report))


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


def figure(value: int | Decimal | str | None) -> str:
    """Write a figure as it is read: below zero with the minus sign, nothing as 没有."""
    if isinstance(value, str) and not _is_number(value):
        return value
    return value.replace("-", "−") if isinstance(value, str) else wording.figure(value, "没有")


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


def size_name(size: int) -> str:
    """Write the size of a file: 0.8 MB, 12 KB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"
