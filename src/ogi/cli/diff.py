"""`ogi diff`: two years, or two versions, of the report of an organ."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.batch import alone
from ogi.cli.inputs import expand
from ogi.cli.options import Command, flag, limits_of, reading_options
from ogi.cli.output import make_folder, refuse_inputs
from ogi.cli.screen import Screen, complain, echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.form import AnnualReport
    from ogi.reading import Limits


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        click.Argument(["old"], required=True, metavar="OLD"),
        click.Argument(["new"], required=True, metavar="NEW"),
        click.Option(["-o", "--out"], type=path, metavar="OUT", help=say("diff.out")),
        flag(say, "--all", "everything", "diff.all"),
        flag(say, "--json", "as_json", "diff.json"),
        *(one for one in reading_options(say) if one.name != "workers"),
    ]
    return Command("diff", say, params=params, callback=diff, epilog=say("diff.exit_codes"))


def diff(
    old: str, new: str, out: Path | None, everything: bool, as_json: bool, **options: Any
) -> int:
    """Compare two reports and print what differs."""
    from ogi.cli.paper import kind_of, show_paper, write_paper

    limits = limits_of(options)
    if out:
        kind_of(out)
        make_folder(out.parent)
    reports = [one for name in (old, new) if (one := _read(name, limits)) is not None]
    if len(reports) < 2:
        return 2
    if out:
        refuse_inputs(out)
    from ogi.rollup import compare, comparison_json, comparison_paper

    comparison = compare(*reports)
    if as_json:
        from ogi.writing.json import dumps

        echo(dumps(comparison_json(comparison, everything=everything)))
    if out:
        write_paper(comparison_paper(comparison, everything=everything), out)
    if not as_json and not out:
        show_paper(comparison_paper(comparison, everything=everything), Screen())
    return 0 if comparison.is_same else 1


def _read(name: str, limits: "Limits") -> "AnnualReport | None":
    """Read one report; where a name stands for several, say so and read none."""
    from ogi.cli.read import read_one

    inputs = expand((name,), limits.bytes)
    if len(inputs) > 1:
        complain(name, f"是{len(inputs)}份文件；对照的是两份报告，写出其中一份")
        return None
    outcome = alone(inputs[0], partial(read_one, limits=limits), limits.budget)
    if outcome.made is None:
        complain(name, outcome.trouble)
    return outcome.made
