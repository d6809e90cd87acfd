"""`ogi merge`: reports of subordinate organs added up into that of their superior."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import alone, each, with_progress
from ogi.cli.inputs import Input, expand, load
from ogi.cli.options import (
    Command,
    EditionYear,
    WholeNumber,
    files,
    flag,
    limits_of,
    reading_options,
)
from ogi.cli.output import give_up, keep, make_folder, refuse_inputs, write_out
from ogi.cli.screen import Screen, complain, echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.findings import Verdict
    from ogi.form import AnnualReport
    from ogi.reading import Found, Limits
    from ogi.rollup import Consolidation, Faults, LeftOut, OrganRegister, Part


@dataclass(frozen=True, slots=True)
class Merged:
    """A consolidation, what does not hold in it, and what rule C101 says."""

    consolidation: "Consolidation"
    faults: "Faults"
    verdict: "Verdict | None"

    @property
    def holds(self) -> bool:
        """Whether nothing is missing and nothing broken."""
        agrees = self.verdict is None or self.verdict.outcome.value == "kept"
        return self.consolidation.is_complete and agrees and not self.faults.parts


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        files(),
        click.Option(["-o", "--out"], type=path, metavar="OUT", help=say("merge.out")),
        click.Option(["--register"], type=path, metavar="CSV", help=say("merge.register")),
        click.Option(["--against"], metavar="FILE", help=say("merge.against")),
        click.Option(["--organ"], default="", metavar="NAME", help=say("merge.organ")),
        click.Option(["--year"], type=WholeNumber(say), metavar="N", help=say("merge.year")),
        click.Option(
            ["--edition"], type=EditionYear(say), metavar="EDITION", help=say("merge.edition")
        ),
        click.Option(["--prefer"], multiple=True, metavar="FILE", help=say("merge.prefer")),
        flag(say, "--json", "as_json", "merge.json"),
        *reading_options(say),
    ]
    return Command("merge", say, params=params, callback=merge, epilog=say("merge.exit_codes"))


def merge(files: tuple[str, ...], out: Path | None, as_json: bool, **options: Any) -> int:
    """Add reports up, and print what was added and what was not."""
    workers, limits = options.pop("workers"), limits_of(options)
    if out:
        _refuse_kind(out)
        make_folder(out.parent)
    register, given = _register(options.pop("register")), None
    if against := options.pop("against"):
        given = _given(against, limits)
        if given is None:
            return 2
    apart = {Path(against)} if against else set()
    earlier = _earlier(out, files) if out else set()
    inputs = [one for one in expand(files, limits.bytes) if not _is_one_of(one, apart | earlier)]
    give_up(*earlier)
    refuse_inputs(*(written_beside(out) if out else ()))
    parts, unread = _read(inputs, options.pop("prefer"), workers, limits)
    for one in unread:
        complain(one.source, one.says)
    merged = _merged(parts, unread, register, given, options)
    if as_json:
        _print_json(merged)
    elif not out:
        _show(merged, Screen())
    if out:
        write_merged(merged, out)
    return 2 if unread else int(not merged.holds)


def _merged(
    parts: "Sequence[Part]",
    unread: "Sequence[LeftOut]",
    register: "OrganRegister | None",
    given: "AnnualReport | None",
    options: dict[str, Any],
) -> Merged:
    from ogi.form import edition_for
    from ogi.rollup import common_year, compare_with, consolidate, faults_of

    year = options["year"] or (given.year if given else None) or common_year(parts)
    if year is None:
        raise click.UsageError("看不出汇总哪一年度：用 --year 写明")
    edition = int(options["edition"]) if options["edition"] else None
    if edition_for(year) is None and edition is None:  # before the first form
        raise click.UsageError(f"{year}年度没有规定格式：用 --edition 写明用哪一版")
    consolidation = consolidate(
        parts,
        organ=options["organ"],
        year=year,
        edition=edition,
        register=register,
        given=given,
        unread=unread,
    )
    verdict = compare_with(given, consolidation) if given else None
    return Merged(consolidation, faults_of(consolidation), verdict)


def read_found(one: Input, limits: "Limits") -> "tuple[Found, ...]":
    """Read every report in an input."""
    from ogi.reading import read_all_bytes

    return tuple(read_all_bytes(load(one, limits.bytes), one.name, limits=limits))


def _read(
    inputs: Sequence[Input], prefer: tuple[str, ...], workers: int, limits: "Limits"
) -> "tuple[list[Part], list[LeftOut]]":
    from ogi.rollup import LeftOut, Part, Why

    parts, unread = [], []
    outcomes = with_progress(
        each(inputs, partial(read_found, limits=limits), workers, limits.budget), len(inputs)
    )
    for outcome in outcomes:
        if outcome.made is None:
            unread.append(LeftOut(outcome.input.name, "", Why.UNREAD, outcome.trouble))
        for found in outcome.made or ():
            if found.report is not None:
                parts.append(Part(found.report, found.name, _is_named(found.name, prefer)))
            else:
                unread.append(LeftOut(found.name, "", Why.UNREAD, str(found.error)))
    unknown = [name for name in prefer if not any(_is_named(one.source, (name,)) for one in parts)]
    if unknown:
        raise click.UsageError(f"--prefer 指明的“{unknown[0]}”不在所给的文件里")
    return parts, unread


def _earlier(out: Path, files: Sequence[str]) -> set[Path]:
    """Return what an earlier run wrote: all three files, none of them asked to be read."""
    written = set(written_beside(out))
    named = {Path(one).resolve() for one in files}
    ours = all(one.is_file() for one in written) and named.isdisjoint(
        one.resolve() for one in written
    )
    return written if ours else set()


def _is_named(source: str, names: Sequence[str]) -> bool:
    """Say whether a source is one of these names: written in full, or its last part."""
    return any(source == name or source.endswith(f"/{name}") for name in names)


def _is_one_of(one: Input, paths: Collection[Path]) -> bool:
    """Say whether an input is the report compared, or what an earlier run wrote."""
    return one.path is not None and one.path.resolve() in {path.resolve() for path in paths}


def _register(path: Path | None) -> "OrganRegister | None":
    from ogi.errors import ReadingError
    from ogi.rollup import read_register
    from ogi.system import said

    if path is None:
        return None
    keep(path)
    try:
        return read_register(path.read_bytes())
    except OSError as error:
        raise click.UsageError(f"{path}：打不开登记册（{said(error)}）") from error
    except ReadingError as error:
        raise click.UsageError(f"{path}：{error}") from error


def _given(name: str, limits: "Limits") -> "AnnualReport | None":
    from ogi.cli.read import read_one

    outcome = alone(
        expand((name,), limits.bytes)[0], partial(read_one, limits=limits), limits.budget
    )
    if outcome.made is None:
        complain(name, outcome.trouble)
    return outcome.made


def _refuse_kind(out: Path) -> None:
    from ogi.cli.paper import kind_of

    if out.suffix.lower() != ".json":
        kind_of(out)


def _print_json(merged: Merged) -> None:
    from ogi.rollup import consolidation_json
    from ogi.writing.json import dumps

    echo(dumps(consolidation_json(merged.consolidation, merged.faults, merged.verdict)))


def _show(merged: Merged, screen: Screen) -> None:
    from ogi.cli.paper import show_paper
    from ogi.cli.report import show_tables
    from ogi.rollup import consolidation_paper

    show_paper(consolidation_paper(merged.consolidation, merged.faults, merged.verdict), screen)
    screen.line()
    show_tables(merged.consolidation.report, screen)


def write_merged(merged: Merged, out: Path) -> None:
    """Write the report, and beside it what was done and where every figure comes from."""
    from ogi.cli.paper import write_paper
    from ogi.rollup import consolidation_paper, sources_paper
    from ogi.writing import write_report

    report, done, sources = written_beside(out)
    write_out(report, write_report(merged.consolidation.sheet, out))
    write_paper(consolidation_paper(merged.consolidation, merged.faults, merged.verdict), done)
    write_paper(sources_paper(merged.consolidation), sources)
    for written in (report, done, sources):
        echo(str(written))


def written_beside(out: Path) -> tuple[Path, Path, Path]:
    """Return where the report goes, what was done, and where the figures come from."""
    kind = "docx" if out.suffix.lower() == ".json" else out.suffix.removeprefix(".")
    done, sources = f"{out.stem}-说明.{kind}", f"{out.stem}-来源.xlsx"
    return out, out.with_name(done), out.with_name(sources)
