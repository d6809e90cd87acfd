"""Add reports up into the form of their superior (逐级汇总)."""

from collections.abc import Iterator, Mapping, Sequence

from ogi.errors import UsageError
from ogi.form import AnnualReport, edition_for
from ogi.rollup.consolidation import Apart, Consolidation, tables_of
from ogi.rollup.organs import OrganRegister
from ogi.rollup.parts import LeftOut, Part, admit, common_year
from ogi.rollup.totals import add_up, not_carried


def consolidate(
    parts: Sequence[Part],
    *,
    organ: str = "",
    year: int | None = None,
    edition: int | None = None,
    register: OrganRegister | None = None,
    given: AnnualReport | None = None,
    unread: Sequence[LeftOut] = (),
) -> Consolidation:
    """Add subordinate reports up, cell by cell.

    `organ` is the superior. `year` is that of most reports where none is named, `edition`
    that of the consolidated report `given` where there is one, else the one its year
    prescribes. `unread` are files that could not be read; they are only listed. Raises
    UsageError where the year cannot be told or no edition is for it.
    """
    superior = organ or (given.organ if given and given.organ else "")
    wanted = year or (given.year if given else None) or common_year(parts)
    if wanted is None:
        raise UsageError("the year cannot be told: none is on most of the reports; name one")
    editions = _editions(edition, wanted, given)
    admission = admit(parts, wanted, superior=superior, register=register)
    totals = {
        address: total
        for table, form in editions.items()
        for address, total in add_up(table, form, admission.added).items()
    }
    return Consolidation(
        superior,
        wanted,
        editions,
        admission.added,
        (*unread, *admission.left_out),
        admission.missing,
        totals,
        tuple(_apart(editions, admission.added)),
    )


def _editions(edition: int | None, year: int, given: AnnualReport | None) -> Mapping[str, int]:
    right = edition_for(year)
    form = edition or (right.year if right else None)
    if form is None:
        raise UsageError(f"no edition of the form is for reports on {year}; name one")
    own = given.editions if given and edition is None else {}
    return {table: own.get(table, form) for table in tables_of(form)}


def _apart(editions: Mapping[str, int], parts: Sequence[Part]) -> Iterator[Apart]:
    """Yield what is in other editions and finds no place in the form, added up by itself."""
    for table, form in editions.items():
        others = {part.report.editions.get(table, form) for part in parts} - {form}
        for other in sorted(others):
            own = tuple(part for part in parts if part.report.editions.get(table) == other)
            left = not_carried(table, form, other)
            totals = {a: total for a, total in add_up(table, other, own).items() if a in left}
            if totals:
                yield Apart(table, other, own, totals)
