"""Whether two reports can be compared: the same organ, one year after the other."""

from rapidfuzz.fuzz import partial_ratio

from ogi.checks.rule import CannotSay
from ogi.checks.values import values
from ogi.checks.witness import Witness


def unlike(report: Witness, previous: Witness) -> CannotSay | None:
    """Return why two reports cannot be compared, or None."""
    if not consecutive(report, previous):
        return CannotSay(f"给出的上年年报是{previous.year}年的，不是{report.year}年的上一年")
    if not same_organ(report, previous):
        return CannotSay(f"上年年报的机关是“{previous.organ}”，与“{report.organ}”不像同一机关")
    return None


def consecutive(report: Witness, previous: Witness) -> bool:
    """Say whether one year follows the other; an unknown year does not speak against it."""
    return report.year is None or previous.year is None or report.year == previous.year + 1


def same_organ(report: Witness, previous: Witness) -> bool:
    """Say whether the names may be those of one organ; an unknown name speaks for nothing."""
    if not report.organ or not previous.organ:
        return True
    likeness = partial_ratio(report.organ, previous.organ)
    return bool(likeness >= values("years")["organ"]["percent"])


def columns(report: Witness, previous: Witness, table: str) -> tuple[tuple[str, str], ...]:
    """Return key and label of the columns of a table, () unless both reports have it."""
    form = report.edition(table)
    if form is None or previous.edition(table) is None:
        return ()
    return tuple((column.key, column.label) for column in form.tables[table].rows[0].columns)
