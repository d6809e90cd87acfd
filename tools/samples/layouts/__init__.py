"""One function a layout: a sample in, the bytes of its file out."""

from collections.abc import Callable

from tools.samples.declaration import Sample
from tools.samples.layouts.excerpt import cells_by_line, joined_cells
from tools.samples.layouts.fused import fused_digits
from tools.samples.layouts.markup import pasted_html, plain_html
from tools.samples.layouts.office import doc, docx, xls, xlsx
from tools.samples.layouts.pdf import chromium_pdf, typst_pdf, weasyprint_pdf
from tools.samples.layouts.plain import one_cell_a_line, pipes, plain_markdown, tabs
from tools.samples.layouts.torn import pdf_text, scrambled

LAYOUTS: dict[str, Callable[[Sample], bytes]] = {
    "cells_by_line": cells_by_line,
    "chromium_pdf": chromium_pdf,
    "doc": doc,
    "docx": docx,
    "fused_digits": fused_digits,
    "joined_cells": joined_cells,
    "markdown": plain_markdown,
    "one_cell_a_line": one_cell_a_line,
    "pasted_html": pasted_html,
    "pdf_text": pdf_text,
    "pipes": pipes,
    "plain_html": plain_html,
    "scrambled": scrambled,
    "tabs": tabs,
    "typst_pdf": typst_pdf,
    "weasyprint_pdf": weasyprint_pdf,
    "xls": xls,
    "xlsx": xlsx,
}
BINARY = {"doc", "docx", "pdf", "xls", "xlsx"}
