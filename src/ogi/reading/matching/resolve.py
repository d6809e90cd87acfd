"""The relations of the form choose between layouts; they never change a number.

The form is an error-correcting code: where the print leaves several ways to lay out the
values of a row, only those that satisfy the relations stay. What every remaining way
agrees on is read, and marked as settled by the relations; the rest cannot be read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ogi.form import Equation
from ogi.reading.matching.fit import Fit, Layout
from ogi.reading.matching.fused import Totals

_MOST_NODES = 60_000
_MOST_SOLUTIONS = 400
_MOST_BROKEN = 4

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Slot:
    """Cells that are laid out together: their addresses, and how they may be filled."""

    addresses: tuple[str, ...]
    fit: Fit


@dataclass(frozen=True, slots=True)
class Resolved:
    """The layouts of a slot that stay possible.

    `settled` is true where relations ruled layouts out and one stayed; `considered`
    are all layouts the print allows.
    """

    slot: Slot
    layouts: tuple[Layout, ...]
    settled: bool


def resolve(slots: Sequence[Slot], equations: Sequence[Equation]) -> list[Resolved]:
    """Rule out the layouts that contradict the relations."""
    if all(len(slot.fit.layouts) <= 1 for slot in slots):
        return [Resolved(slot, slot.fit.layouts, settled=False) for slot in slots]
    known = {address for slot in slots for address in slot.addresses}
    usable = [e for e in equations if known.issuperset((*e.left, *e.right))]
    kept = [_inside(slot, usable) for slot in slots]
    chosen, balanced = _across(slots, kept, usable)
    return [
        Resolved(slot, layouts, settled=balanced and len(layouts) == 1 < len(slot.fit.layouts))
        for slot, layouts in zip(slots, chosen, strict=True)
    ]


def amount(layout: Layout, position: int) -> Number:
    """Return the number in a layout; a cell with none counts nothing in a sum."""
    token = layout[position]
    if token is None or token.count is None or token.count.value is None:
        return 0
    return token.count.value


def adds_up(numbers: Sequence[Number], totals: Totals) -> bool:
    """Tell whether every sum among numbers laid out together holds."""
    return all(
        numbers[position] == sum(numbers[part] for part in parts)
        for position, parts in totals.items()
    )


def holds(equation: Equation, values: Mapping[str, Number]) -> bool:
    """Tell whether an equation holds for these values."""
    return sum(values[a] for a in equation.left) == sum(values[a] for a in equation.right)


def _inside(slot: Slot, equations: Iterable[Equation]) -> tuple[Layout, ...]:
    """Keep the layouts in which the slot's own relations hold, if any does."""
    layouts = slot.fit.layouts
    if len(layouts) <= 1:
        return layouts
    own = set(slot.addresses)
    inner = [e for e in equations if own.issuperset((*e.left, *e.right))]
    good = tuple(
        layout
        for layout in layouts
        if all(holds(equation, _values(slot, layout)) for equation in inner)
    )
    return good or layouts


def _values(slot: Slot, layout: Layout) -> dict[str, Number]:
    return {address: amount(layout, i) for i, address in enumerate(slot.addresses)}


def _across(
    slots: Sequence[Slot], kept: Sequence[tuple[Layout, ...]], equations: Sequence[Equation]
) -> tuple[list[tuple[Layout, ...]], bool]:
    """Keep, for every slot, the layouts of the solutions that break the fewest relations.

    A report may be wrong itself; then no solution satisfies every relation, and the
    second value is false.
    """
    loose = [number for number, layouts in enumerate(kept) if len(layouts) > 1]
    order = sorted(loose, key=lambda number: len(kept[number]))
    linear = [e for e in _linear(slots, kept, order, equations) if any(map(any, e.terms))]
    chosen = list(kept)
    for broken in range(_MOST_BROKEN + 1) if loose and linear else ():
        solutions = _solve([kept[number] for number in order], linear, broken)
        if solutions is None:
            break
        if solutions:
            for place, number in enumerate(order):
                chosen[number] = tuple(dict.fromkeys(solution[place] for solution in solutions))
            return chosen, broken == 0
    return chosen, True


@dataclass(slots=True)
class _Linear:
    """An equation as a running difference: left minus right, slot by slot."""

    fixed: Number
    terms: list[list[Number]]
    least: list[Number]
    most: list[Number]


def _solve(
    choices: Sequence[tuple[Layout, ...]], linear: Sequence[_Linear], broken: int
) -> list[tuple[Layout, ...]] | None:
    """Return every choice of layouts that breaks `broken` equations; None if too many."""
    found: list[tuple[Layout, ...]] = []
    nodes = 0

    def walk(depth: int, sums: list[Number], chosen: list[Layout]) -> bool:
        nonlocal nodes
        nodes += 1
        if nodes > _MOST_NODES or len(found) > _MOST_SOLUTIONS:
            return False
        if depth == len(choices):
            found.append(tuple(chosen))
            return True
        for pick, layout in enumerate(choices[depth]):
            after = [s + e.terms[depth][pick] for s, e in zip(sums, linear, strict=True)]
            lost = sum(
                not s + e.least[depth + 1] <= 0 <= s + e.most[depth + 1]
                for s, e in zip(after, linear, strict=True)
            )
            if lost <= broken and not walk(depth + 1, after, [*chosen, layout]):
                return False
        return True

    return found if walk(0, [e.fixed for e in linear], []) else None


def _linear(
    slots: Sequence[Slot],
    kept: Sequence[tuple[Layout, ...]],
    order: Sequence[int],
    equations: Iterable[Equation],
) -> Iterator[_Linear]:
    where = {a: (n, i) for n, slot in enumerate(slots) for i, a in enumerate(slot.addresses)}
    depth_of = {number: depth for depth, number in enumerate(order)}
    for equation in equations:
        fixed: Number = 0
        terms: list[list[Number]] = [[0] * len(kept[number]) for number in order]
        for sign, side in ((1, equation.left), (-1, equation.right)):
            for address in side:
                number, position = where[address]
                if number not in depth_of:
                    fixed += sign * (amount(kept[number][0], position) if kept[number] else 0)
                    continue
                for pick, layout in enumerate(kept[number]):
                    terms[depth_of[number]][pick] += sign * amount(layout, position)
        least: list[Number] = [0]
        most: list[Number] = [0]
        for line in reversed(terms):
            least.append(least[-1] + min(line))
            most.append(most[-1] + max(line))
        yield _Linear(fixed, terms, least[::-1], most[::-1])
