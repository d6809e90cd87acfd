"""The document beside what was read from it: its pages, or its lines and tables."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogi.form import AnnualReport
from ogi.place import Place
from ogi.writing.marks import Mark, Marks, own_places
from ogi.writing.page.text import cut
from ogi.writing.quoting import quotations
from ogi.writing.sources import PagePicture, SourceTable, SourceText, SourceView

_MOST_BOXES = 6000
_MOST_MARKS = 3
_LONG_LINE = 200
_SIGNS = {"error": "≠", "warning": "!", "note": "i", "doubt": "?"}


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a mark beside its frame; its text says the kind without colour."""

    mark: Mark
    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame on the picture of a page; `ids` are those of the marks it is the place of."""

    x: float
    y: float
    width: float
    height: float
    look: str
    labels: tuple[Label, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page with its picture and the frames on it."""

    number: int
    width: float
    height: float
    url: str
    frames: tuple[Frame, ...]

    @property
    def marked(self) -> bool:
        """Whether anything is marked on it."""
        return any(frame.labels for frame in self.frames)


@dataclass(frozen=True, slots=True)
class SourceBox:
    """A line, or a cell of a table, of a document without pages."""

    text: str
    marks: tuple[Mark, ...] = ()
    ids: tuple[str, ...] = ()
    look: str = ""
    level: int = 0
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A line (one row, mostly of one box) or a table of a document without pages."""

    rows: tuple[tuple[SourceBox, ...], ...]
    table: int = 0


@dataclass(frozen=True, slots=True)
class PageSource:
    """The source as shown on the page; `anchors` are the marks it has a place for."""

    pages: tuple[SourcePage, ...]
    blocks: tuple[SourceBlock, ...]
    anchors: frozenset[str]
    cut_off: bool = False


class _Anchors:
    """Hands each mark its place in the source, once."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def take(self, marks: Sequence[Mark]) -> tuple[str, ...]:
        new = tuple(mark.anchor for mark in marks if mark.anchor not in self.given)
        self.given.update(new)
        return tuple(f"s-{anchor}" for anchor in new)

    def quoted(self, text: str, unplaced: Sequence[Mark]) -> tuple[Mark, ...]:
        """Return the marks without a place that this text is the first to say."""
        return tuple(
            mark
            for mark in unplaced
            if mark.anchor not in self.given
            and any(quoted in text for quoted in quotations(mark.says))
        )


def page_source(report: AnnualReport, marks: Marks, view: SourceView) -> PageSource:
    """Return the source with every mark in its place."""
    anchors = _Anchors()
    pages = tuple(_page(picture, report, marks, anchors) for picture in view.pages)
    blocks, cut_off = _blocks(view, report, marks, anchors)
    return PageSource(pages, blocks, frozenset(anchors.given), cut_off)


def _page(
    picture: PagePicture, report: AnnualReport, marks: Marks, anchors: _Anchors
) -> SourcePage:
    frames = tuple(_frames(picture.number, report, marks, anchors))
    encoded = base64.b64encode(picture.data).decode("ascii")
    url = f"data:{picture.media_type};base64,{encoded}"
    return SourcePage(picture.number, picture.width, picture.height, url, frames)


def _frames(number: int, report: AnnualReport, marks: Marks, anchors: _Anchors) -> Iterator[Frame]:
    framed: set[tuple[Place, tuple[Mark, ...]]] = set()
    for address, place in own_places(report).items():
        if place.page == number and place.box:
            own = tuple(dict.fromkeys((*marks.by_address.get(address, ()), *marks.at(place))))
            if (place, own) not in framed:
                framed.add((place, own))
                part = marks.involved.get(address, ())
                look = own[0].look if own else ("part" if _wrong(part) else "read")
                yield _frame(place.box, look, own, anchors)
    for place in _other_places(report, marks):
        if place.page == number and place.box:
            own = marks.at(place)
            yield _frame(place.box, own[0].look, own, anchors)


def _wrong(marks: Sequence[Mark]) -> bool:
    return any(mark.kind == "error" for mark in marks)


def _other_places(report: AnnualReport, marks: Marks) -> list[Place]:
    """Return the places of findings that are no cells: sentences, headings, labels."""
    cells = set(own_places(report).values())
    found = (place for entry in marks.findings for place in entry.finding.places)
    return [place for place in dict.fromkeys(found) if place not in cells and marks.at(place)]


def _frame(
    box: tuple[float, float, float, float], look: str, own: tuple[Mark, ...], anchors: _Anchors
) -> Frame:
    left, top, right, bottom = (round(edge, 1) for edge in box)
    size = (round(right - left, 1), round(bottom - top, 1))
    labels = tuple(_labels(own[:_MOST_MARKS], right, top))
    return Frame(left, top, *size, look, labels, anchors.take(own))


def _labels(marks: Sequence[Mark], right: float, top: float) -> Iterator[Label]:
    """Set the labels of a frame from its upper right corner to the left."""
    for mark in marks:
        text = f"{_SIGNS[mark.kind]}{mark.number}"
        width = 4.0 + 5.5 * len(text)
        right -= width
        yield Label(mark, text, round(right, 1), round(top - 5.5, 1), width)


def _blocks(
    view: SourceView, report: AnnualReport, marks: Marks, anchors: _Anchors
) -> tuple[tuple[SourceBlock, ...], bool]:
    blocks: list[SourceBlock] = []
    boxes, tables = 0, 0
    for block in view.blocks:
        if boxes > _MOST_BOXES:
            return tuple(blocks), True
        if isinstance(block, SourceText):
            blocks.append(SourceBlock((_line(block, marks, anchors),)))
            boxes += 1
        else:
            tables += 1
            rows = _rows(block, marks, anchors)
            blocks.append(SourceBlock(rows, tables))
            boxes += sum(len(row) for row in rows)
    return tuple(blocks), False


def _line(block: SourceText, marks: Marks, anchors: _Anchors) -> tuple[SourceBox, ...]:
    """Return a line, cut where it is so long that a mark must say where in it."""
    quoting = anchors.quoted(block.text, marks.unplaced)
    own = tuple(dict.fromkeys((*marks.at(block.place), *quoting)))
    if not own or len(block.text) <= _LONG_LINE:
        return (_box(block.text, own, anchors, block.level),)
    figures = {entry.mark: entry.finding.value for entry in marks.findings}
    pieces = cut(block.text, [(mark, figures.get(mark)) for mark in own], whole=False)
    placed = {mark for piece in pieces for mark in piece.marks}
    boxes = [_box(piece.text, piece.marks, anchors, block.level) for piece in pieces]
    if unplaced := tuple(mark for mark in own if mark not in placed):
        boxes.append(_box("", unplaced, anchors, block.level))
    return tuple(boxes)


def _box(text: str, own: tuple[Mark, ...], anchors: _Anchors, level: int) -> SourceBox:
    return SourceBox(text, own, anchors.take(own), own[0].look if own else "", level)


def _rows(table: SourceTable, marks: Marks, anchors: _Anchors) -> tuple[tuple[SourceBox, ...], ...]:
    laid = []
    for row in table.rows:
        boxes = []
        for cell in row:
            own = marks.at(cell.place)
            look = own[0].look if own else ""
            boxes.append(
                SourceBox(
                    cell.text,
                    own[:_MOST_MARKS],
                    anchors.take(own),
                    look,
                    rowspan=cell.rowspan,
                    colspan=cell.colspan,
                )
            )
        laid.append(tuple(boxes))
    return tuple(laid)
