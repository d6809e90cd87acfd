"""One paper, several printers."""

from collections.abc import Callable
from importlib import import_module

from ogi.errors import UsageError
from ogi.paper import Paper

_PRINTERS = {
    "docx": ("ogi.writing.docx", "print_docx"),
    "html": ("ogi.writing.html", "print_html"),
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
