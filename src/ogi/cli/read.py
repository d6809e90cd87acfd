"""`ogi read`: every figure of reports."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import each, with_progress
from ogi.cli.inputs import Input, expand, load, unique_names
from ogi.cli.options import Command, files, flag, limits_of, reading_options
from ogi.cli.screen import Screen, complain
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.form import AnnualReport
    from ogi.reading.limits import Limits


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    draw = click.Option(
        ["--draw"], type=click.Path(path_type=Path), metavar="DIR", help=say("draw")
    )
    params = [files(), flag(say, "--json", "as_json", "json"), draw, *reading_options(say)]
    return Command("read", say, params=params, callback=read, epilog=say("exit_codes"))


def read(files: tuple[str, ...], as_json: bool, draw: Path | None, **options: Any) -> int:
    """Read reports and print them."""
    workers, limits = options.pop("workers"), limits_of(options)
    inputs = expand(files, limits.bytes)
    drawn = {one: draw / name for one, name in unique_names(inputs).items()} if draw else {}
    work = partial(read_one, limits=limits, drawn=drawn)
    failed = False
    screen = None if as_json else Screen()
    outcomes = with_progress(each(inputs, work, workers), len(inputs))
    for number, outcome in enumerate(outcomes):
        if outcome.made is None:
            failed = True
            complain(outcome.input.name, outcome.trouble)
        elif screen:
            _show(outcome.made, outcome.input.name, screen, apart=number > 0)
        else:
            _write(outcome.made, outcome.input.name)
    return 2 if failed else 0


def read_one(
    one: Input, limits: "Limits", drawn: Mapping[Input, Path] | None = None
) -> "AnnualReport":
    """Read the report in an input, and draw its pages where that is wanted."""
    from ogi.reading import read_bytes

    data = load(one, limits.bytes)
    report = read_bytes(data, one.name, limits=limits)
    if drawn and report.source.format == "pdf":
        from ogi.cli.pictures import draw_pages

        draw_pages(data, report, drawn[one], limits)
    elif drawn:
        complain(one.name, "只有PDF有页面图像，没有画")
    return report


def _show(report: "AnnualReport", name: str, screen: Screen, *, apart: bool) -> None:
    from ogi.cli.papers import show_head, show_report

    if apart:
        screen.line()
    show_head(report, name, screen)
    show_report(report, screen)


def _write(report: "AnnualReport", name: str) -> None:
    from ogi.writing.json import dumps, report_json

    click.echo(dumps({"file": name, **report_json(report)}))
