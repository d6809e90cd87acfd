"""Compare two reports of an organ (对照): two years, or two versions of one year."""

from collections.abc import Iterator

from ogi.checks.witness import Witness
from ogi.checks.years.pair import may_be_one
from ogi.form import (
    AnnualReport,
    Cell,
    Doubt,
    Edition,
    Route,
    State,
    edition,
    newest,
    routes,
    row_in,
    why_no_row,
)
from ogi.form.wording import section_order
from ogi.rollup.carried import carried_over, stocks
from ogi.rollup.comparison import Change, Comparison, Pairing
from ogi.rollup.names import edition_name, organ_name
from ogi.rollup.texts import compare_section


def compare(old: AnnualReport, new: AnnualReport) -> Comparison:
    """Compare two reports cell by cell and sentence by sentence.

    Nothing is raised where they do not fit together: the remarks say so, and what does
    not compare carries no change.
    """
    pairing = pairing_of(old, new)
    follows = pairing is Pairing.YEARS
    keys = sorted({*old.sections, *new.sections}, key=section_order)
    texts = (compare_section(key, old.sections.get(key), new.sections.get(key)) for key in keys)
    return Comparison(
        old,
        new,
        pairing,
        tuple(change for table in _tables() for change in _changes(table, old, new)),
        carried_over(old, new) if follows else (),
        stocks(old, new) if follows else (),
        tuple(section for section in texts if section.sentences),
        tuple(_remarks(old, new, pairing)),
    )


def pairing_of(old: AnnualReport, new: AnnualReport) -> Pairing:
    """Say how two reports stand to each other by their years."""
    if old.year is None or new.year is None:
        return Pairing.UNKNOWN
    apart = new.year - old.year
    return {0: Pairing.VERSIONS, 1: Pairing.YEARS}.get(apart, Pairing.APART)


def _tables() -> tuple[str, ...]:
    return tuple(newest().tables)


def _changes(table: str, old: AnnualReport, new: AnnualReport) -> Iterator[Change]:
    """Yield the cells of a table: those that compare, then those only one form has."""
    past, present = old.editions.get(table), new.editions.get(table)
    if past is None or present is None:
        return
    forward, backward = routes(table, present, past), routes(table, past, present)
    for address in _addresses(table, present):
        route = forward.get(address)
        if route is None or route.only_zero:
            continue
        yield Change(address, through(route, old), _cell(address, new), caution=route.caution)
    if past == present:
        return
    for address, route in backward.items():  # rows that were one and are now several
        if len(route.addresses) > 1:
            yield Change(address, _cell(address, old), through(route, new), caution=route.caution)
    forms = edition(present), edition(past)
    yield from _only_in(table, *forms, new, set(forward), is_new=True)
    yield from _only_in(table, *forms[::-1], old, set(backward), is_new=False)


def _only_in(
    table: str, own: Edition, other: Edition, report: AnnualReport, had: set[str], *, is_new: bool
) -> Iterator[Change]:
    """Yield the cells that the form of the other report has not, and why."""
    for address in own.tables[table].addresses:
        if address in had:
            continue
        cell, row = _cell(address, report), address.partition(".")[2].rpartition(".")[0]
        lacks = not row_in(table, row, other) and why_no_row(table, row, other)
        why = f"{lacks or f'只见于{edition_name(table, own.year)}'}，没有可以比较的数"
        yield Change(address, None if is_new else cell, cell if is_new else None, why)


def _addresses(table: str, year: int) -> tuple[str, ...]:
    return edition(year).tables[table].addresses


def _cell(address: str, report: AnnualReport) -> Cell:
    return report.cells.get(address) or Cell()


def through(route: Route, report: AnnualReport) -> Cell:
    """Return a cell as it is had from a table in another edition."""
    cells = [_cell(address, report) for address in route.addresses]
    if len(cells) == 1:
        return cells[0]
    doubts: tuple[Doubt, ...] = tuple(doubt for cell in cells for doubt in cell.doubts)
    values = [cell.value for cell in cells if cell.value is not None]
    if len(values) < len(cells):
        lacking = next(cell for cell in cells if cell.value is None)
        return Cell(None, lacking.text, lacking.state, lacking.place, None, doubts)
    total = sum(values)
    return Cell(total, str(total), State.PRINTED, cells[0].place, None, doubts)


def _remarks(old: AnnualReport, new: AnnualReport, pairing: Pairing) -> Iterator[str]:
    names = organ_name(old.organ), organ_name(new.organ)
    if names[0] != names[1]:
        alike = may_be_one(Witness(new), Witness(old))
        tail = "" if alike else "，不像同一机关，变化只作参考"
        yield f"两份报告的机关名称不同：旧“{names[0]}”，新“{names[1]}”{tail}"
    if pairing is Pairing.APART:
        yield f"旧报告是{old.year}年度，新报告是{new.year}年度，两年不相接，不核对上年结转和存量"
    if pairing is Pairing.UNKNOWN:
        yield "有一份报告没有读到年度，不核对上年结转和存量"
    for table in _tables():
        past, present = old.editions.get(table), new.editions.get(table)
        if past is None and present is None:
            continue
        if past is None or present is None:
            which = "旧" if past is None else "新"
            yield f"{which}报告没有{edition_name(table, past or present or 0)}的表，这张表没有比较"
        elif past != present:
            editions_used = f"旧报告用{edition_name(table, past)}，新报告用{present}年版"
            yield f"{editions_used}，只比较两版计法相同的格"
