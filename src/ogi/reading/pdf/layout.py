"""What a page holds, without what runs along at its edges: page numbers, headers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ogi.expression import expression
from ogi.reading.pdf.gutters import Item
from ogi.reading.pdf.lines import Line
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Glyph

_PAGE_NUMBER = expression(
    r"[-—–－―_~·•|\s]+\d{1,4}[-—–－―_~·•|\s]+"
    r"|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?"
    r"|(?:[Pp]age\s*)?\d{1,4}\s*(?:/|of)\s*\d{1,4}"
)
_DIGITS = expression(r"\d+")


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines and tables of a page; `width` and `height` are those of its frame."""

    page: int
    width: float
    height: float
    items: tuple[Item, ...]


def without_running_lines(pages: Sequence[Layout]) -> list[Layout]:
    """Drop page numbers, running headers and footers."""
    kept = list(pages)
    for _ in range(MODEL.running_lines):
        for edge in (0, -1):
            lines = [_edge_line(page, edge) for page in kept]
            kept = [
                _without(page, line) if line and _runs(line, page, lines, kept) else page
                for page, line in zip(kept, lines, strict=True)
            ]
    return kept


def without_number_at_side(glyphs: Sequence[Glyph], width: float) -> list[Glyph]:
    """Drop a page number printed sideways in the left or the right margin."""
    kept = list(glyphs)
    for near in (_near_left, _near_right):
        aside = [glyph for glyph in kept if near(glyph, width)]
        if not 0 < len(aside) <= MODEL.number_length:
            continue
        upright = max(g.right for g in aside) - min(g.left for g in aside)
        high = max(g.bottom for g in aside) - min(g.top for g in aside)
        text = "".join(g.text for g in sorted(aside, key=lambda g: g.top))
        if upright < high and _PAGE_NUMBER.fullmatch(text):
            kept = [glyph for glyph in kept if not near(glyph, width)]
    return kept


def _near_left(glyph: Glyph, width: float) -> bool:
    return glyph.right < MODEL.side * width


def _near_right(glyph: Glyph, width: float) -> bool:
    return glyph.left > (1 - MODEL.side) * width


def _edge_line(page: Layout, edge: int) -> Line | None:
    """Return the outermost line of a page if it stands in the margin."""
    if not page.items:
        return None
    item = (min if edge == 0 else max)(page.items, key=lambda i: i.box.top + i.box.bottom)
    middle = (item.box.top + item.box.bottom) / 2 / page.height
    in_margin = middle < MODEL.margin if edge == 0 else middle > 1 - MODEL.margin
    return item if in_margin and isinstance(item, Line) else None


def _runs(line: Line, page: Layout, lines: Sequence[Line | None], pages: Sequence[Layout]) -> bool:
    """Tell whether a line is a page number or stands on other pages as well."""
    text = line.text.strip()
    if _PAGE_NUMBER.fullmatch(text):
        return True
    if text.isdecimal() and len(pages) == 1:
        return int(text) == page.page
    pattern = _DIGITS.sub("#", text)
    alike = [
        (other, where)
        for other, where in zip(lines, pages, strict=True)
        if other is not None
        and _DIGITS.sub("#", other.text.strip()) == pattern
        and abs(other.box.top - line.box.top) <= MODEL.steady
    ]
    if text.isdecimal():
        steps = {int(other.text) - where.page for other, where in alike}
        return len(alike) >= 2 and len(steps) == 1
    return len(alike) >= max(2, len(pages) // 2)


def _without(page: Layout, line: Line) -> Layout:
    return replace(page, items=tuple(item for item in page.items if item is not line))
