"""Tables without ruling lines: columns from where figures stand, rows from their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ogi.reading.pdf.drafts import Draft, completed, gridded
from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.groups import Labelled, label_drafts, labels_of
from ogi.reading.pdf.labels import chunks_of
from ogi.reading.pdf.lines import Line, box_around
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.parts import Part, parts_of
from ogi.reading.pdf.regions import Row, regions_of
from ogi.reading.pdf.rules import positions
from ogi.reading.pdf.sheet import Box
from ogi.reading.pdf.tokens import Token
from ogi.reading.pdf.widening import fragment_of


def unruled_fragments(page: int, lines: Sequence[Line]) -> tuple[list[Fragment], list[Line]]:
    """Return the tables among lines in reading order, and the lines outside them."""
    found: list[Fragment] = []
    used: set[int] = set()
    for region in regions_of(lines):
        found.append(_fragment(page, region))
        used.update(id(row.line) for row in region)
    return found, [line for line in lines if id(line) not in used]


def _fragment(page: int, region: Sequence[Row]) -> Fragment:
    around = box_around([row.line.box for row in region])
    box = Box(around.left - 2, around.top - 1, around.right + 2, around.bottom + 1)
    drafts: list[Draft] = []
    middles: list[float] = []
    values: list[float] = []
    for part in parts_of(region, box):
        cells, lines = _drafts(part)
        drafts.extend(replace(draft, row=draft.row + len(middles)) for draft in cells)
        middles.extend(lines)
        values.extend((a + b) / 2 for a, b in pairwise(part.columns[1:]))
    lattice, filled = gridded(box, drafts, middles)
    return fragment_of(page, lattice, filled, tuple(positions(values)))


def _drafts(part: Part) -> tuple[list[Draft], list[float]]:
    """Return the cells of a part and the middles of its rows."""
    anchors = [anchor.middle for anchor in part.anchors]
    if not anchors:
        return _headings(part.tokens, part)
    left, edge = part.columns[:2]
    labels = labels_of([t for t in part.tokens if t.center < edge], anchors, part.spacing)
    top = anchors[0] - MODEL.of_row * part.spacing.rows
    above = [t for t in part.tokens if t.center >= edge and t.middle < top]
    headings, middles = _headings([*labels.others, *above], part)
    figures = [t for t in part.tokens if t.center >= edge and t.middle >= top]
    rows = [*label_drafts(labels, left, edge), *_value_drafts(part, labels.rows, figures)]
    drafts = [*headings, *(replace(row, row=row.row + len(middles)) for row in rows)]
    middles.extend(row.middle for row in labels.rows)
    return completed(drafts, part.tokens, middles), middles


def _headings(tokens: Sequence[Token], part: Part) -> tuple[list[Draft], list[float]]:
    """Return the cells above the figures, one row for each level at which they stand."""
    drafts: list[Draft] = []
    middles: list[float] = []

    def belong(above: Token, below: Token) -> bool:
        beside = sum(abs(t.middle - above.middle) < MODEL.on_line * t.height for t in tokens)
        covered = (_covered(token.box, part.columns) for token in (above, below))
        return beside >= MODEL.beside and len(set(covered)) == 1

    chunks = chunks_of(tokens, part.spacing, belong)
    for chunk in sorted(chunks, key=lambda chunk: chunk.middle):
        if not middles or chunk.middle - middles[-1] > MODEL.on_line * chunk.tokens[0].height:
            middles.append(chunk.middle)
        left, right = _covered(chunk.box, part.columns)
        drafts.append(Draft(len(middles) - 1, 1, left, right, chunk.tokens))
    return [_down_to_figures(draft, drafts, len(middles)) for draft in drafts], middles


def _down_to_figures(draft: Draft, drafts: Sequence[Draft], rows: int) -> Draft:
    """Let a heading with none below it reach down to the figures."""
    others_below = any(
        other.row > draft.row and other.left < draft.right and draft.left < other.right
        for other in drafts
    )
    return draft if others_below else replace(draft, rowspan=rows - draft.row)


def _covered(box: Box, columns: Sequence[float]) -> tuple[float, float]:
    """Return from which to which boundary a text reaches."""
    center = (box.left + box.right) / 2
    covered = [
        (left, right)
        for left, right in pairwise(columns)
        if left <= center < right
        or min(right, box.right) - max(left, box.left) > (right - left) / 2
    ]
    return (covered[0][0], covered[-1][1]) if covered else (columns[0], columns[-1])


def _value_drafts(part: Part, rows: Sequence[Labelled], tokens: Sequence[Token]) -> Iterator[Draft]:
    """Yield the cells of figures, blank ones included."""
    anchors = [index for index, row in enumerate(rows) if row.has_figures]
    held: dict[int, list[Token]] = {index: [] for index in range(len(rows))}
    for token in tokens:
        home = min(anchors, key=lambda index: abs(rows[index].middle - token.middle))
        held[home].append(token)
    for index, inside in held.items():
        for left, right in pairwise(part.columns[1:]):
            yield Draft(index, 1, left, right, tuple(t for t in inside if left <= t.center < right))
