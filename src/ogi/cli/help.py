"""Help that is set by the width of what is printed: a Chinese character takes two columns."""

import unicodedata
from collections.abc import Iterable, Iterator

import click

_NEVER_FIRST = "，。、；：）”》！？,.;:)"


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fold(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many columns, between words or Chinese characters.

    >>> fold("读出报告 read all", 8)
    ['读出报告', 'read all']
    """
    lines, line = [], ""
    for word in _words(text):
        if line and columns(line + word.rstrip()) > width and word[0] not in _NEVER_FIRST:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()]


def _words(text: str) -> Iterator[str]:
    """Yield what must not be broken: a Chinese character, or a word and the blank after it."""
    word = ""
    for letter in text:
        if unicodedata.east_asian_width(letter) in "WF":
            if word:
                yield word
            word = ""
            yield letter
        elif letter == " ":
            yield word + letter
            word = ""
        else:
            word += letter
    if word:
        yield word


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
