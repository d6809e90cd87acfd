"""One layout, several printers."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ogi.errors import UsageError
from ogi.form import AnnualReport
from ogi.paper import Paper

_PRINTERS = {
    "docx": ("ogi.writing.docx", "print_docx"),
    "html": ("ogi.writing.html", "print_html"),
    "pdf": ("ogi.writing.pdf", "print_pdf"),
    "xlsx": ("ogi.writing.xlsx", "print_xlsx"),
    "md": ("ogi.writing.markdown", "print_markdown"),
    "txt": ("ogi.writing.text", "print_text"),
}
KINDS = tuple(_PRINTERS)


def print_paper(paper: Paper, kind: str) -> bytes:
    """Print a paper as DOCX, HTML, PDF, XLSX, Markdown or text; `kind` is the suffix.

    The same paper always gives the same bytes. Raises UsageError for another kind, and
    MissingPartError where what prints it is not installed.
    """
    if kind not in _PRINTERS:
        raise UsageError(f"no printer for {kind!r}; there are {', '.join(KINDS)}")
    module, name = _PRINTERS[kind]
    printer: Callable[[Paper], bytes] = getattr(import_module(module), name)
    return printer(paper)


def write_report(report: AnnualReport, kind: str | Path) -> bytes:
    """Return a report in a format, given by suffix (`docx`) or by a path that has one.

    Besides the kinds of `print_paper` there is json, which keeps everything.
    """
    suffix = (Path(kind).suffix or str(kind)).lower().removeprefix(".")
    if suffix == "json":
        from ogi.writing.json import print_json

        return print_json(report)
    from ogi.writing.report import report_paper

    return print_paper(report_paper(report), suffix)
