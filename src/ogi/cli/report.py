"""A report on the terminal: its head, its three tables as on paper, its doubts."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from ogi.cli.screen import Screen
from ogi.form import AnnualReport, Cell, Column, Row, State, Table, edition
from ogi.form.wording import row_label, section_name, section_order, table_name
from ogi.formats import format_name
from ogi.writing.marks import mark
from ogi.writing.tally import tally_cells
from ogi.writing.wording import figure

if TYPE_CHECKING:
    from rich.table import Table as Grid
    from rich.text import Text

NOT_THERE = "·"


def show_head(report: AnnualReport, name: str, screen: Screen) -> None:
    """Print what the report is, and how it was read."""
    screen.line(report.title or "没有读到标题", "bold")
    facts = [
        report.organ or "没有读到机关名称",
        f"{report.year}年度" if report.year else "没有读到年度",
        f"{name}（{format_name(report.source.format)}）",
    ]
    screen.line("　".join(facts))
    screen.line(str(tally_cells(report)), "dim")
    for remark in report.remarks:
        screen.line(f"说明：{remark}", "dim")


def show_report(report: AnnualReport, screen: Screen) -> None:
    """Print the tables, the sections of text and the doubts of a report."""
    show_tables(report, screen)
    screen.line()
    for key in sorted(report.sections, key=section_order):
        if text := report.sections[key].text:
            screen.line(f"{section_name(key)}：{len(text)}字", "dim")
    for left in report.stray:
        where = f"（{left.place}）" if left.place and str(left.place) else ""
        screen.line(f"未归入任何格或部分{where}：{left.text}", "dim")
    doubts = mark(report, ()).doubts
    for one in doubts:
        may_be = f"　可能是 {one.may_be}" if one.may_be else ""
        screen.line(f"? 存疑　{one.where}：读作 {one.read_as}{may_be}", "magenta")
        screen.line(f"    {one.mark.says}")


def show_tables(report: AnnualReport, screen: Screen) -> None:
    """Print the tables of a report as on paper."""
    for key, year in report.editions.items():
        form = edition(year)
        screen.line()
        screen.line(f"{table_name(key, form)}　{form.tables[key].title}（{year}年版）", "bold")
        for grid in _grids(form.tables[key], report, screen):
            screen.show(grid)


def _grids(table: Table, report: AnnualReport, screen: Screen) -> Iterator["Grid"]:
    """Yield the table in one grid, or in one for each kind of columns it has."""
    run: list[Row] = []
    for row in table.rows:
        if run and run[0].columns != row.columns:
            yield _grid(table, run, report, screen)
            run = []
        run.append(row)
    yield _grid(table, run, report, screen)


def _grid(table: Table, rows: Sequence[Row], report: AnnualReport, screen: Screen) -> "Grid":
    from rich import box
    from rich.table import Table as Grid

    look = box.SIMPLE_HEAD if screen.terminal else None
    grid = Grid(box=look, show_edge=False, padding=(0, 1, 0, 0))
    columns = [*rows[0].columns, *_extras(table, report)]
    narrow = 4 if screen.console.width >= 80 else 2
    letters = narrow if screen.terminal and len(columns) > 3 else 20
    corner = table.corner if len(table.corner) <= 4 else ""
    grid.add_column(corner, overflow="fold", min_width=16)
    for column in columns:
        header = "\n".join(wrap(column.label, letters))
        grid.add_column(header, justify="right", overflow="fold", min_width=4)
    for groups, inside in groupby(rows, lambda row: row.groups):
        deep = len(groups) > 1
        if deep:
            grid.add_row(groups[-1])
        for row in inside:
            cells = (_cell(table.address(row, column), report) for column in columns)
            label = row_label(row)
            style = "bold" if row.key == "closed" else ""
            grid.add_row(f"  {label}" if deep else label, *cells, style=style)
    return grid


def _extras(table: Table, report: AnnualReport) -> list[Column]:
    printed = {address.rpartition(".")[2] for address in report.extras}
    return [column for column in table.extra_columns if column.key in printed]


def _cell(address: str, report: AnnualReport) -> "Text":
    from rich.text import Text

    cell = report.cells.get(address) or report.extras.get(address) or Cell()
    doubt = "?" if cell.doubts or cell.state is State.UNREADABLE else ""
    if cell.state is State.UNREADABLE:
        return Text("无法读取?", style="magenta")
    if cell.state is State.ABSENT:
        return Text(NOT_THERE, style="dim")
    text = figure(cell.value) if cell.value is not None else cell.text.strip()
    note = "*" if cell.note else ""
    return Text(f"{text}{note}{doubt}", style="magenta" if doubt else "")
