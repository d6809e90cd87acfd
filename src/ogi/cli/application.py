"""The command `ogi`: its subcommands, loaded when they are called, and its last words."""

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import click

from ogi.cli.help import Context
from ogi.cli.options import Command
from ogi.cli.screen import echo, tell
from ogi.cli.texts import LANGUAGES, Say, saying
from ogi.errors import DataFileError, MissingPartError, OgiError, OutputError
from ogi.expression import expression
from ogi.system import said, visible
from ogi.version import VERSION

COMMANDS = (
    "read",
    "check",
    "explain",
    "form",
    "write",
    "diff",
    "merge",
    "collect",
    "query",
    "evaluate",
    "due",
    "fee",
    "calendar",
    "letter",
)
FAILED = 2
_LONGEST = 200  # of what is quoted from an error
INTERRUPTED = 130
SHELL_EXPANDS = os.name != "nt"  # wildcards; the shell of Windows leaves them to the command


_CHINESE = expression(r"[\u4e00-\u9fff]")


class Commands(Command, click.Group):
    """The subcommands; a module is imported only when its command is called."""

    def __init__(self, say: Say) -> None:
        params: list[click.Parameter] = [
            click.Option(["--lang"], metavar="LANG", expose_value=False, help=say("ogi.lang")),
            click.Option(
                ["--data"],
                metavar="DIR",
                expose_value=False,
                callback=_use_data,
                help=say("ogi.data"),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=say("ogi.version"),
            ),
        ]
        super().__init__("ogi", say, params=params, subcommand_metavar=say("command_metavar"))
        self.no_args_is_help = True

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands that are installed."""
        return [name for name in COMMANDS if find_spec(f"ogi.cli.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command and make it in the chosen language."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"ogi.cli.{cmd_name}")
        made = getattr(module, "command", None) or getattr(module, cmd_name)
        if isinstance(made, click.Command):
            return made
        command: click.Command = made(self.say)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        Command.format_options(self, ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(self.say("commands"))
        formatter.indent()
        formatter.write_dl([(name, self.say(f"{name}.short")) for name in self.list_commands(ctx)])
        formatter.dedent()


def _use_data(ctx: click.Context, param: click.Parameter, folder: str | None) -> None:
    if folder is not None and not ctx.resilient_parsing:
        from ogi.data import of_place

        ctx.with_resource(of_place(folder))


def _version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        echo(f"ogi {VERSION}")
        ctx.exit()


class Application(click.Command):
    """What the shell calls: chooses the language, runs the command, ends without a traceback."""

    context_class = Context

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run the command and exit with its code."""
        _write_utf8()
        language, words = _language(list(sys.argv[1:] if args is None else args))
        words = words if SHELL_EXPANDS else expanded(words)
        say = saying(language)
        try:
            code = Commands(say).main(words, prog_name="ogi", standalone_mode=False)
            sys.stdout.flush()
        except click.ClickException as error:
            code = _refuse(error, say)
        except DataFileError as error:
            _say(f"{say('data_wrong')}\n{_all_faults(error, words)}")
            code = FAILED
        except (OutputError, MissingPartError) as error:
            _say(str(error))
            code = FAILED
        except BrokenPipeError:  # whoever read our output has gone: `ogi read … | head`
            code = _close_pipe()
        except OSError as error:
            _say(f"{_of_file(error)}{said(error)}")
            code = FAILED
        except (click.Abort, KeyboardInterrupt):
            echo("", err=True)
            code = INTERRUPTED
        except Exception as error:  # a fault of ours is no verdict: 1 would say there are errors
            _say(str(error) if isinstance(error, OgiError) else _unforeseen(error, say))
            code = FAILED
        sys.exit(code if isinstance(code, int) else 0)


def _all_faults(error: DataFileError, words: list[str]) -> str:
    """Say a fault of data, and where it is of a place, all the faults of its folder."""
    named = (one.partition("=")[2] for one in words if one.startswith("--data="))
    after = (words[at + 1] for at, one in enumerate(words[:-1]) if one == "--data")
    folder = next(chain(named, after), os.environ.get("OGI_DATA", ""))
    if not error.faults or not folder or not Path(folder).is_dir():
        return str(error)
    from ogi.cli.gathering import faults_in

    faults = dict.fromkeys((*error.faults, *faults_in(Path(folder))))
    return "\n".join(map(str, faults))


def _language(words: list[str]) -> tuple[str, list[str]]:
    """Return the language and the words without --lang, which may stand anywhere."""
    chosen = os.environ.get("OGI_LANG", "")
    rest: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word == "--lang":
            chosen = next(waiting, chosen)
        elif word.startswith("--lang="):
            chosen = word.partition("=")[2]
        else:
            rest.append(word)
    return next((known for known in LANGUAGES if chosen.lower().startswith(known)), "zh"), rest


def expanded(words: list[str]) -> list[str]:
    """Return the words with wildcards (*.docx) put out as the files they stand for."""
    from glob import glob, has_magic

    found: list[str] = []
    for word in words:
        files = has_magic(word) and not word.startswith("-") and not Path(word).exists()
        found += sorted(glob(word, recursive=True)) or [word] if files else [word]  # noqa: PTH207
    return found


def _say(sentence: str) -> None:
    tell(f"ogi: {sentence}")


def _unforeseen(error: Exception, say: Say) -> str:
    import logging

    logging.getLogger("ogi.cli").debug("unforeseen", exc_info=error)
    told = visible(error)
    return say("unforeseen").format(kind=type(error).__name__, told=told[:_LONGEST])


def _of_file(error: OSError) -> str:
    return f"{visible(error.filename)}：" if error.filename else ""


def _refuse(error: click.ClickException, say: Say) -> int:
    """Say what is wrong with the call, and where the help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        echo(error.format_message(), err=True)
        return FAILED
    context = getattr(error, "ctx", None)
    _say(_reason(error, say))
    tell(say("hint").format(command=context.command_path if context else "ogi"))
    return FAILED


def _reason(error: click.ClickException, say: Say) -> str:
    if isinstance(error, click.NoSuchOption):
        return say("no_option").format(name=error.option_name) + _near(
            error.option_name, _options(error.ctx), say
        )
    if isinstance(error, click.MissingParameter) and error.param:
        return say("missing").format(name=error.param.make_metavar(error.ctx))  # type: ignore[arg-type]
    if isinstance(error, click.BadParameter) and error.param:
        return say("bad_value").format(name=error.param.opts[0], reason=error.message)
    if isinstance(error, click.BadOptionUsage):
        key = "no_value" if "does not take" in error.message else "takes_value"
        return say(key).format(name=error.option_name)
    if name := getattr(error, "command_name", ""):
        return say("no_command").format(name=name) + _near(name, COMMANDS, say)
    if extra := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message):
        return say("too_many").format(name=extra[1])
    return error.message if _CHINESE.search(error.message) else say("misused")


def _options(ctx: click.Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else []
    return [name for one in params if isinstance(one, click.Option) for name in one.opts]


def _near(word: str, known: Sequence[str], say: Say) -> str:
    """Return the question whether another word was meant, nothing where none is like it."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), known, 1)
    return say("perhaps").format(near=near[0]) if near else ""


def _write_utf8() -> None:
    """Write UTF-8 to pipes and files everywhere, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")  # type: ignore[union-attr]


def _close_pipe() -> int:
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 128 + 13


main = Application("ogi")
