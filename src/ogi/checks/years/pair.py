"""Whether two reports can be compared: the same organ, one year after the other."""

from ogi.checks.rule import CannotSay, NotApplicable
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.form import Row
from ogi.form.organs import organ_key


def unlike(report: Witness, previous: Witness) -> CannotSay | None:
    """Return why two reports cannot be compared, or None."""
    if not consecutive(report, previous):
        return CannotSay(f"给出的上年年报是{previous.year}年的，不是{report.year}年的上一年")
    if not may_be_one(report, previous):
        return CannotSay(f"上年年报的机关是“{previous.organ}”，与“{report.organ}”不像同一机关")
    return None


def consecutive(report: Witness, previous: Witness) -> bool:
    """Say whether one year follows the other; an unknown year does not speak against it."""
    return report.year is None or previous.year is None or report.year == previous.year + 1


def may_be_one(report: Witness, previous: Witness) -> bool:
    """Say whether the names may be those of one organ; an unknown name speaks for nothing."""
    if not report.organ or not previous.organ:
        return True
    from rapidfuzz.fuzz import partial_ratio

    likeness = partial_ratio(organ_key(report.organ), organ_key(previous.organ))
    return bool(likeness >= values("years")["organ"]["percent"])


def columns(report: Witness, previous: Witness, table: str) -> tuple[tuple[str, str], ...]:
    """Return key and label of the columns of a table, () unless both reports have it."""
    form = report.edition(table)
    if form is None or previous.edition(table) is None:
        return ()
    return tuple((column.key, column.label) for column in form.tables[table].rows[0].columns)


def rows_in_both(
    report: Witness, previous: Witness, columns: tuple[str, ...], name: str
) -> tuple[tuple[Row, ...], CannotSay | NotApplicable | None]:
    """Return the rows of 主动公开 that have these columns in both reports, and why there are none.

    A report whose own form has no such columns is no matter; one beside a year whose form
    has none cannot be compared.
    """
    now, before = report.edition("proactive"), previous.edition("proactive")
    rows = now.tables["proactive"].rows_with(*columns) if now else ()
    past = before.tables["proactive"].rows_with(*columns) if before else ()
    both = tuple(row for row in rows if row.key in {one.key for one in past})
    if both:
        return both, None
    if now and not rows:
        return (), NotApplicable(f"{now.name}的表没有{name}这些栏")
    return (), CannotSay(f"两份年报的主动公开表不齐，没有可比的{name}")


def has_in_both(report: Witness, previous: Witness, address: str) -> bool:
    """Say whether the forms of both reports have a cell."""
    forms = [one.edition(address.partition(".")[0]) for one in (report, previous)]
    return all(form is not None and form.has(address) for form in forms)


def without(report: Witness, name: str, address: str) -> CannotSay | NotApplicable:
    """Return why a cell cannot be compared that the forms of two reports do not both have."""
    form = report.edition(address.partition(".")[0])
    if form is not None and not form.has(address):
        return NotApplicable(f"{form.name}的表没有{name}")
    return CannotSay(f"两份年报的主动公开表不齐，没有可比的{name}")
