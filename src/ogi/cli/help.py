"""Help that is set by the width of what is printed: a Chinese character takes two columns."""

from collections.abc import Iterable

import click

from ogi.cli.folding import columns, fold


class Formatter(click.HelpFormatter):
    """A formatter of help that knows wide characters."""

    def write_text(self, text: str) -> None:
        """Write a text, keeping its lines."""
        indent = " " * self.current_indent
        for line in text.splitlines():
            lead = " " * (len(line) - len(line.lstrip()))
            for part in fold(line.strip(), self.width - len(indent + lead)):
                self.write(f"{indent}{lead}{part}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of names and what they mean."""
        indent, rows = " " * self.current_indent, list(rows)
        names = min(col_max, max(columns(name) for name, _ in rows)) + col_spacing
        for name, meaning in rows:
            lines = fold(meaning, max(20, self.width - names - len(indent)))
            start = indent + name + " " * (names - columns(name))
            if columns(name) + col_spacing > names:
                self.write(f"{indent}{name}\n")
                start = indent + " " * names
            self.write((start + lines[0]).rstrip() + "\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * names}{line}\n")


class Context(click.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter
