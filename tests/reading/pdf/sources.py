"""The sample report as HTML and as typst, in each layout."""

from html import escape

from ogi.form import Edition

from .sample import ORGAN, SENTENCES, YEARS, Printed, PrintedTable, figures, printed_tables

# small: small pages, so that tables run over many, their headers repeated on each.
# header_ruled: lines above and below the header and at the end of each table only.
# booklet: two pages side by side on one sheet, tables running from one to the other.
LAYOUTS = (
    "ruled",
    "half_ruled",
    "unruled",
    "two_columns",
    "landscape",
    "small",
    "header_ruled",
    "booklet",
)

_PAPER = {"landscape": "297mm 210mm", "small": "210mm 160mm", "booklet": "420mm 297mm"}
_BORDER = {
    "half_ruled": "border-top: 0.5pt solid #000; border-bottom: 0.5pt solid #000;",
    "unruled": "border: none;",
    "header_ruled": "border: none;",
}
_TYPST_PAPER = {
    "landscape": 'paper: "a4", flipped: true',
    "small": "width: 210mm, height: 160mm",
    "booklet": "width: 420mm, height: 297mm, columns: 2",
}
_STYLE = """
@page {{ size: {paper}; margin: 20mm 22mm; }}
body {{ font-family: "Noto Serif CJK SC"; font-size: {size}; line-height: 1.6; margin: 0; }}
h1 {{ font-size: 18pt; text-align: center; }}
h2 {{ font-size: 14pt; margin: 10pt 0 4pt 0; }}
p {{ text-indent: 24pt; margin: 0 0 4pt 0; text-align: justify; }}
table {{ border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.35; }}
td {{ {border} padding: 2pt 3pt; text-align: center; vertical-align: middle; }}
td.label {{ text-align: left; }}
table.lines {{ border-top: 1pt solid #000; border-bottom: 1pt solid #000; }}
table.lines td.last {{ border-bottom: 0.5pt solid #000; }}
div.columns {{ column-count: {columns}; column-gap: 10mm; }}
div.booklet {{ column-count: 2; column-gap: 20mm; column-fill: auto; height: 255mm; }}
"""


def title(edition: Edition) -> str:
    return f"{ORGAN}{YEARS[edition.year]}年政府信息公开工作年度报告"


def html(edition: Edition, layout: str) -> str:
    """Return the report as one HTML page, the source for three producers."""
    style = _STYLE.format(
        paper=_PAPER.get(layout, "210mm 297mm"),
        border=_BORDER.get(layout, "border: 0.5pt solid #000;"),
        columns=2 if layout == "two_columns" else 1,
        size="11pt" if layout == "booklet" else "12pt",
    )
    tables = {table.key: table for table in printed_tables(edition, figures(edition))}
    parts = [f"<h1>{title(edition)}</h1>"]
    for section in edition.sections:
        parts.append(f"<h2>{section.number}、{section.title}</h2>")
        if section.key in tables:
            parts.append(_html_table(tables[section.key], layout))
        else:
            text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[section.key])
            parts.append(f'<div class="columns">{text}</div>')
    body = "\n".join(parts)
    if layout == "booklet":
        body = f'<div class="booklet">{body}</div>'
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{title(edition)}</title><style>{style}</style></head><body>{body}</body></html>"
    )


def _html_table(table: PrintedTable, layout: str) -> str:
    rows = [
        "<tr>" + "".join(_html_cell(cell, table) for cell in cells) + "</tr>"
        for cells in table.by_row()
    ]
    head, body = "".join(rows[: table.headings]), "".join(rows[table.headings :])
    head = f"<thead>{head}</thead>" if layout == "small" and head else head
    lines = ' class="lines"' if layout == "header_ruled" else ""
    return f"<table{lines}>{_html_widths(table)}{head}<tbody>{body}</tbody></table>"


def _html_widths(table: PrintedTable) -> str:
    widths = "".join(f'<col style="width: {share:.2f}%">' for share in shares(table))
    return f"<colgroup>{widths}</colgroup>"


def shares(table: PrintedTable) -> list[float]:
    """Return the widths of the columns, in percent."""
    if table.key == "applications":
        return [4, 14, 26, *[8] * (table.columns - 3)]
    if table.key == "proactive":
        return [34, *[66 / (table.columns - 1)] * (table.columns - 1)]
    return [100 / table.columns] * table.columns


def _html_cell(cell: Printed, table: PrintedTable) -> str:
    spans = (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "") + (
        f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    )
    kinds = ["label"] if _is_row_label(cell) else []
    kinds += ["last"] if cell.row + cell.rowspan == table.headings else []
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    text = "<br>".join(cell.text) if cell.upright else escape(cell.text)
    return f"<td{spans}{kind}>{text}</td>"


def _is_row_label(cell: Printed) -> bool:
    return not cell.is_value and cell.column == 2


_TYPST_STROKE = {"half_ruled": "(x: none, y: 0.5pt)", "unruled": "none", "header_ruled": "none"}


def typst(edition: Edition, layout: str) -> str:
    """Return the report as a typst source."""
    paper = _TYPST_PAPER.get(layout, 'paper: "a4"')
    tables = {table.key: table for table in printed_tables(edition, figures(edition))}
    parts = [
        f'#set page({paper}, margin: (x: 22mm, y: 20mm), numbering: "— 1 —")',
        '#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh", region: "cn")',
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)",
        f"#align(center)[#text(size: 18pt, weight: 700)[{title(edition)}]]",
    ]
    for section in edition.sections:
        parts.append(f"#text(size: 14pt, weight: 700)[{section.number}、{section.title}]\n")
        if section.key in tables:
            parts.append(_typst_table(tables[section.key], layout))
        else:
            parts.append(_typst_text(SENTENCES[section.key], layout))
    return "\n\n".join(parts)


def _typst_text(sentences: tuple[str, ...], layout: str) -> str:
    if layout != "two_columns":
        return "\n\n".join(sentences)
    half = (len(sentences) + 1) // 2
    left, right = "\n\n".join(sentences[:half]), "\n\n".join(sentences[half:])
    return f"#grid(columns: (1fr, 1fr), column-gutter: 10mm)[{left}][{right}]"


def _typst_table(table: PrintedTable, layout: str) -> str:
    stroke = _TYPST_STROKE.get(layout, "0.5pt")
    columns = ", ".join(f"{share}fr" for share in shares(table))
    rows = [",\n".join(map(_typst_cell, cells)) for cells in table.by_row()]
    line = ["table.hline(stroke: 0.5pt)"] if layout == "header_ruled" else []
    head, body = rows[: table.headings], rows[table.headings :]
    if layout == "small" and head:
        head = [f"table.header({','.join(head)})"]
    cells = ",\n".join([*line, *head, *(line if head else []), *body, *line])
    return (
        "#[#set text(size: 9pt)\n#set par(first-line-indent: 0pt, justify: false)\n"
        f"#table(columns: ({columns}), stroke: {stroke}, align: center + horizon, "
        f"inset: 3pt,\n{cells})]"
    )


def _typst_cell(cell: Printed) -> str:
    text = " \\\n".join(cell.text) if cell.upright else cell.text
    # A leading "1." would start a list.
    text = text.replace(".", "\\.", 1) if text[1:2] == "." else text
    text = text.replace("-", "\\-") if text.startswith("-") else text
    return f"table.cell(rowspan: {cell.rowspan}, colspan: {cell.colspan})[{text}]"
