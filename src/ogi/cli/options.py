"""Options that several commands share, and how their values are read."""

from collections.abc import Callable, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from ogi.cli.help import Context
from ogi.cli.texts import Say

_LIMITS = (
    "bytes",
    "pages",
    "scans",
    "pixels",
    "unpacked_bytes",
    "ratio",
    "cells",
    "members",
    "seconds",
    "memory",
)


class Command(click.Command):
    """A command whose help is in the chosen language."""

    context_class = Context

    def __init__(self, name: str, say: Say, *, params: list[click.Parameter], **rest: Any) -> None:
        super().__init__(
            name,
            help=say(name),
            options_metavar=say("options_metavar"),
            params=params,
            context_settings={"help_option_names": ["-h", "--help"]},
            **rest,
        )
        self.say = say

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that prints the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = self.say("help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_text(f"{self.say('usage')}{ctx.command_path} {pieces}")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        own = [one for one in self.get_params(ctx) if not _is_limit(one)]
        self._write_list("options", own, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the exit codes, and the limits last: hardly anybody needs them."""
        super().format_epilog(ctx, formatter)
        if limits := [one for one in self.get_params(ctx) if _is_limit(one)]:
            self._write_list("limits", limits, ctx, formatter)

    def _write_list(
        self,
        title: str,
        params: list[click.Parameter],
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        rows = [row for one in params if (row := one.get_help_record(ctx))]
        formatter.write_paragraph()
        formatter.write_text(self.say(title))
        formatter.indent()
        formatter.write_dl(rows)
        formatter.dedent()


def _is_limit(param: click.Parameter) -> bool:
    return (param.name or "").startswith("max_")


class WholeNumber(click.ParamType):  # type: ignore[type-arg]
    """A whole number that is not too small."""

    name = "N"

    def __init__(self, say: Say, least: int = 1) -> None:
        self._say, self._least = say, least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        if isinstance(value, int):
            return value
        digits = str(value).replace("_", "").replace(",", "")
        if not digits.isdecimal() or int(digits) < self._least:
            self.fail(self._say("whole_number").format(value=value, least=self._least), param, ctx)
        return int(digits)


Labels = Callable[[], Mapping[str, str]]


class OneOf(click.ParamType):  # type: ignore[type-arg]
    """One of a few words; `labels` gives the Chinese word for each, which is taken as well."""

    name = "WORD"

    def __init__(self, say: Say, choices: tuple[str, ...], labels: Labels = dict) -> None:
        self._say, self._choices, self._labels = say, choices, labels

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word."""
        word = str(value).strip().lower()
        if word in self._choices:
            return word
        labels = self._labels()
        near = [one for one in self._choices if labels.get(one, "").lower().startswith(word)]
        if not word or len(near) != 1:  # one is: 当面 for 当面提交, Word for Word（DOCX）
            choices = "、".join(f"{one} {labels.get(one, '')}".strip() for one in self._choices)
            self.fail(self._say("one_of").format(value=value, choices=choices), param, ctx)
        return near[0]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the words that begin so."""
        return [CompletionItem(one) for one in self._choices if one.startswith(incomplete)]


class EditionYear(click.ParamType):  # type: ignore[type-arg]
    """An edition of the form by its year; those on file are asked for when one is named."""

    name = "EDITION"

    def __init__(self, say: Say) -> None:
        self._say = say

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the year as a word."""
        from ogi.form import editions

        known = tuple(str(one.year) for one in editions())
        return OneOf(self._say, known).convert(value, param, ctx)


def files() -> click.Argument:
    """Return the argument FILE…: files, directories, or - for standard input."""
    return click.Argument(["files"], nargs=-1, required=True, metavar="FILE…")


def flag(say: Say, option: str, name: str, key: str | None = None) -> click.Option:
    """Return an option without a value."""
    return click.Option([option, name], is_flag=True, help=say(key or option.strip("-")))


def reading_options(say: Say) -> list[click.Parameter]:
    """Return the options of every command that reads: processes and limits."""
    workers = click.Option(
        ["--workers"], type=WholeNumber(say), default=1, metavar="N", help=say("workers")
    )
    return [workers, *(_limit(say, name) for name in _LIMITS)]


def _limit(say: Say, name: str) -> click.Option:
    from ogi.reading.limits import DEFAULT_LIMITS

    default = getattr(DEFAULT_LIMITS, name)
    return click.Option(
        [f"--max-{name.replace('_', '-')}", f"max_{name}"],
        type=WholeNumber(say),
        default=default,
        metavar="N",
        help=f"{say(f'max_{name}')}（{say('default')} {default:,}）",
    )


def limits_of(options: dict[str, Any]) -> Any:
    """Return the limits that the options give, and take them out of the options."""
    from ogi.reading.limits import Limits

    return Limits(**{name: options.pop(f"max_{name}") for name in _LIMITS})
