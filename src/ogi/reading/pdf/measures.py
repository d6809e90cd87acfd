"""The measures of a page: every threshold of the PDF reader, once, with what it is for.

The words of the page model: a *line* is glyphs at one height; a *gap* is white space in it;
*em* is the height of the type around; *running text* is what is set from margin to margin;
a *row* is a line of a table that ends in figures (its *anchor*), *pitch* the distance of
rows. Lengths that the eye compares with the type are in em or in pitches, those that a
producer rounds are in points. `python -m benchmarks.measures` halves and doubles each one
and says which document notices; `guards` are those that no sound document may notice.
"""

from dataclasses import dataclass, field
from typing import Any


def _measure(unit: str, default: float, meaning: str, paper: str) -> Any:
    return field(default=default, metadata={"unit": unit, "meaning": meaning, "paper": paper})


def em(default: float, meaning: str, paper: str) -> float:
    """Return a length in heights of the type around, as a field."""
    length: float = _measure("em", default, meaning, paper)
    return length


def pitches(default: float, meaning: str, paper: str) -> float:
    """Return a length in distances of rows, or of the lines of a label, as a field."""
    length: float = _measure("pitch", default, meaning, paper)
    return length


def points(default: float, meaning: str, paper: str) -> float:
    """Return a length in points, as a field."""
    length: float = _measure("pt", default, meaning, paper)
    return length


def share(default: float, meaning: str, paper: str) -> float:
    """Return a part of a whole, as a field."""
    part: float = _measure("share", default, meaning, paper)
    return part


def count(default: int, meaning: str, paper: str) -> int:
    """Return a number of things, as a field."""
    number: int = _measure("count", default, meaning, paper)
    return number


def guard(default: int, meaning: str) -> int:
    """Return a bound on work that no report comes near, as a field."""
    number: int = _measure("guard", default, meaning, "drawings and hostile files")
    return number


@dataclass(slots=True)
class Measures:
    """The page model in figures."""

    # Glyphs
    slant: float = share(0.17, "sine of the angle from which a character slants", "watermarks")
    descent: float = em(-0.14, "where a box begins below its line", "ActualText, vertical fonts")
    smallest: float = points(4.0, "a lower box is looked at twice", "ActualText, vertical fonts")
    largest: float = points(32.0, "a higher box is looked at twice", "watermarks")
    # Lines
    step: float = em(0.25, "from one glyph of a line to the next, up or down", "mixed type")
    same_line: float = em(0.5, "from the highest glyph of a line to the lowest", "mixed type")
    same_glyph: float = em(0.2, "a character drawn twice lies this near to itself", "false bold")
    on_line: float = em(0.33, "words this near to each other stand on one line", "unruled")
    # Gaps
    typed_space: float = em(0.05, "a space that the producer wrote as one", "words")
    space: float = em(0.15, "a space between words or figures", "words, numbers side by side")
    space_beside_ideograph: float = em(0.7, "a space beside an ideograph", "justified text")
    space_between_ideographs: float = em(1.5, "a space between ideographs", "signatures")
    figures_apart: float = em(0.22, "a gap that parts two figures", "unruled, narrow columns")
    figure_and_word_apart: float = em(0.45, "a gap that parts a figure and a word", "unruled")
    words_apart: float = em(0.6, "a gap that parts two words", "unruled")
    through: float = em(0.3, "a gap of one character from the next, at most", "half-ruled")
    gutter: float = em(0.85, "white space between two columns of text", "two columns, booklet")
    # Running text and headings
    running: int = count(20, "characters in a line of running text between tables", "unruled")
    in_column: int = count(7, "characters in a line of running text in a column", "two columns")
    solid: float = share(0.8, "of a line of running text is filled by its glyphs", "justified")
    wide: float = share(0.8, "of the width is taken by a line of running text", "unruled")
    larger: float = share(1.12, "size of a heading over that of the text around", "headings")
    same_type: float = share(0.15, "lines of one paragraph differ less in size", "mixed fonts")
    indent: float = em(1.2, "indent of the first line of a paragraph", "running text")
    short: float = em(1.8, "room left by the last line of a paragraph", "running text")
    leading: float = em(2.6, "between two lines of one paragraph", "running text")
    lines_apart: float = em(3.2, "between two lines of one unruled table", "unruled")
    tail: float = em(1.2, "a line this far below the last figures ends their label", "unruled")
    alone: float = em(0.8, "from a heading to the nearest row", "unruled")
    enough: int = count(3, "wide lines that show margins, running lines of a column", "short pages")
    for_margins: int = count(12, "characters of a line that shows the margins", "short pages")
    side_by_side: float = share(0.4, "of the lower of two columns is beside the other", "booklet")
    much_larger: float = share(1.3, "size of a heading of several lines", "half-ruled")
    full_page: float = share(
        0.85, "of the height is reached by columns that fill it", "two columns"
    )
    # Edges of the page
    margin: float = share(0.13, "of the height holds what runs along", "headers, page numbers")
    side: float = share(0.08, "of the width holds a number printed sideways", "landscape, turned")
    number_length: int = count(10, "characters of a page number", "landscape, turned")
    steady: float = points(4.0, "what stands at one place on every page", "headers, over pages")
    running_lines: int = count(3, "running lines at one edge", "headers of several lines")
    # Ruling lines
    near: float = points(3.0, "lines nearer than this are one, gaps smaller are none", "ruled")
    thickest: float = points(2.5, "a thicker bar is no ruling line", "shaded cells")
    shortest: float = points(4.0, "a shorter stroke is part of a glyph", "drawn glyphs, dashes")
    open_side: float = points(6.0, "lines that run on have an open side", "tables over pages")
    # Cells
    vertical: int = count(3, "characters of a vertical label, at least", "table three")
    full: float = em(1.3, "a line with less room has filled its cell", "words cut at an edge")
    full_figure: float = share(1.1, "of a digit's width is left after a cut number", "narrow cells")
    inset: float = points(8.0, "between the edge of a cell and its text, at most", "narrow cells")
    below_table: float = points(80.0, "a label that ran out of its table", "small pages")
    # Tables with horizontal lines
    lines_of_table: int = count(
        4, "lines; fewer set the header apart, not the rows", "header ruled"
    )
    highest_row: float = points(160.0, "between two lines of one table", "half-ruled")
    # Columns by white space
    clear: float = points(1.5, "between two columns of figures", "unruled, half-ruled")
    loose: float = points(12.0, "edges that nothing draws may differ by this", "over pages")
    centred: float = points(6.0, "centred text may be off by this", "half-ruled, unruled")
    # Labels of unruled tables
    of_row: float = pitches(0.6, "text this near to a row belongs to it", "unruled")
    label_lines: float = pitches(1.35, "between two lines of one label", "unruled")
    upright: float = pitches(1.7, "between characters of a vertical label", "table three")
    far: float = pitches(6.0, "a label and its row are never farther apart", "unruled")
    orphan: float = pitches(0.35, "what a row without figures costs", "unruled")
    bare: float = pitches(0.5, "what a row without a label costs", "unruled")
    late: float = pitches(0.8, "what a number within a label costs: it begins one", "unruled")
    figures_alone: int = count(4, "figures in a table of one row", "unruled, table four")
    beside: int = count(3, "headings on one line: those of columns, not of groups", "unruled")
    # Bounds on work
    label_length: int = guard(7, "lines of one label")
    together: int = guard(400, "lines and rows weighed against each other")
    nested_columns: int = guard(3, "columns within columns")
    nested_forms: int = guard(12, "forms within forms")
    slots: int = guard(20_000, "cells of a lattice; with more it is squared paper")
    ruling_lines: int = guard(1_000, "horizontal lines of a page")
    crossings: int = guard(400_000, "crossings of lines")
    segments: int = guard(2_000, "segments of a path; with more it is a drawing")
    objects: int = guard(200_000, "objects on a page")
    angles: int = guard(60, "characters asked for their angle on a page")
    modes: int = guard(20, "characters asked whether they are drawn")


MODEL = Measures()
