"""White space between two columns of running text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from statistics import median

from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.lines import HEADING, Line, line_of
from ogi.reading.pdf.measures import MODEL

Item = Line | Fragment


def gutter_of(items: Sequence[Item]) -> float | None:
    """Return where white space parts a page into two columns of running text."""
    gaps = [(*gap, 1) for item in items if isinstance(item, Line) for gap in _gaps(item)]
    gaps.extend((*gap, 1) for gap in _between_lines(items))
    gaps.extend((*gap, MODEL.enough) for gap in _between_tables(items))
    gutter = _most_covered(gaps)
    if gutter is None:
        return None
    runs = (run for is_split, run in runs_of(items, gutter, 0.0) if is_split)
    return gutter if any(_are_columns(run, gutter) for run in runs) else None


def _most_covered(gaps: Sequence[tuple[float, float, int]]) -> float | None:
    """Return the middle of the strip that lies in most gaps, None where that is in few."""
    edges = sorted([(a, w) for a, _, w in gaps] + [(b, -w) for _, b, w in gaps])
    count, best, middle = 0, MODEL.enough - 1, None
    for (x, weight), (following, _) in pairwise(edges):
        count += weight
        if count > best and following > x:
            best, middle = count, (x + following) / 2
    return middle


def _between_lines(items: Sequence[Item]) -> Iterator[tuple[float, float]]:
    """Yield the gaps between lines that follow each other, neither quite below the other."""
    for item, other in pairwise(items):
        if isinstance(item, Fragment) or isinstance(other, Fragment):
            continue
        left, right = sorted((item.box, other.box))
        beside = other.box.top < item.box.bottom
        if beside and right.left - left.right > MODEL.gutter * item.size:
            yield left.right, right.left


def _between_tables(items: Sequence[Item]) -> Iterator[tuple[float, float]]:
    """Yield the gaps between tables that stand side by side."""
    boxes = [item.box for item in items if isinstance(item, Fragment)]
    for left, right in permutations(boxes, 2):
        beside = left.top < right.bottom and right.top < left.bottom
        if beside and left.right < right.left:
            yield left.right, right.left


def _gaps(line: Line) -> Iterator[tuple[float, float]]:
    """Yield the gaps in a line that may lie between two columns."""
    widest = MODEL.gutter * line.size
    if line.box.right - line.box.left - _filled(line) < widest:
        return
    for last, glyph in pairwise(line.glyphs):
        if glyph.left - last.right > widest:
            yield last.right, glyph.left


def _filled(line: Line) -> float:
    return sum(glyph.right - glyph.left for glyph in line.glyphs)


def runs_of(
    items: Sequence[Item], gutter: float, height: float
) -> Iterator[tuple[bool, list[Item]]]:
    """Yield, from top to bottom, items in two columns (true), and items between such."""
    run: list[Item] = []
    for item in items:
        if _crosses(item, gutter):
            yield from _sections(run, gutter, closed=True)
            yield False, [item]
            run = []
        else:
            run.append(item)
    bottom = max((item.box.bottom for item in run), default=0.0)
    yield from _sections(run, gutter, closed=bottom < MODEL.full_page * height)


def _crosses(item: Item, gutter: float) -> bool:
    if item.box.right <= gutter or item.box.left >= gutter:
        return False
    if isinstance(item, Fragment):
        return True
    return not any(left < gutter < right for left, right in _gaps(item))


def _sections(
    run: Sequence[Item], gutter: float, *, closed: bool
) -> Iterator[tuple[bool, list[Item]]]:
    """Cut a run where a heading stands for both columns.

    A heading in the left column with nothing beside it is one if the right column goes on
    below it, or if the run is `closed`: more follows below, or the page is not full.
    """
    size = median([item.size for item in run if isinstance(item, Line)] or [0.0])
    right = [item.box for item in run if item.box.left >= gutter or item.box.right > gutter]
    section: list[Item] = []
    for item in run:
        beside = any(box.top < item.box.bottom and item.box.top < box.bottom for box in right)
        below = any(box.top >= item.box.bottom for box in right)
        if _is_heading(item, size) and not beside and (below or closed):
            yield _has_both(section, gutter), section
            section = []
        section.append(item)
    yield _has_both(section, gutter), section


def _is_heading(item: Item, size: float) -> bool:
    if isinstance(item, Fragment):
        return False
    return item.size > MODEL.larger * size or bool(HEADING.match(item.text))


def _has_both(run: Sequence[Item], gutter: float) -> bool:
    return all(halves(run, gutter))


def halves(run: Sequence[Item], gutter: float) -> tuple[list[Item], list[Item]]:
    """Return what stands left and right of a gutter, lines that span it cut in two."""
    left: list[Item] = []
    right: list[Item] = []
    for item in run:
        if item.box.right <= gutter:
            left.append(item)
        elif item.box.left >= gutter or isinstance(item, Fragment):
            right.append(item)
        else:
            left.append(line_of([g for g in item.glyphs if g.left < gutter]))
            right.append(line_of([g for g in item.glyphs if g.left >= gutter]))
    for half in (left, right):
        half.sort(key=lambda item: (item.box.top, item.box.left))
    return left, right


def _are_columns(run: Sequence[Item], gutter: float) -> bool:
    """Tell whether both sides hold running text, one beside the other."""
    extents: list[tuple[float, float]] = []
    for half in halves(run, gutter):
        lines = [item for item in half if isinstance(item, Line)]
        tables = len(half) - len(lines)
        running = sum(_is_running(line) for line in lines)
        if running < max(MODEL.enough - 2 * tables, len(lines) / 2):
            return False
        extents.append((half[0].box.top, max(item.box.bottom for item in half)))
    (top, bottom), (other_top, other_bottom) = extents
    both = min(bottom, other_bottom) - max(top, other_top)
    return both >= MODEL.side_by_side * min(bottom - top, other_bottom - other_top)


def _is_running(line: Line) -> bool:
    extent = line.box.right - line.box.left
    return len(line.glyphs) >= MODEL.in_column and _filled(line) > MODEL.solid * extent
