"""`ogi write`: a report in another format, in the official layout."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import each, with_progress
from ogi.cli.inputs import Input, Targets, expand, load, unique_names
from ogi.cli.options import Command, OneOf, files, limits_of, reading_options
from ogi.cli.output import make_folder, refuse_inputs, write_out
from ogi.cli.screen import complain, echo
from ogi.cli.texts import Say
from ogi.errors import ReadingError
from ogi.formats import WRITTEN

if TYPE_CHECKING:
    from ogi.reading.limits import Limits

Written = tuple[tuple[str, str], ...]


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    out = click.Option(
        ["-o", "--out"],
        type=click.Path(path_type=Path),
        required=True,
        metavar="OUT",
        help=say("write.out"),
    )
    to = click.Option(
        ["--to"], type=OneOf(say, tuple(WRITTEN), _labels), metavar="FORMAT", help=say("write.to")
    )
    params = [files(), out, to, *reading_options(say)]
    return Command("write", say, params=params, callback=write, epilog=say("write.exit_codes"))


def _labels() -> dict[str, str]:
    return {suffix: one.label for suffix, one in WRITTEN.items()}


def write(files: tuple[str, ...], out: Path, to: str | None, **options: Any) -> int:
    """Read reports and write each in another format."""
    workers, limits = options.pop("workers"), limits_of(options)
    inputs = expand(files, limits.bytes)
    kind, into_folder = _kind(out, to, len(inputs))
    if into_folder:
        make_folder(out)
        targets = {one: out / f"{name}.{kind}" for one, name in unique_names(inputs).items()}
    else:
        targets = dict.fromkeys(inputs, out)
        refuse_inputs(out)
    work = partial(
        write_every, targets=Targets(targets), kind=kind, several=into_folder, limits=limits
    )
    failed = False
    for outcome in with_progress(each(inputs, work, workers, limits.budget), len(inputs)):
        if outcome.made is None:
            failed = True
            complain(outcome.input.name, outcome.trouble)
        for name, trouble in outcome.made or ():
            if trouble:
                failed = True
                complain(name, trouble)
            else:
                echo(name)
    return 2 if failed else 0


def _kind(out: Path, to: str | None, inputs: int) -> tuple[str, bool]:
    """Return the format, and whether OUT is a folder; refuse what fits neither."""
    suffix = out.suffix.lower().removeprefix(".")
    if out.is_dir() or not suffix:
        return to or next(iter(WRITTEN)), True
    if suffix not in WRITTEN:
        raise click.UsageError(f"{out.name}：后缀应当是 {'、'.join(WRITTEN)} 之一")
    if to and to != suffix:
        raise click.UsageError(f"{out.name}：后缀与 --to {to} 不一致")
    if inputs > 1:
        raise click.UsageError(f"有{inputs}个文件，写不进一个 {out.name}；-o 换成目录")
    return suffix, False


def write_every(
    one: Input, targets: Targets, kind: str, several: bool, limits: "Limits"
) -> Written:
    """Write every report in an input; return names of what was written, or troubles."""
    from ogi.reading import read_all_bytes
    from ogi.writing import write_report

    found = list(read_all_bytes(load(one, limits.bytes), one.name, limits=limits))
    if not several and sum(each.report is not None for each in found) > 1:
        raise ReadingError(f"里面有{len(found)}份报告，写不进一个文件；-o 换成目录")
    written = []
    for each_found in found:
        if each_found.report is None:
            written.append((each_found.name, str(each_found.error)))
            continue
        target = targets.of(each_found.name, one)
        write_out(target, write_report(each_found.report, kind))
        written.append((str(target), ""))
    return tuple(written)
