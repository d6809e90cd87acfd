"""`ogi check`: what does not hold in reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import Outcome, attempt, each, with_progress
from ogi.cli.inputs import Input, expand, load, unique_names
from ogi.cli.options import Command, OneOf, files, flag, limits_of, reading_options
from ogi.cli.screen import Screen, complain
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.findings import Verdict
    from ogi.form import AnnualReport
    from ogi.reading import Limits

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, the verdicts on it, and the report of the year before if one was given."""

    report: "AnnualReport"
    verdicts: "tuple[Verdict, ...]"
    previous: "AnnualReport | None" = None


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        files(),
        click.Option(["--previous"], multiple=True, metavar="FILE", help=say("previous")),
        flag(say, "--json", "as_json", "json"),
        click.Option(["--html"], type=path, metavar="OUT", help=say("html")),
        click.Option(
            ["--severity"],
            type=OneOf(say, SEVERITIES),
            default="note",
            metavar="LEVEL",
            help=say("severity"),
        ),
        flag(say, "--verbose", "verbose"),
        *reading_options(say),
    ]
    return Command("check", say, params=params, callback=check, epilog=say("exit_codes"))


def check(
    files: tuple[str, ...],
    previous: tuple[str, ...],
    as_json: bool,
    html: Path | None,
    severity: str,
    verbose: bool,
    **options: Any,
) -> int:
    """Check reports and print what does not hold in them."""
    workers, limits = options.pop("workers"), limits_of(options)
    inputs = expand(files, limits.bytes)
    past, failed = _read_past(previous, limits)
    pages = _page_paths(inputs, html) if html else {}
    work = partial(check_one, past=past, limits=limits, pages=pages)
    shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
    write = _json_writer(shown) if as_json else _screen_writer(shown, verbose)
    wrong = False
    for outcome in with_progress(each(inputs, work, workers), len(inputs)):
        if outcome.made is None:
            failed = True
            complain(outcome.input.name, outcome.trouble)
        else:
            wrong = wrong or _has_error(outcome.made)
            write(outcome.made, outcome.input.name)
    return 2 if failed else int(wrong)


def check_one(
    one: Input, past: "Sequence[AnnualReport]", limits: "Limits", pages: dict[Input, Path]
) -> Checked:
    """Read and check the report in an input, and write its page where one is wanted."""
    from ogi.checks import check as judge
    from ogi.cli.years import year_before
    from ogi.reading import read_bytes

    data = load(one, limits.bytes)
    report = read_bytes(data, one.name, limits=limits)
    previous = year_before(report, past)
    checked = Checked(report, judge(report, previous), previous)
    if one in pages:
        from ogi.cli.pictures import source_view
        from ogi.writing.page import check_page

        view = source_view(data, report, limits)
        pages[one].parent.mkdir(parents=True, exist_ok=True)
        pages[one].write_text(check_page(report, checked.verdicts, view), encoding="utf-8")
    return checked


def _read_past(names: tuple[str, ...], limits: "Limits") -> "tuple[list[AnnualReport], bool]":
    from ogi.cli.read import read_one

    outcomes: list[Outcome[AnnualReport]] = [
        attempt(one, partial(read_one, limits=limits)) for one in expand(names, limits.bytes)
    ]
    for outcome in outcomes:
        if outcome.made is None:
            complain(outcome.input.name, outcome.trouble)
    read = [outcome.made for outcome in outcomes if outcome.made is not None]
    return read, len(read) < len(outcomes)


def _page_paths(inputs: Sequence[Input], out: Path) -> dict[Input, Path]:
    """Return where the page of each input goes: OUT itself for one file, else in it."""
    if len(inputs) == 1 and not out.is_dir():
        return {inputs[0]: out}
    return {one: out / f"{name}.html" for one, name in unique_names(inputs).items()}


def _has_error(checked: Checked) -> bool:
    return any(
        finding.severity.value == "error"
        for verdict in checked.verdicts
        for finding in verdict.findings
    )


def _json_writer(shown: Sequence[str]) -> Callable[[Checked, str], None]:
    from ogi.writing.json import check_json, dumps

    def write(checked: Checked, name: str) -> None:
        made = check_json(checked.report, checked.verdicts)
        made["findings"] = [one for one in made["findings"] if one["severity"] in shown]
        before = checked.previous.source.name if checked.previous else None
        click.echo(dumps({"file": name, "previous": before, **made}))

    return write


def _screen_writer(shown: Sequence[str], verbose: bool) -> Callable[[Checked, str], None]:
    from ogi.cli.letters import show_checked

    screen = Screen()
    written: list[str] = []

    def write(checked: Checked, name: str) -> None:
        if written:
            screen.line()
        written.append(name)
        show_checked(checked.report, checked.verdicts, name, shown, verbose, screen)

    return write
