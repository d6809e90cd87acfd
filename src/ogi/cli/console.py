"""A console on which nothing that was read can steer the terminal."""

from collections.abc import Iterable

import rich.console
from rich.console import ConsoleOptions, RenderableType
from rich.segment import Segment

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
