"""The statutory tables of a report, as printed, with the marks in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogi.form import AnnualReport, Cell, Column, State, Table, edition, newest
from ogi.form.wording import table_name
from ogi.writing.layout import Box, lay_out
from ogi.writing.marks import Mark, Marks, all_cells
from ogi.writing.wording import figure

_MOST_MARKS = 3
_MOST_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box of a table on the page: the box of the layout, and what is printed in it."""

    box: Box
    id: str
    headers: str
    text: str
    hidden: str = ""
    small: str = ""
    look: str = ""
    marks: tuple[Mark, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on the page, or a word that the report has none."""

    key: str
    name: str
    number: str
    title: str
    edition: int | None
    labels: int
    head: tuple[tuple[PageBox, ...], ...] = ()
    body: tuple[tuple[tuple[PageBox, ...], ...], ...] = ()


def page_tables(report: AnnualReport, marks: Marks) -> tuple[PageTable, ...]:
    """Return the three tables as the report shows them, in the order of the form."""
    used = max(report.editions.values(), default=None)
    form = edition(used) if used else newest()
    return tuple(
        _table(section.key, section.number, section.title, report, marks)
        for section in form.sections
        if section.content == "table"
    )


def _table(key: str, number: str, title: str, report: AnnualReport, marks: Marks) -> PageTable:
    year = report.editions.get(key)
    name = table_name(key, edition(year) if year else newest())
    if year is None:
        return PageTable(key, name, number, title, None, 0)
    table = edition(year).tables[key]
    laid = lay_out(table, _extras(table, report))
    cells = all_cells(report)

    def line(boxes: Sequence[Box]) -> tuple[PageBox, ...]:
        return tuple(_box(box, key, cells, marks) for box in boxes)

    return PageTable(
        key,
        name,
        number,
        title,
        year,
        laid.labels,
        tuple(line(boxes) for boxes in laid.head),
        tuple(tuple(line(boxes) for boxes in group) for group in laid.body),
    )


def _extras(table: Table, report: AnnualReport) -> list[Column]:
    printed = {address.rpartition(".")[2] for address in report.extras}
    return [column for column in table.extra_columns if column.key in printed]


def cell_id(address: str) -> str:
    """Return the id of a cell on the page."""
    return f"c-{address}"


def _box(box: Box, table: str, cells: dict[str, Cell], marks: Marks) -> PageBox:
    headers = " ".join(_head_id(table, key) for key in box.headers)
    if not box.address:
        return PageBox(box, _head_id(table, box.key) if box.key else "", headers, box.text)
    cell = cells.get(box.address, Cell())
    all_marks = marks.by_address.get(box.address, ())
    own = [mark for mark in all_marks if marks.begins(mark, box.address)]
    looks = (box.look, _look(cell, all_marks, marks.involved.get(box.address, ())))
    return PageBox(
        box,
        cell_id(box.address),
        headers,
        printed(cell),
        hidden=_hidden(cell),
        small=_candidates(cell),
        look=" ".join(look for look in looks if look),
        marks=tuple(own[:_MOST_MARKS]),
        more=max(0, len(own) - _MOST_MARKS),
    )


def _head_id(table: str, key: str) -> str:
    return "h-" + table + "-" + "".join(key.split())


def printed(cell: Cell) -> str:
    """Return what is printed in a cell; nothing where nothing is."""
    if cell.state is State.UNREADABLE:
        return "无法读取"
    return cell.text.strip() or ("" if cell.value is None else figure(cell.value))


def _hidden(cell: Cell) -> str:
    """Return what only a screen reader says: that a box is empty, or in doubt."""
    words = [cell.state.label] if cell.state in (State.BLANK, State.ABSENT) else []
    return "，".join([*words, *(["存疑"] if cell.doubts else [])])


def _candidates(cell: Cell) -> str:
    if cell.state is not State.UNREADABLE:
        return ""
    candidates = dict.fromkeys(one for doubt in cell.doubts for one in doubt.candidates)
    shown = list(candidates)[:_MOST_CANDIDATES]
    return "可能是" + "或".join(shown) if shown else ""


def _look(cell: Cell, own: Sequence[Mark], involved: Sequence[Mark]) -> str:
    return " ".join(_looks(cell, {mark.kind for mark in own}, {mark.kind for mark in involved}))


def _looks(cell: Cell, own: set[str], involved: set[str]) -> Iterator[str]:
    if cell.state is State.ABSENT:
        yield "na"
    if "error" in own:
        yield "brk"
    elif "warning" in own:
        yield "wrn"
    elif "error" in involved:
        yield "inv"
    if cell.doubts or cell.state is State.UNREADABLE:
        yield "dbt"
