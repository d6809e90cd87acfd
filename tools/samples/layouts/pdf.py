"""PDF by three producers."""

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

import typst

from tools.samples.declaration import Sample
from tools.samples.grid import width_of
from tools.samples.layouts.markup import body_html, plain_cell
from tools.samples.story import Grid, Head, Title, story

CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


def weasyprint_pdf(sample: Sample) -> bytes:
    """Ruled tables that run over pages, no rule at the break, page numbers below."""
    from weasyprint import HTML

    return bytes(HTML(string=_printed_page(sample)).write_pdf())


def chromium_pdf(sample: Sample) -> bytes:
    """Ruled tables printed by a browser; rows are not torn, header rows do not repeat."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "page.html"), Path(folder, "out.pdf")
        page.write_text(_printed_page(sample), encoding="utf-8")
        browser = shutil.which("chromium") or "chromium"
        command = [browser, *CHROMIUM, *QUIET, f"--user-data-dir={folder}/profile"]
        subprocess.run(
            [*command, f"--print-to-pdf={out}", page.as_uri()], check=True, capture_output=True
        )
        return out.read_bytes()


def typst_pdf(sample: Sample) -> bytes:
    """Tables without vertical rules on landscape pages."""
    return bytes(typst.compile(_typst_source(sample).encode(), format="pdf"))


def _printed_page(sample: Sample) -> str:
    body = body_html(sample, lambda text: f"<p>{escape(text)}</p>", plain_cell)
    style = sample.options.get("style", "")
    head = f'<meta charset="utf-8"><style>{_STYLE}{style}</style>'
    return f'<html lang="zh"><head>{head}</head><body>{body}</body></html>'


def _typst_source(sample: Sample) -> str:
    parts = [_TYPST]
    for item in story(sample):
        match item:
            case Title(text):
                parts.append(f"#align(center, text(16pt)[{text}])")
            case Head(text, level):
                parts.append(f"{'=' * (level - 1)} {text}")
            case Grid():
                parts.append(_typst_table(item))
            case _:
                parts.append(item.text.replace("#", r"\#"))
    return "\n\n".join(parts)


def _typst_table(grid: Grid) -> str:
    width = width_of(grid.lines)
    narrow = "(auto,) + (auto,) + (13em,) + (1fr,) * " + str(width - 3)
    columns = narrow if grid.table.band else f"(1fr,) * {width}"
    cells = [
        f"table.cell(x: {box.column}, y: {at}, rowspan: {box.rowspan}, "
        f"colspan: {box.colspan})[{_safe(box.text)}]"
        for at, line in enumerate(grid.lines)
        for box in line.boxes
    ]
    return f"#table(columns: {columns},\n  " + ",\n  ".join(cells) + ",\n)"


def _safe(text: str) -> str:
    return "".join(f"\\{c}" if c in "#*_$[]+-" else c for c in text).replace(".", "\\.")


_STYLE = """
@page { size: A4; margin: 24mm 20mm; @bottom-center {
  content: "— " counter(page) " —"; font: 9pt "Noto Sans CJK SC" } }
body { font: 10.5pt/1.6 "Noto Sans CJK SC" }
h1 { font-size: 16pt; text-align: center } h2 { font-size: 12pt } h1, h2, h3 { font-weight: normal }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.35 }
td { border: .6pt solid black; padding: 2pt 3pt; text-align: center }
"""
_TYPST = """
#set page(paper: "a4", flipped: true, margin: 18mm, numbering: "1")
#set text(font: "Noto Sans CJK SC", lang: "zh", size: 9pt)
#set table(stroke: (x: none, y: .5pt), inset: 3pt)
#show heading: set text(weight: "regular", size: 11pt)
"""
