"""A console on which nothing that was read can steer the terminal."""

from collections.abc import Iterable

import rich.console
import rich.text
from rich.console import ConsoleOptions, JustifyMethod, OverflowMethod, RenderableType
from rich.containers import Lines
from rich.segment import Segment

from ogi.cli.folding import breaks
from ogi.system import visible_lines


class Console(rich.console.Console):
    """Rich's console; control characters in a text are written out."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the pieces of what is shown, each fit for a terminal."""
        for piece in super().render(renderable, options):
            if piece.control or piece.text.isprintable():
                yield piece
            else:
                yield Segment(visible_lines(piece.text), piece.style)


class Folded(rich.text.Text):
    """Rich's text, broken into lines as Chinese is set."""

    def wrap(
        self,
        console: rich.console.Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the lines of the text, none wider than so many columns."""
        if no_wrap or overflow == "ignore":
            return super().wrap(
                console,
                width,
                justify=justify,
                overflow=overflow,
                tab_size=tab_size,
                no_wrap=no_wrap,
            )
        lines = Lines()
        for line in self.split(allow_blank=True):
            line.expand_tabs(tab_size)
            folded = line.divide(breaks(line.plain, width))
            for part in folded:
                part.rstrip_end(width)
            if set_to := justify or self.justify:
                folded.justify(console, width, justify=set_to, overflow=overflow or "fold")
            lines.extend(folded)
        return lines
