"""`ogi query`: a question to a dataset, in SQL."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.options import Command, flag
from ogi.cli.output import keep, write_out
from ogi.cli.screen import Screen, complain, echo
from ogi.cli.texts import Say
from ogi.errors import DatasetError, MissingPartError
from ogi.system import said

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

_MOST = 200
_SUFFIXES = (".csv", ".parquet", ".xlsx")


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        click.Argument(["dataset"], type=path, metavar="DATASET"),
        click.Argument(["sql"], metavar="SQL"),
        click.Option(["-o", "--output", "out"], type=path, metavar="OUT", help=say("query.out")),
        flag(say, "--json", "as_json", "query.json"),
    ]
    return Command("query", say, params=params, callback=query, epilog=say("query.codes"))


def query(dataset: Path, sql: str, out: Path | None, as_json: bool) -> int:
    """Ask, and print the answer or write it to a file."""
    if out and out.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(f"{out.name}：后缀应当是 {'、'.join(_SUFFIXES)} 之一")
    try:
        from ogi.dataset import open_dataset

        keep(*dataset.rglob("*"))
        with open_dataset(dataset) as connection:
            return _answer(connection, sql, out, as_json)
    except (DatasetError, MissingPartError) as error:
        complain(str(dataset), str(error))
    except OSError as error:
        complain(str(out or dataset), f"写不进去（{said(error)}）")
    return 2


def _answer(connection: "DuckDBPyConnection", sql: str, out: Path | None, as_json: bool) -> int:
    import duckdb

    try:
        found = connection.sql(sql)
        if found is None:  # no question: nothing comes back
            return 0
        heads = found.columns
        if out and out.suffix.lower() == ".parquet":
            _write_parquet(found, out)
            return 0
        rows = found.fetchall()
    except duckdb.Error as error:
        complain("SQL", f"问不了：{str(error).strip()}")
        return 2
    if out:
        _write(heads, rows, out)
    elif as_json:
        _print_json(heads, rows)
    else:
        _show(heads, rows)
    return 0


def _write_parquet(found: "DuckDBPyRelation", out: Path) -> None:
    from pyarrow import parquet

    written = BytesIO()
    parquet.write_table(found.to_arrow_table(), written, compression="zstd")
    write_out(out, written.getvalue())


def _write(heads: Sequence[str], rows: Sequence[Sequence[Any]], out: Path) -> None:
    from ogi.writing.plain_table import table_csv, table_xlsx

    writer = table_csv if out.suffix.lower() == ".csv" else table_xlsx
    write_out(out, writer(heads, rows))


def _print_json(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    from ogi.writing.json import dumps

    for row in rows:
        echo(dumps(dict(zip(heads, map(_plain, row), strict=True))))


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    known = isinstance(value, str | int | float | Decimal | bool) or value is None
    return value if known else str(value)


def _show(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from ogi.cli.console import Folded

    screen = Screen()
    look = box.SIMPLE_HEAD if screen.terminal else None
    table = Table(box=look, show_edge=False, padding=(0, 2, 0, 0))
    for at, head in enumerate(heads):
        right = all(isinstance(row[at], int | float | Decimal | None) for row in rows[:_MOST])
        justify = "right" if right else "left"
        table.add_column(Text(head), justify=justify, overflow="fold", no_wrap=right)  # type: ignore[arg-type]
    for row in rows[:_MOST]:
        table.add_row(*(Folded(_said(value)) for value in row))
    screen.show(table)
    more = f"，只列了前{_MOST}行；要全部，用 -o 写成文件" if len(rows) > _MOST else ""
    echo(f"{len(rows):,}行{more}", err=True)


def _said(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)
