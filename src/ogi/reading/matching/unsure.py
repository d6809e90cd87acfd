"""Cells that character recognition (文字识别) is unsure of; the relations are parity checks.

A number is taken without a doubt where both its readings agree and are sure, or where the
relations it stands in hold with it. A sure number that breaks a relation which would hold
with its runner-up is doubted all the same. A number is never repaired: where two readings
stand against each other and the relations do not decide, there is none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ogi.form import Cell, Doubt, Equation, State
from ogi.place import Place
from ogi.reading.counts import read_count
from ogi.reading.document import Block, Recognised, TableBlock
from ogi.reading.matching.resolve import Number, holds

_SURE = 0.9
_OPEN = 0.5
_MERGED = 2  # figures: two zeros side by side may become one number
_KIND = "recognised"
_SAYS = {
    "faint": "文字识别没有把握，读作“{read}”，对照原件确认",
    "differ": "两次识别不一样：“{read}”，对照原件确认",
    "runner_up": "识别为“{read}”，不符合格式的关系；读作“{other}”就符合，对照原件确认",
    "ink": "这一格有字迹，文字识别认不出来，对照原件填写",
    "merged": "识别为“{read}”，旁边一格空白，可能是两格的数连在一起，对照原件确认",
}
_SETTLED = "；只有现在的读法符合格式的关系"

Texts = Mapping[Place, tuple[str, Recognised]]


def recognised_texts(blocks: Iterable[Block]) -> Texts:
    """Return every recognised text of a document by its place."""
    found: dict[Place, tuple[str, Recognised]] = {}
    for block in blocks:
        for part in block.cells if isinstance(block, TableBlock) else (block,):
            if part.recognised is not None and part.place is not None:
                found[part.place] = (part.text, part.recognised)
    return found


def with_unsure(
    cells: Mapping[str, Cell], equations: Sequence[Equation], texts: Texts
) -> dict[str, Cell]:
    """Return the cells with a doubt on each that recognition leaves open."""
    page = _Page(cells, equations, texts)
    return {address: _judged(address, cell, page) for address, cell in cells.items()}


@dataclass(frozen=True)
class _Page:
    """The cells of a table with what recognition says of them."""

    cells: Mapping[str, Cell]
    equations: Sequence[Equation]
    texts: Texts

    def recognised(self, cell: Cell) -> Recognised | None:
        """Return how a cell was recognised; its other readings only where they are its own."""
        if cell.place is None or cell.place not in self.texts:
            return None
        text, recognised = self.texts[cell.place]
        return recognised if text == cell.text else Recognised(recognised.confidence)

    def about(self, address: str) -> list[Equation]:
        """Return the relations of a cell that can be judged: every other cell was read."""
        return [
            equation
            for equation in self.equations
            if address in (sides := (*equation.left, *equation.right))
            and all(self._is_read(other) for other in sides if other != address)
        ]

    def holding(self, address: str, value: Number, equations: Sequence[Equation]) -> int:
        """Count the relations that hold with a value in a cell."""
        return sum(
            holds(equation, self._numbers(address, value, equation)) for equation in equations
        )

    def confirms(self, address: str, value: Number) -> bool:
        """Tell whether the relations leave no doubt: all hold, and not by chance.

        Two wrong numbers may balance each other in one relation; where another cell of
        it is unsure as well, a second relation has to hold.
        """
        about = self.about(address)
        if not about or self.holding(address, value, about) < len(about):
            return False
        others = {a for e in about for a in (*e.left, *e.right) if a != address}
        return len(about) > 1 or not any(self._is_unsure(other) for other in others)

    def _is_read(self, address: str) -> bool:
        cell = self.cells.get(address)
        return cell is not None and cell.state in (State.PRINTED, State.BLANK)

    def _is_unsure(self, address: str) -> bool:
        recognised = self.recognised(self.cells[address])
        return recognised is not None and recognised.confidence < _SURE

    def _numbers(self, address: str, value: Number, equation: Equation) -> dict[str, Number]:
        sides = (*equation.left, *equation.right)
        return {a: value if a == address else self.cells[a].value or 0 for a in sides}


def _judged(address: str, cell: Cell, page: _Page) -> Cell:
    recognised = page.recognised(cell)
    if recognised is None:
        return cell
    if cell.state is State.BLANK:
        return _unread(cell, _doubt("ink", (), recognised.others))
    if cell.state is not State.PRINTED:
        return cell
    if recognised.confidence < _OPEN and recognised.others:
        return _of_two(address, cell, recognised, page)
    if recognised.confidence < _SURE:
        if page.confirms(address, cell.value or 0):
            return cell
        return _doubted(cell, _doubt("faint", (cell.text,), recognised.others))
    return _against_relations(address, cell, recognised, page)


def _of_two(address: str, cell: Cell, recognised: Recognised, page: _Page) -> Cell:
    """Judge a cell that was read in two ways: the relations decide, or it is open."""
    candidates = (cell.text, *recognised.others)
    fitting = [text for text in candidates if page.confirms(address, _number(text))]
    if fitting == [cell.text]:
        return _doubted(cell, _doubt("differ", candidates[:2], candidates, settled=True))
    if len(fitting) == 1 and fitting[0] == candidates[1]:
        count = read_count(fitting[0])
        unsure = _doubt("differ", candidates[:2], (fitting[0], cell.text), settled=True)
        if count is not None:
            settled = replace(cell, value=count.value, text=fitting[0], note=count.note)
            return _doubted(settled, unsure)
    return _unread(cell, _doubt("differ", candidates[:2], candidates))


def _against_relations(address: str, cell: Cell, recognised: Recognised, page: _Page) -> Cell:
    """Doubt a sure number if relations that it breaks hold with another reading."""
    about = page.about(address)
    now = page.holding(address, cell.value or 0, about)
    if now < len(about):
        for other in recognised.others:
            if page.holding(address, _number(other), about) > now:
                unsure = _doubt("runner_up", (cell.text, other), (cell.text, other))
                return _doubted(cell, unsure)
    if _beside_blank(address, cell, page) and (not about or now < len(about)):
        return _doubted(cell, _doubt("merged", (cell.text,), ()))
    return cell


def _beside_blank(address: str, cell: Cell, page: _Page) -> bool:
    """Tell whether a number of several figures stands beside a blank of its row."""
    if sum(map(str.isdecimal, cell.text)) < _MERGED:
        return False
    row = [a for a in page.cells if a.rpartition(".")[0] == address.rpartition(".")[0]]
    at = row.index(address)
    beside = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return any(page.cells[a].state is State.BLANK for a in beside)


def _number(text: str) -> Number:
    count = read_count(text)
    return count.value if count is not None and count.value is not None else 0


def _doubt(
    kind: str, read: Sequence[str], candidates: Iterable[str], *, settled: bool = False
) -> Doubt:
    first, other = [*read, "", ""][:2]
    shown = "”“".join(read) if kind == "differ" else first
    says = _SAYS[kind].replace("{read}", shown).replace("{other}", other)
    every = tuple(dict.fromkeys((*read[:1], *candidates) if kind == "faint" else candidates))
    return Doubt(_KIND, says + (_SETTLED if settled else ""), every, settled)


def _doubted(cell: Cell, unsure: Doubt) -> Cell:
    return replace(cell, doubts=(*cell.doubts, unsure))


def _unread(cell: Cell, unsure: Doubt) -> Cell:
    return replace(
        cell, value=None, state=State.UNREADABLE, note=None, doubts=(*cell.doubts, unsure)
    )
