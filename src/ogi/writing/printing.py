"""One layout, several printers."""

from collections.abc import Callable
from pathlib import Path

from ogi.errors import UsageError
from ogi.form import AnnualReport
from ogi.formats import PRINTED, WRITTEN, code
from ogi.paper import Paper

KINDS = tuple(PRINTED)


def print_paper(paper: Paper, kind: str) -> bytes:
    """Print a paper as DOCX, HTML, PDF, XLSX, Markdown or text; `kind` is the suffix.

    The same paper always gives the same bytes. Raises UsageError for another kind, and
    MissingPartError where what prints it is not installed.
    """
    if kind not in PRINTED:
        raise UsageError(f"no printer for {kind!r}; there are {', '.join(KINDS)}")
    printer: Callable[[Paper], bytes] = code(PRINTED[kind].printer)
    return printer(paper)


def write_report(report: AnnualReport, kind: str | Path) -> bytes:
    """Return a report in a format, given by suffix (`docx`) or by a path that has one.

    Besides the kinds of `print_paper` there is json, which keeps everything.
    """
    suffix = (Path(kind).suffix or str(kind)).lower().removeprefix(".")
    if suffix in WRITTEN and WRITTEN[suffix].writer:
        writer: Callable[[AnnualReport], bytes] = code(WRITTEN[suffix].writer)
        return writer(report)
    from ogi.writing.report import report_paper

    return print_paper(report_paper(report), suffix)
