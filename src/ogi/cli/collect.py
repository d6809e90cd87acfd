"""`ogi collect`: a dataset of all reports in a directory."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.options import Command, flag, limits_of, reading_options
from ogi.cli.progress import Progress
from ogi.cli.screen import Screen, complain
from ogi.cli.texts import Say
from ogi.errors import DatasetError, MissingPartError, ReadingError
from ogi.formats import COLLECTED
from ogi.system import said

if TYPE_CHECKING:
    from ogi.dataset import Summary
    from ogi.rollup.organs import OrganRegister

_INTERRUPTED = "停下了。已经读完的都保存着；再运行同一命令，从断处继续"


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    path = click.Path(path_type=Path)
    params = [
        click.Argument(["folder"], type=Folder(say), metavar="DIR"),
        click.Option(
            ["-o", "--out"], type=path, callback=_given, metavar="OUT", help=say("collect.out")
        ),
        click.Option(
            ["--engine"],
            type=EngineName(say),
            default="local",
            metavar="ENGINE",
            help=say("collect.engine"),
        ),
        flag(say, "--retry", "retry", "collect.retry"),
        click.Option(["--register"], type=path, metavar="FILE", help=say("collect.register")),
        *reading_options(say),
    ]
    return Command("collect", say, params=params, callback=collect, epilog=say("collect.codes"))


def _given(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Return the value of an option that cannot be left out."""
    if value is None and not ctx.resilient_parsing:
        raise click.MissingParameter(ctx=ctx, param=param)
    return value


class Folder(click.ParamType):  # type: ignore[type-arg]
    """A directory that is there."""

    name = "DIR"

    def __init__(self, say: Say) -> None:
        self._say = say

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the directory."""
        if not Path(value).is_dir():
            raise click.UsageError(self._say("collect.no_folder").format(name=value), ctx)
        return Path(value)


class EngineName(click.ParamType):  # type: ignore[type-arg]
    """The name of an engine."""

    name = "ENGINE"

    def __init__(self, say: Say) -> None:
        self._say = say

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name."""
        if value not in ("local", "dask") and not str(value).startswith("dask://"):
            self.fail(self._say("collect.no_engine").format(name=value), param, ctx)
        return str(value)


def collect(
    folder: Path,
    out: Path,
    engine: str,
    retry: bool,
    register: Path | None,
    **options: Any,
) -> int:
    """Make or renew a dataset, and say what it holds."""
    workers, limits = options.pop("workers"), limits_of(options)
    try:
        from ogi import dataset

        organs = _register(register) if register else None

        tree = dataset.Tree(folder, COLLECTED, limits)
        chosen = dataset.engine_named(engine, workers, limits.budget)
        with Progress() as progress:
            summary = dataset.collect(
                tree, out, engine=chosen, retry=retry, register=organs, watch=progress.watch
            )
    except (DatasetError, MissingPartError, ReadingError) as error:
        complain(str(out), str(error))
        return 2
    except OSError as error:
        complain(str(out), f"写不进去（{said(error)}）")
        return 2
    except KeyboardInterrupt:
        complain(str(out), _INTERRUPTED)
        raise
    _show(summary, out, Screen())
    return 2 if summary.failures else 0


def _register(path: Path) -> "OrganRegister":
    from ogi.reading import load
    from ogi.rollup.organs import read_register

    return read_register(load(path))


def _show(summary: "Summary", out: Path, screen: Screen) -> None:
    from ogi.dataset.documents import KINDS

    screen.line(f"文件　{summary.documents:,}个，这次读了{summary.read:,}个")
    screen.line(
        f"报告　{summary.reports:,}份：现行{summary.current:,}份，"
        f"另有版本{summary.superseded:,}份，重复{summary.duplicates:,}份"
    )
    screen.line(f"与上年核对　{summary.compared:,}份")
    for kind, count in sorted(summary.failures.items(), key=lambda entry: -entry[1]):
        screen.line(f"没有读成　{KINDS[kind]} {count:,}个")
    if summary.failures:
        screen.line(f"逐个的原因在 {out / 'failures'}")
    screen.line(f"数据集　{out}" + ("" if summary.changed else "（没有变化，没有重写）"))
