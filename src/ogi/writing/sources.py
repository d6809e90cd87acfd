"""What a document looks like, for showing it beside what was read from it.

The page knows neither formats nor readers: whoever calls gives it pictures of the
pages, or the lines and tables of a document that has no pages.
"""

from dataclasses import dataclass

from ogi.place import Place


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture of a page; `width` and `height` are those of the page, in points."""

    number: int
    width: float
    height: float
    data: bytes
    media_type: str = "image/png"


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table, and how far it spans."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table, row by row; a row holds the cells that begin in it."""

    rows: tuple[tuple[SourceCell, ...], ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """A line or paragraph; `level` is 1-6 for a heading."""

    text: str
    place: Place | None = None
    level: int = 0


@dataclass(frozen=True)
class SourceView:
    """A document to be shown: its pages, or what stands in it.

    `sha256` is the hash of the file, `left_out` the number of pages not pictured.
    """

    name: str = ""
    format: str = ""
    size: int = 0
    sha256: str = ""
    pages: tuple[PagePicture, ...] = ()
    blocks: tuple[SourceText | SourceTable, ...] = ()
    left_out: int = 0
