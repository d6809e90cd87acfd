"""`ogi check`: what does not hold in reports."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from ogi.cli.batch import Outcome, alone, each, with_progress
from ogi.cli.controls import Controls, control_options, controls_of, say_useless
from ogi.cli.days import day_of
from ogi.cli.inputs import Input, Targets, expand, load, unique_names
from ogi.cli.many import check_outputs, show_totals, write_outputs
from ogi.cli.options import Command, OneOf, files, flag, limits_of, reading_options
from ogi.cli.output import refuse_inputs, write_out
from ogi.cli.screen import Screen, complain, echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.checks import ToldNumber
    from ogi.findings import Verdict
    from ogi.form import AnnualReport
    from ogi.reading import Found, Limits
    from ogi.writing.findings.audit import Audit

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, the verdicts on it, and the report of the year before if one was given.

    `told` is what became of the numbers of its text.
    Without a report, `trouble` is the Chinese sentence on why it could not be read.
    `page` is where its page was written.
    """

    name: str
    report: "AnnualReport | None" = None
    verdicts: "tuple[Verdict, ...]" = ()
    previous: "AnnualReport | None" = None
    told: "tuple[ToldNumber, ...]" = ()
    trouble: str = ""
    page: Path | None = None


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        files(),
        click.Option(["--previous"], multiple=True, metavar="FILE", help=say("previous")),
        click.Option(["--published"], metavar="DAY", help=say("published")),
        flag(say, "--json", "as_json", "json"),
        click.Option(["--html"], type=path, metavar="OUT", help=say("html")),
        click.Option(
            ["-o", "--output", "outs"],
            type=path,
            multiple=True,
            metavar="OUT",
            help=say("findings_out"),
        ),
        click.Option(
            ["--severity"],
            type=OneOf(say, SEVERITIES, _labels),
            default="note",
            metavar="LEVEL",
            help=say("severity"),
        ),
        flag(say, "--verbose", "verbose"),
        *control_options(say),
        *reading_options(say),
    ]
    return Command("check", say, params=params, callback=check, epilog=say("exit_codes"))


def _labels() -> dict[str, str]:
    from ogi.findings import Severity

    return {one.value: one.label for one in Severity}


def check(
    files: tuple[str, ...],
    previous: tuple[str, ...],
    published: str | None,
    as_json: bool,
    html: Path | None,
    outs: tuple[Path, ...],
    severity: str,
    verbose: bool,
    **options: Any,
) -> int:
    """Check reports and print what does not hold in them."""
    workers, limits = options.pop("workers"), limits_of(options)
    check_outputs(outs)
    controls = controls_of(options)
    inputs = expand(files, limits.bytes)
    past, failed = _read_past(previous, limits)
    pages = Targets(_page_paths(inputs, html) if html else {})
    refuse_inputs(*outs, *pages.paths.values())
    work = partial(
        check_one,
        past=past,
        limits=limits,
        pages=pages,
        controls=controls,
        published=day_of(published) if published else None,
    )
    shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
    screen = Screen()
    write = _json_writer(shown) if as_json else _screen_writer(shown, verbose, screen)
    made = []
    for outcome in with_progress(each(inputs, work, workers, limits.budget), len(inputs)):
        for checked in outcome.made or (Checked(outcome.input.name, trouble=outcome.trouble),):
            made.append(checked)
            if checked.report is None:
                complain(checked.name, checked.trouble)
            else:
                write(checked, checked.report)
    audits = _audits(made, html)
    if len(audits) > 1 and not as_json:
        show_totals(audits, shown, screen)
    _say_controls(controls, audits, as_json)
    write_outputs(audits, outs)
    if html and html.is_dir() and len(made) > 1:
        _write_index(audits, html)
    failed = failed or any(one.report is None for one in made)
    wrong = any(controls.profile.fails(one.verdicts) for one in made)
    return 2 if failed else int(wrong)


def _audits(made: Sequence[Checked], html: Path | None) -> "list[Audit]":
    from ogi.writing.findings.audit import Audit

    return [
        Audit(
            one.name,
            one.report,
            one.verdicts,
            one.trouble,
            quote(os.path.relpath(one.page, html)) if one.page and html and html.is_dir() else "",
        )
        for one in made
    ]


def _say_controls(controls: Controls, audits: "Sequence[Audit]", as_json: bool) -> None:
    found = (one.id for audit in audits for one in audit.findings)
    organs = (audit.organ for audit in audits)
    say_useless(controls, found, organs)
    if controls.source and not as_json:
        echo(f"按 {controls.source} 的设置检查", err=True)


def _write_index(audits: "Sequence[Audit]", html: Path) -> None:
    from ogi.writing.findings.index import index_page

    write_out(html / "index.html", index_page(audits))


def check_one(
    one: Input,
    past: "Sequence[AnnualReport]",
    limits: "Limits",
    pages: Targets,
    controls: Controls,
    published: date | None = None,
) -> tuple[Checked, ...]:
    """Read and check every report in an input, and write their pages where wanted."""
    from ogi.reading.read import read_members

    found = list(read_members(load(one, limits.bytes), one.name, limits=limits))
    together = [found_one.report for found_one, _ in found if found_one.report is not None]
    made = []
    for found_one, member in found:
        if found_one.report is None:
            made.append(Checked(found_one.name, trouble=str(found_one.error)))
            continue
        checked = _judged(found_one.name, found_one.report, past, together, published)
        checked = replace(checked, verdicts=controls.applied(checked.verdicts))
        if one in pages.paths:
            page = pages.of(found_one.name, one)
            _write_page(member.data, checked, found_one.report, page, limits)
            checked = replace(checked, page=page)
        made.append(checked)
    return tuple(made)


def _judged(
    name: str,
    report: "AnnualReport",
    past: "Sequence[AnnualReport]",
    together: "Sequence[AnnualReport]",
    published: date | None,
) -> Checked:
    """Check a report; the year before may be given, or stand in the same input."""
    from ogi.checks import account
    from ogi.checks import check as judge
    from ogi.cli.years import year_before

    previous = year_before(report, past)
    if previous is None and len(together) > 1:
        previous = year_before(report, together)
    verdicts = judge(report, previous, published)
    return Checked(name, report, verdicts, previous, account(report))


def _write_page(
    data: bytes, checked: Checked, report: "AnnualReport", page: Path, limits: "Limits"
) -> None:
    from ogi.cli.pictures import source_view
    from ogi.writing.page import check_page

    view = source_view(data, report, limits)
    write_out(page, check_page(report, checked.verdicts, view))


def _read_past(names: tuple[str, ...], limits: "Limits") -> "tuple[list[AnnualReport], bool]":
    from ogi.cli.read import read_every

    read: list[AnnualReport] = []
    failed = False
    for one in expand(names, limits.bytes):
        outcome: Outcome[tuple[Found, ...]] = alone(
            one, partial(read_every, limits=limits), limits.budget
        )
        if outcome.made is None:
            failed = True
            complain(one.name, outcome.trouble)
        for found in outcome.made or ():
            if found.report is None:
                failed = True
                complain(found.name, str(found.error))
            else:
                read.append(found.report)
    return read, failed


def _page_paths(inputs: Sequence[Input], out: Path) -> dict[Input, Path]:
    """Return where the page of each input goes: OUT itself for one file, else in it."""
    if len(inputs) == 1 and not out.is_dir():
        return {inputs[0]: out}
    named = unique_names(inputs).items()
    return {one: out / f"{name if name != 'index' else 'index-1'}.html" for one, name in named}


def _json_writer(shown: Sequence[str]) -> "Callable[[Checked, AnnualReport], None]":
    from ogi.writing.json import check_json, dumps

    def write(checked: Checked, report: "AnnualReport") -> None:
        made = check_json(report, checked.verdicts, checked.told)
        made["findings"] = [one for one in made["findings"] if one["severity"] in shown]
        before = checked.previous.source.name if checked.previous else None
        echo(dumps({"file": checked.name, "previous": before, **made}))

    return write


def _screen_writer(
    shown: Sequence[str], verbose: bool, screen: Screen
) -> "Callable[[Checked, AnnualReport], None]":
    from ogi.cli.verdicts import show_checked, show_counts

    written: list[str] = []

    def write(checked: Checked, report: "AnnualReport") -> None:
        found = {one.severity.value for verdict in checked.verdicts for one in verdict.findings}
        if "note" not in shown and not found & set(shown):
            return  # nothing of what was asked for
        if written:
            screen.line()
        written.append(checked.name)
        show_checked(report, checked.verdicts, checked.name, shown, verbose, screen)
        show_counts(checked.verdicts, checked.told, screen)

    return write
