"""A report as a paper: its title, its sections, its tables in the official layout."""

from collections.abc import Iterator
from dataclasses import replace

from ogi.expression import expression
from ogi.form import AnnualReport, Cell, State, edition, newest
from ogi.paper import Block, Heading, Line, Mark, Paper
from ogi.writing.marks import NumberedDoubt, mark
from ogi.writing.placing import UNREADABLE
from ogi.writing.statutory import MISSING, Shown, report_grid

_SERIAL = expression("，[一二三四]、")  # read again, a serial would begin a section


def report_paper(report: AnnualReport) -> Paper:
    """Return a report as a paper; what is printed in it stays, and what is not is not added.

    Doubted and unreadable cells keep their print, with a mark, and a note says what else
    it may be.
    """
    return Paper(
        report.title or "",
        tuple(_blocks(report)),
        official=True,
        notes=tuple(_note(one) for one in mark(report, ()).doubts),
    )


def _blocks(report: AnnualReport) -> Iterator[Block]:
    yield from _text("preamble", report)
    printed = {heading.key for heading in report.headings}
    used = max(report.editions.values(), default=None)
    for section in (edition(used) if used else newest()).sections:
        key = section.key
        if key not in {*report.sections, *report.editions, *printed}:
            continue
        heading = section.heading
        yield Heading(heading)
        yield from _text(key, report)
        if key in report.editions:
            yield from _table(key, heading, report)


def _text(key: str, report: AnnualReport) -> Iterator[Line]:
    if key in report.sections:
        yield from (Line(one.text) for one in report.sections[key].paragraphs)


def _table(key: str, heading: str, report: AnnualReport) -> Iterator[Block]:
    cells = {**report.cells, **report.extras}
    laid = report_grid(key, report, lambda address: shown(cells.get(address, Cell())))
    if laid is not None:
        yield replace(laid, caption=heading)


def shown(cell: Cell) -> Shown:
    """Return what is shown of a cell: its print, whatever it says."""
    if cell.state is State.ABSENT:
        return Shown(MISSING)
    doubts = "；".join(doubt.says for doubt in cell.doubts)
    if cell.state is State.UNREADABLE:
        return Shown(UNREADABLE, Mark.DOUBT, doubts)
    text = cell.text or ("" if cell.value is None else str(cell.value))
    return Shown(text, Mark.DOUBT if cell.doubts else Mark.NONE, doubts)


def _note(doubt: NumberedDoubt) -> str:
    may_be = f"，可能是{doubt.may_be}" if doubt.may_be else ""
    where = _SERIAL.sub("，", doubt.where)
    return f"{where}：读作{doubt.read_as}{may_be}。{doubt.mark.says}"
