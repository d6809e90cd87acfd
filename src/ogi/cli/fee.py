"""`ogi fee`: the processing fee by the piece or by the page, and how it is counted."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.days import day_of
from ogi.cli.options import Command, WholeNumber, flag
from ogi.cli.output import keep
from ogi.cli.screen import echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.fees import Computation


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    number = WholeNumber(say, 0)
    params: list[click.Parameter] = [
        click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path)),
        click.Option(["--pieces"], type=number, metavar="N", help=say("fee.pieces")),
        click.Option(["--before"], type=number, default=0, metavar="N", help=say("fee.before")),
        click.Option(["--pages"], type=number, metavar="N", help=say("fee.pages")),
        click.Option(["--on", "on_day"], metavar="DATE", help=say("fee.on")),
        flag(say, "--explain", "explain", "fee.explain"),
        flag(say, "--json", "as_json", "fee.json"),
    ]
    return Command("fee", say, params=params, callback=fee)


def fee(
    file: Path | None,
    pieces: int | None,
    before: int,
    pages: int | None,
    on_day: str | None,
    explain: bool,
    as_json: bool,
) -> int:
    """Print what is to be paid."""
    if [file, pieces, pages].count(None) != 2:
        raise click.UsageError("写 --pieces、--pages 或者一个申请清单，三者之一")
    made = _of_file(file) if file else (_of_number(pieces, before, pages, on_day),)
    if as_json:
        from ogi.writing.json import dumps

        echo(dumps([_json(one) for one in made]))
        return 0
    for one in made:
        _print(one, explain)
    if len(made) > 1:
        echo(f"合计：{sum((one.total_yuan for one in made), Decimal(0))}元")
    return 0


def _of_number(
    pieces: int | None, before: int, pages: int | None, on_day: str | None
) -> "Computation":
    from ogi.errors import UsageError
    from ogi.fees import Method, page_fee, piece_fee

    method = Method.BY_PAGE if pieces is None else Method.BY_PIECE
    try:
        on = day_of(on_day) if on_day else _newest(method.value)
        if pieces is None:
            return page_fee(pages or 0, on)
        return piece_fee(pieces, on, before=before)
    except UsageError as error:
        raise click.UsageError(f"{on_day} 这一天信息处理费办法还没有施行") from error


def _newest(name: str) -> date:
    """Return the day from which the newest tiers on file are in force."""
    from ogi.law import versions

    return versions(name)[-1].since


def _of_file(path: Path) -> "Sequence[Computation]":
    from ogi.errors import ReadingError, UsageError
    from ogi.fees import month_fees, read_list

    keep(path)
    try:
        return month_fees(read_list(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path} 打不开，或者不是UTF-8文本") from error
    except ReadingError as error:
        raise click.UsageError(f"{path}：{error}") from error
    except UsageError as error:
        raise click.UsageError(f"{path}：有申请早于信息处理费办法施行，不能收费") from error


def _print(one: "Computation", explain: bool) -> None:
    if explain:
        for line in one.listing():
            echo(line)
        return
    subject = f"{one.subject}：" if one.subject else ""
    echo(f"{subject}{one.total_yuan}元")


def _json(one: "Computation") -> dict[str, Any]:
    return {
        "subject": one.subject,
        "method": one.method.label,
        "total_yuan": one.total_yuan,
        "lines": [
            {
                "first": line.first,
                "last": line.last,
                "rate_yuan": line.rate_yuan,
                "amount_yuan": line.amount_yuan,
                "ids": list(line.ids),
            }
            for line in one.lines
        ],
        "source": str(one.cites),
        "notes": list(one.notes),
    }
