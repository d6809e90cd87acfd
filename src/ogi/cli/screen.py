"""What is printed: coloured on a terminal, plain lines when it goes to a pipe or a file."""

import os
import sys
from functools import cached_property
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from ogi.cli.folding import hung
from ogi.system import visible, visible_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ogi.cli.console import Console

PIPE_WIDTH = 160
_COLOURED = ("FORCE_COLOR", "TTY_COMPATIBLE")  # somebody wants colours in a pipe


def echo(text: str = "", *, err: bool = False, newline: bool = True) -> None:
    """Print text as it may be printed: nothing in it steers a terminal."""
    click.echo(visible_lines(text), err=err, nl=newline)


class Screen:
    """Standard output, as a terminal or as plain lines.

    `width` makes it a terminal of so many columns, whatever it is.
    """

    def __init__(self, width: int | None = None) -> None:
        self.terminal = bool(width) or sys.stdout.isatty()
        self.width = width
        self._plain = not self.terminal and not any(map(os.environ.get, _COLOURED))

    @cached_property
    def console(self) -> "Console":
        """The console, loaded when colours or a table are wanted."""
        from ogi.cli.console import Console

        return Console(
            file=sys.stdout,
            width=self.width if self.terminal else PIPE_WIDTH,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=not self.terminal,
        )

    def line(self, text: str = "", style: str = "") -> None:
        """Print a line; the text is never read as markup."""
        if self._plain and "\t" not in text:
            echo(text)
            return
        from rich.text import Text

        lines = hung(text, self.console.width) if self.terminal else [text]
        for line in lines:
            self.console.print(Text(line, style=style))

    def show(self, thing: "RenderableType") -> None:
        """Print a table; in a pipe without the blanks that fill its lines."""
        if self.terminal:
            self.console.print(thing)
            return
        with self.console.capture() as captured:
            self.console.print(thing)
        for line in captured.get().splitlines():
            echo(line.rstrip())


def tell(text: str) -> None:
    """Say something on standard error, in lines that fit where it is a terminal."""
    lines = hung(text, get_terminal_size().columns) if sys.stderr.isatty() else [text]
    for line in lines:
        echo(line, err=True)


def complain(name: str, trouble: str) -> None:
    """Say on standard error what went wrong with a file."""
    tell(f"{visible(name)}：{trouble}")
