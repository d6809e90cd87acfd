"""`ogi evaluate`: how well documents are read, against transcriptions made by hand."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ogi.cli.options import Command, flag
from ogi.cli.screen import echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.reading.evaluation import Score

COLUMNS = ("cells", "right", "doubted", "wrong", "silent", "missed", "unreadable")


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    params: list[click.Parameter] = [
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR"),
        flag(say, "--faults", "faults", "evaluate.faults"),
        flag(say, "--json", "as_json", "evaluate.json"),
    ]
    return Command("evaluate", say, params=params, callback=evaluate)


def evaluate(folder: Path, faults: bool, as_json: bool) -> int:
    """Print a line a document and the totals; 1 when a cell is silently wrong."""
    from ogi.reading.evaluation import documents
    from ogi.reading.evaluation import evaluate as measure

    found = list(documents(folder))
    if not found:
        raise click.UsageError(f"{folder} 下面没有 truth.json。核对目录")
    width = max(len(source.parent.name) for source, _ in found) + 2
    if not as_json:
        echo(" " * width + " ".join(f"{name:>10}" for name in COLUMNS) + "    seconds")
    scores = []
    for source, truth in found:
        scores.append(measure(source, truth))
        echo(_json(scores[-1]) if as_json else _line(scores[-1], width))
        for address, wanted, read in scores[-1].faults if faults and not as_json else ():
            echo(f"{'':{width}}{address}  {wanted} → {read}")
    if not as_json:
        echo(_totals(scores, width))
    return 1 if any(score.silent for score in scores) else 0


def _line(score: "Score", width: int) -> str:
    numbers = " ".join(f"{getattr(score, name):>10}" for name in COLUMNS)
    return f"{score.name:{width}}{numbers} {score.seconds:10.3f} {score.error}".rstrip()


def _totals(scores: "list[Score]", width: int) -> str:
    sums = [sum(getattr(score, name) for score in scores) for name in COLUMNS]
    seconds = sum(score.seconds for score in scores)
    numbers = " ".join(f"{number:>10}" for number in sums)
    return f"{'total':{width}}{numbers} {seconds:10.3f}"


def _json(score: "Score") -> str:
    from ogi.writing.json import dumps

    numbers = {name: getattr(score, name) for name in COLUMNS}
    faults = [
        {"address": address, "truth": wanted, "read": read}
        for address, wanted, read in score.faults
    ]
    return dumps({"name": score.name, **numbers, "error": score.error, "faults": faults})
