"""Disputes (行政复议、行政诉讼) counted into the form's fourth table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from ogi.casework import DisputeKind, DisputeResult
from ogi.casework.afterwards import DisputeDecided, DisputeFiled
from ogi.counting.course import Course
from ogi.data import Struct, from_data, load
from ogi.law import Citation


class Ending(Struct):
    """A way in which the law lets a dispute end, and the column it is usually counted in.

    `border` says in Chinese where organs differ.
    """

    term: str
    column: DisputeResult
    cites: Citation
    border: str = ""


class EndingEntry(Struct):
    """What disputes.yaml says of a way to end."""

    column: DisputeResult
    cites: Citation
    border: str = ""


class EndingsFile(Struct):
    """What disputes.yaml says."""

    review: dict[str, EndingEntry]
    suit: dict[str, EndingEntry]


@from_data
def endings(kind: DisputeKind) -> dict[str, Ending]:
    """Return the ways in which a dispute of a kind can end, by the words of the law."""
    file = load("counting/disputes.yaml", EndingsFile)
    found = file.review if kind is DisputeKind.REVIEW else file.suit
    return {key: Ending(key, one.column, one.cites, one.border) for key, one in found.items()}


def count_disputes(
    courses: Mapping[str, Course], last: date
) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Return the ids behind the cells of the fourth table on the last day of a year, and notes.

    Counted are the disputes decided in the year, by their result, and those not decided by
    its end. An appeal is no case of its own: the dispute is pending again.
    """
    behind: dict[str, list[str]] = defaultdict(list)
    notes: list[str] = []
    contested = {key: course for key, course in courses.items() if course.disputes}
    for key, course in contested.items():
        for name, acts in _by_dispute(course, last).items():
            filed = [act for act in acts if isinstance(act, DisputeFiled)]
            if not filed:
                notes.append(f"{key}：{name}有结果而没有立案的记录，没有计数")
                continue
            newest = acts[-1]
            if isinstance(newest, DisputeDecided):
                if newest.on.year < last.year:
                    continue
                column = newest.result.value
                notes += _remarks(key, filed[0].kind, newest)
                notes += _lost_before(key, acts)
            else:
                column = "pending"
            row = f"disputes.{filed[0].kind.value}"
            behind[f"{row}.{column}"].append(key)
            behind[f"{row}.total"].append(key)
    return behind, tuple(sorted(notes))


def _lost_before(key: str, acts: list[DisputeFiled | DisputeDecided]) -> Iterator[str]:
    """Yield a note where what an instance upheld is a judgement against the organ."""
    *before, newest = [act for act in acts if isinstance(act, DisputeDecided)]
    if before and newest.result is DisputeResult.UPHELD is not before[-1].result:
        yield (
            f"{key}：{newest.dispute}上诉、再审维持的是“{before[-1].result.label}”的裁判，"
            f"台账记为{newest.result.label}，按台账计，核对"
        )


def _by_dispute(course: Course, last: date) -> dict[str, list[DisputeFiled | DisputeDecided]]:
    """Return the acts of each dispute up to a day; on one day a filing precedes a decision."""
    found: dict[str, list[DisputeFiled | DisputeDecided]] = {}
    known = [act for act in course.disputes if act.on <= last]
    for act in sorted(known, key=_dispute_order):
        found.setdefault(act.dispute, []).append(act)
    return found


def _dispute_order(act: DisputeFiled | DisputeDecided) -> tuple[date, bool, str]:
    return act.on, isinstance(act, DisputeDecided), repr(act)


def _remarks(key: str, kind: DisputeKind, decided: DisputeDecided) -> Iterator[str]:
    usual = endings(kind).get(decided.outcome)
    if usual is None:
        return
    if usual.column is not decided.result:
        reason = f"，说明：{decided.note}" if decided.note else "，没有写说明"
        yield (
            f"{key}：{kind.label}“{usual.term}”通常计入{usual.column.label}，"
            f"台账记为{decided.result.label}，按台账计{reason}"
        )
    elif usual.border:
        yield f"{key}：{kind.label}“{usual.term}”计入{usual.column.label}；{usual.border}"
