"""`ogi form`: the statutory form, its tables and the address of every cell."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.options import Command, EditionYear, flag
from ogi.cli.output import write_out
from ogi.cli.screen import Screen, echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.form import Column, Edition, Row, Table

HEADER = ("edition", "address", "table", "row", "column")


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    params = [
        click.Argument(["edition"], required=False, type=EditionYear(say), metavar="[EDITION]"),
        flag(say, "--addresses", "addresses", "form.addresses"),
        flag(say, "--json", "as_json", "form.json"),
        click.Option(
            ["-o", "--out"], type=click.Path(path_type=Path), metavar="OUT", help=say("form.out")
        ),
    ]
    return Command("form", say, params=params, callback=form)


def form(edition: str | None, addresses: bool, as_json: bool, out: Path | None) -> int:
    """Print an edition of the form, or write it as a workbook to fill in."""
    from ogi.form import editions

    known = [one for one in editions() if edition in (None, str(one.year))]
    if out:
        _write_workbook(known[-1], out)
    elif addresses:
        _print_addresses(known)
    elif as_json:
        from ogi.writing.json import dumps

        for one in known if edition else known[-1:]:
            echo(dumps(edition_json(one)))
    else:
        _show(known[-1], Screen())
    return 0


def _write_workbook(one: "Edition", out: Path) -> None:
    from ogi.writing.template import form_workbook

    if out.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{out.name}：填报表的后缀应当是 xlsx")
    write_out(out, form_workbook(one))
    echo(str(out))


def _print_addresses(known: "list[Edition]") -> None:
    echo("\t".join(HEADER))
    for one in known:
        for table in one.tables.values():
            for row in table.rows:
                path = "/".join((*row.groups, row.label))
                for column in row.columns:
                    address = table.address(row, column)
                    line = (str(one.year), address, table.title, path, column.label)
                    echo("\t".join(line))


def edition_json(one: "Edition") -> dict[str, Any]:
    """Return an edition as plain JSON values."""
    return {
        "edition": one.year,
        "instrument": str(one.instrument),
        "first_year": one.first_year,
        "last_year": one.last_year,
        "sections": [
            {"key": s.key, "number": s.number, "title": s.title, "content": s.content}
            for s in one.sections
        ],
        "tables": [_table_json(table) for table in one.tables.values()],
    }


def _table_json(table: "Table") -> dict[str, Any]:
    return {
        "key": table.key,
        "title": table.title,
        "rows": [_row_json(table, row) for row in table.rows],
        "relations": [
            {
                "code": relation.code,
                "says": relation.says,
                "printed": relation.printed,
                "source": str(relation.cites),
            }
            for relation in table.relations
        ],
    }


def _row_json(table: "Table", row: "Row") -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.label,
        "groups": list(row.groups),
        "source": str(row.cites) if row.cites else "",
        "cells": [_column_json(table.address(row, column), column) for column in row.columns],
    }


def _column_json(address: str, column: "Column") -> dict[str, str]:
    return {
        "address": address,
        "column": column.label,
        "group": column.group,
        "unit": column.unit,
        "kind": column.kind,
    }


def _show(one: "Edition", screen: Screen) -> None:
    until = f"至{one.last_year}年度" if one.last_year else "起"
    screen.line(f"年度报告格式{one.year}年版　{one.instrument}", "bold")
    screen.line(f"{one.first_year}年度{until}适用；地址是“表.行.列”")
    for section in one.sections:
        screen.line()
        screen.line(section.heading, "bold")
        if section.content == "table":
            _show_table(one.tables[section.key], screen)


def _show_table(table: "Table", screen: Screen) -> None:
    from rich import box
    from rich.table import Table as Grid

    grid = Grid(box=box.SIMPLE_HEAD if screen.terminal else None, show_edge=False, padding=(0, 1))
    for name in ("行", "列", "地址"):
        grid.add_column(name, overflow="fold")
    for groups, rows in groupby(table.rows, lambda row: row.groups):
        if groups:
            grid.add_row(" › ".join(groups), "", "", style="bold")
        for row in rows:
            for number, column in enumerate(row.columns):
                label = row.label if number == 0 else ""
                grid.add_row(label, column.label, table.address(row, column))
    screen.show(grid)
    for relation in table.relations:
        screen.line(f"关系 {relation.code}　{relation.says}", "dim")
