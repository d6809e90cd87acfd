"""What is on a page: glyphs and ruling lines, in the frame in which it is read.

The frame has its origin in the top left corner and y grows downwards. A page printed
sideways is turned first, so that lines of text always run from left to right.
"""

from dataclasses import dataclass
from typing import NamedTuple

from ogi.reading.document import Recognised


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float


class Glyph(NamedTuple):
    """A printed character and the box that its font reserves for it.

    `order` is its index in the page's text; `spaced` says that white space stands before
    it there.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    order: int
    spaced: bool = False


class Rule(NamedTuple):
    """A ruling line: where it stands on one axis, and from where to where on the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is read.

    `width` and `height` are those of the page as seen; `turn` says by how many degrees
    clockwise the frame is turned against it (0 unless text is printed sideways).
    `silent` counts the glyphs that say not which characters they are. `page` is the page of
    the document it is on; `number` counts the sheets. `hidden` says that the text cannot be
    seen: it was laid under a picture by somebody's recognition.
    """

    number: int
    width: float
    height: float
    rotation: int
    turn: int
    glyphs: tuple[Glyph, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    pictures: int = 0
    silent: int = 0
    page: int = 0
    hidden: bool = False

    @property
    def extent(self) -> tuple[float, float]:
        """The width and height of the frame."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)

    def recognised_in(self, box: Box) -> Recognised | None:
        """Return how sure the text in a box is; None where it is that of the format."""
        return None

    def seen(self, box: Box) -> Box:
        """Return a box of the frame on the page as it is seen."""
        left, top, right, bottom = box
        if self.turn == 90:
            return Box(self.width - bottom, left, self.width - top, right)
        if self.turn == 180:
            return Box(
                self.width - right, self.height - bottom, self.width - left, self.height - top
            )
        if self.turn == 270:
            return Box(top, self.height - right, bottom, self.height - left)
        return box
