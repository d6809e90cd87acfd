"""`ogi read`: every figure of reports."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import each, with_progress
from ogi.cli.inputs import Input, Targets, expand, load, unique_names
from ogi.cli.options import Command, files, flag, limits_of, reading_options
from ogi.cli.screen import Screen, complain, echo
from ogi.cli.texts import Say
from ogi.formats import format_of

if TYPE_CHECKING:
    from ogi.form import AnnualReport
    from ogi.reading import Found
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
    names = unique_names(inputs).items() if draw else ()
    drawn = Targets({one: draw / f"{name}.png" for one, name in names if draw})
    work = partial(read_every, limits=limits, drawn=drawn)
    failed = shown = False
    screen = None if as_json else Screen()
    for outcome in with_progress(each(inputs, work, workers, limits.budget), len(inputs)):
        if outcome.made is None:
            failed = True
            complain(outcome.input.name, outcome.trouble)
        for found in outcome.made or ():
            if draw and found.report and not format_of(found.report.source.format).drawn:
                complain(found.name, "只有PDF和图片有页面图像，没有画")
            if found.report is None:
                failed = True
                complain(found.name, str(found.error))
            elif screen:
                _show(found.report, found.name, screen, apart=shown)
                shown = True
            else:
                _write(found.report, found.name)
    return 2 if failed else 0


def read_one(one: Input, limits: "Limits") -> "AnnualReport":
    """Read the only report in an input."""
    from ogi.reading import read_bytes

    return read_bytes(load(one, limits.bytes), one.name, limits=limits)


def read_every(one: Input, limits: "Limits", drawn: Targets | None = None) -> "tuple[Found, ...]":
    """Read every report in an input, and draw the pages of each where that is wanted."""
    from ogi.reading.read import read_members

    found = []
    for found_one, member in read_members(load(one, limits.bytes), one.name, limits=limits):
        found.append(found_one)
        if drawn and one in drawn.paths and found_one.report is not None:
            _draw(member.data, found_one.report, drawn.of(found_one.name, one), limits)
    return tuple(found)


def _draw(data: bytes, report: "AnnualReport", base: Path, limits: "Limits") -> None:
    if format_of(report.source.format).drawn:
        from ogi.cli.pictures import draw_pages

        draw_pages(data, report, base, limits)


def _show(report: "AnnualReport", name: str, screen: Screen, *, apart: bool) -> None:
    from ogi.cli.report import show_head, show_report

    if apart:
        screen.line()
    show_head(report, name, screen)
    show_report(report, screen)


def _write(report: "AnnualReport", name: str) -> None:
    from ogi.writing.json import dumps, report_json

    echo(dumps({"file": name, **report_json(report)}))
