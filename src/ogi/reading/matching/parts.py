"""Several reports in one document: where each begins.

A yearbook, a county's collection or two years in one file print the same form again. A
new report begins where the form starts anew: at a title, at the first heading, at the
first table, at a new sheet; and only where both what stands before and what follows is
a report by its tables or by its sections. A title printed on every page, a cover, a list
of contents and a table printed twice begin no report.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ogi.expression import expression
from ogi.formats import format_of
from ogi.reading.document import Block, Document, TableBlock
from ogi.reading.matching.headings import heading_candidates, without_contents
from ogi.reading.matching.lines import Line
from ogi.reading.matching.regions import Region, all_regions
from ogi.reading.matching.title import TitleLine, title_lines

_FIRST, _TABLE = "overview", "table"
_LIKE_THE_LARGEST, _FEW = 0.5, 2
_FEWEST_HEADS, _FEWEST_SENTENCES, _SENTENCE, _SHORT = 4, 3, 24, 40
_PREAMBLE = expression(r"依据|根据|按照|依照|遵照|现将|本年度报告|本报告|统计期限")
_DATE = expression(r"\s*(?:20\d\d|二[〇○零]..)\s*年.{1,3}月.{1,3}日\s*")


@dataclass(slots=True)
class _Piece:
    """The lines from one possible beginning to the next, and what of a report they hold."""

    start: int
    title: TitleLine | None = None
    tables: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    sentences: int = 0

    def add(self, other: "_Piece") -> None:
        """Take in what follows."""
        self.title = self.title or other.title
        self.tables |= other.tables
        self.heads |= other.heads
        self.sentences += other.sentences

    @property
    def is_report(self) -> bool:
        """Tell whether this may be a report by itself."""
        if len(self.tables) >= 2 or (self.tables and len(self.heads) >= _FEWEST_HEADS - 1):
            return True
        return len(self.heads) >= _FEWEST_HEADS and self.sentences >= _FEWEST_SENTENCES


def starts_of(lines: Sequence[Line], form: str) -> list[int]:
    """Return the lines at which the reports of a document begin, the first of them 0."""
    regions = strong_regions(all_regions(lines), lines)
    heads = _heads(lines, regions)
    if not _may_be_several(regions, heads):
        return [0]
    titles = [one for one in title_lines(lines) if not _is_inside(one.lines.start, regions)]
    cuts = _cuts(lines, regions, heads, titles, sheets=format_of(form).sheets)
    pieces = _pieces(lines, cuts, regions, heads, titles)
    return [group.start for group in _joined(_grouped(pieces))]


def strong_regions(found: Mapping[str, Sequence[Region]], lines: Sequence[Line]) -> list[Region]:
    """Return the regions that are whole tables, in order; fragments are left out.

    A region with few marks counts only where its values are about as many, too.
    """
    kept: list[Region] = []
    for regions in found.values():
        marks = _LIKE_THE_LARGEST * max(region.marks for region in regions)
        values = _LIKE_THE_LARGEST * max(_values(region, lines) for region in regions)
        kept += [
            one
            for one in regions
            if len(regions) == 1
            or (one.marks >= marks and (one.marks > _FEW or _values(one, lines) >= values))
        ]
    return sorted(kept, key=lambda region: region.start)


def _values(region: Region, lines: Sequence[Line]) -> int:
    return sum(line.values for line in lines[region.start : region.end])


def _heads(lines: Sequence[Line], regions: Sequence[Region]) -> list[tuple[int, str]]:
    return [
        (candidate.line, candidate.heading.key)
        for candidate in without_contents(heading_candidates(lines))
        if candidate.heading.key and not _is_inside(candidate.line, regions)
    ]


def _is_inside(line: int, regions: Sequence[Region]) -> bool:
    return any(region.start < line < region.end for region in regions)


def _may_be_several(regions: Sequence[Region], heads: Sequence[tuple[int, str]]) -> bool:
    """Tell at little cost whether anything that a report has once is there twice."""
    tables = [region.table for region in regions]
    keys = [key for _, key in heads]
    again = len(keys) - len(set(keys))
    return len(tables) > len(set(tables)) or again >= _FEWEST_HEADS - 1


def _cuts(
    lines: Sequence[Line],
    regions: Sequence[Region],
    heads: Sequence[tuple[int, str]],
    titles: Sequence[TitleLine],
    *,
    sheets: bool,
) -> list[int]:
    """Return where a report may begin: weaker signs count only without a stronger one."""
    cuts = {title.lines.start for title in titles}
    if sheets:
        pages = [line.place.page if line.place else None for line in lines]
        cuts.update(_turns(pages))
    found = sorted(cuts)
    seen: dict[str, None] = {}
    last = 0
    for start, end, key in _events(regions, heads):
        at = bisect_left(found, last)
        cut_since = at < len(found) and found[at] <= start
        if key in seen and not cut_since and _may_begin(key, seen):
            insort(found, _above(lines, last, start))
            cut_since = True
        if cut_since:
            seen.clear()
        seen[key] = None
        last = max(last, end)
    return sorted({0, *found})


def _events(
    regions: Sequence[Region], heads: Sequence[tuple[int, str]]
) -> list[tuple[int, int, str]]:
    """Return the tables and the headings in their order: start, end, what it is."""
    tables = [(region.start, region.end, f"{_TABLE} {region.table}") for region in regions]
    return sorted(tables + [(number, number + 1, key) for number, key in heads])


def _may_begin(key: str, seen: Iterable[str]) -> bool:
    """Tell whether a report may begin here: at its first heading, or tables starting anew."""
    tables = [one for one in seen if one.startswith(_TABLE)]
    return key == _FIRST or (tables[:1] == [key] and len(set(tables)) > 1)


def _turns(pages: Sequence[int | None]) -> Iterator[int]:
    """Yield where another page begins than the last that is known."""
    before = None
    for number, page in enumerate(pages):
        if before and page and page != before:
            yield number
        before = page or before


def _above(lines: Sequence[Line], least: int, head: int) -> int:
    """Return where the lines that lead to the first heading begin: a name, a preamble."""
    start = head
    while start > least and lines[start - 1].row < 0 and _PREAMBLE.search(lines[start - 1].label):
        start -= 1
    for _ in range(3):
        if start <= least or not _names_something(lines[start - 1]):
            break
        start -= 1
    return start


def _names_something(line: Line) -> bool:
    text = line.printed or line.label
    return (
        line.row <= 0
        and 1 < len(text) <= _SHORT
        and not line.values
        and not _DATE.fullmatch(text)
        and text[-1] not in "。；！？，、："
    )


def _pieces(
    lines: Sequence[Line],
    cuts: Sequence[int],
    regions: Sequence[Region],
    heads: Sequence[tuple[int, str]],
    titles: Sequence[TitleLine],
) -> list[_Piece]:
    named = {title.lines.start: title for title in reversed(titles)}
    tables: list[set[str]] = [set() for _ in cuts]
    keys: list[set[str]] = [set() for _ in cuts]
    for region in regions:
        tables[bisect_right(cuts, region.start) - 1].add(region.table)
    for number, key in heads:
        keys[bisect_right(cuts, number) - 1].add(key)
    return [
        _Piece(
            start, named.get(start), tables[at], keys[at], sum(map(_is_sentence, lines[start:end]))
        )
        for at, (start, end) in enumerate(pairwise((*cuts, len(lines))))
    ]


def _is_sentence(line: Line) -> bool:
    return line.row < 0 and len(line.label) > _SENTENCE


def _grouped(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Put together what belongs to one report."""
    current = pieces[0]
    waiting: list[_Piece] = []  # titles with nothing below them: covers, or running heads
    for piece in pieces[1:]:
        if not (piece.tables or piece.heads):
            waiting.append(piece)
        elif _begins_anew(current, piece, waiting):
            own = [one for one in waiting if _is_other(one.title, current.title)]
            yield current
            current = own[0] if own else piece
            for one in (*own[1:], piece) if own else ():
                current.add(one)
            waiting = []
        else:
            for one in (*waiting, piece):
                current.add(one)
            waiting = []
    for one in waiting:
        current.add(one)
    yield current


def _begins_anew(current: _Piece, piece: _Piece, waiting: Sequence[_Piece]) -> bool:
    """Tell whether a piece begins another report than the current one."""
    if current.tables & piece.tables:
        return current.is_report and not _goes_on(current, piece)
    title = next((one.title for one in (piece, *waiting) if one.title), None)
    if title is None or len(current.heads & piece.heads) < 2 or not current.is_report:
        return False
    if piece.tables:
        return False
    return not current.tables or _is_other(title, current.title)


def _goes_on(current: _Piece, piece: _Piece) -> bool:
    """Tell whether a piece has only headings that the current report still lacks.

    Its table is the current one, torn in two: a page that was stamped over, say.
    """
    later = bool(piece.heads) and not (piece.heads & current.heads) and _FIRST not in piece.heads
    return piece.title is None and later and bool(current.heads)


def _is_other(title: TitleLine | None, current: TitleLine | None) -> bool:
    """Tell whether a title names another organ or year."""
    if title is None or current is None:
        return title is not None
    return (title.organ, title.year) != (current.organ, current.year)


def _joined(groups: Iterator[_Piece]) -> list[_Piece]:
    """Give what is no report by itself to the one before it, or else to the one after."""
    found: list[_Piece] = []
    for group in groups:
        if found and not (group.is_report and found[-1].is_report):
            found[-1].add(group)
        else:
            found.append(group)
    return found


def parts_of(document: Document, lines: Sequence[Line], starts: Sequence[int]) -> list[Document]:
    """Return the document cut at these lines, each part with the places it had."""
    ends = [*starts[1:], len(lines)]
    return [
        replace(document, blocks=tuple(_cut(document.blocks, lines[start:end])), titles=())
        for start, end in zip(starts, ends, strict=True)
    ]


def _cut(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Block]:
    rows: dict[int, list[int]] = {}
    for line in lines:
        rows.setdefault(line.block, []).append(line.row)
    for number, kept in rows.items():
        block = blocks[number]
        if isinstance(block, TableBlock) and len(kept) < block.rows:
            yield _rows(block, kept[0], kept[-1] + 1)
        else:
            yield block


def _rows(table: TableBlock, first: int, end: int) -> TableBlock:
    """Return some rows of a table; what spans the cut is cut."""
    cells = tuple(
        replace(cell, row=cell.row - first, rowspan=min(cell.rowspan, end - cell.row))
        for cell in table.cells
        if first <= cell.row < end
    )
    return replace(table, cells=cells, rows=end - first)
