"""Hold the current report of an organ against its current report of the year before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa

from ogi.checks import Scope, Witness, rules
from ogi.checks.judge import judge
from ogi.checks.witness import PREVIOUS, Notes
from ogi.dataset.fingerprint import fingerprint
from ogi.dataset.reports import report_of
from ogi.dataset.rows import Row, judged
from ogi.dataset.schema import COMPARISON, packed
from ogi.dataset.sorting import Key
from ogi.dataset.standing import Standing
from ogi.dataset.task import Loss, Task
from ogi.form import AnnualReport
from ogi.form.organs import organ_key

KEYS = ("content", "member", "previous_content", "previous_member")
COMPARED = ("content", "member", "title", "organ", "year", "editions", "cells", "paragraphs")
_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of an organ, one year after the other, each as an Arrow table of one row."""

    present: bytes
    previous: bytes


def year_before(standings: Iterable[Standing]) -> dict[str, Standing]:
    """Return, by the number of each current report, the current one of the year before."""
    current = {
        (organ_key(one.report.organ), one.report.year): one for one in standings if one.current
    }
    return {
        one.report.id: current[organ, year - 1]
        for (organ, year), one in current.items()
        if organ and year is not None and (organ, year - 1) in current
    }


def pair_tasks(ordered: Iterable[pa.Table], wanted: Mapping[Key, Key]) -> Iterator[Task[Pair]]:
    """Yield tasks for the wanted pairs; the reports come by organ and year."""
    pairs: list[Pair] = []
    before: dict[Key, bytes] = {}
    for table in ordered:
        for number in range(len(table)):
            row = table.slice(number, 1)
            key = (row["content"][0].as_py(), row["member"][0].as_py())
            data = _bytes(row)
            previous = wanted.get(key)
            if previous in before:
                pairs.append(Pair(data, before[previous]))
            before = {key: data}
            if len(pairs) == _AT_ONCE:
                yield _task(pairs)
                pairs = []
    if pairs:
        yield _task(pairs)


def _task(pairs: Sequence[Pair]) -> Task[Pair]:
    return Task(tuple(pairs), compare_pair, lose_pair, pack_comparisons)


def compare_pair(pair: Pair) -> list[Row]:
    """Return the row of what the rules on two years say of a pair."""
    notes = Notes()
    now = Witness(_report(pair.present), notes)
    past = Witness(_report(pair.previous), notes, PREVIOUS)
    of_years = [rule for rule in rules() if rule.scope is Scope.YEAR_PAIR]
    return [_keys(pair) | judged([judge(rule, now, past) for rule in of_years])]


@lru_cache(2)
def _report(data: bytes) -> AnnualReport:
    """Return a report; that of this year is wanted again as the next one's year before."""
    return report_of(_table(data))


def lose_pair(pair: Pair, loss: Loss) -> list[Row]:
    """Return what is recorded of a pair that cost its process: nothing was found."""
    return [_keys(pair) | judged(()) | {"retry": True}]


def pack_comparisons(rows: Sequence[Row]) -> bytes:
    """Return rows of pairs as a file."""
    return packed(rows, COMPARISON)


def _keys(pair: Pair) -> Row:
    present, previous = _table(pair.present), _table(pair.previous)
    return {
        "content": present["content"][0].as_py(),
        "member": present["member"][0].as_py(),
        "previous_content": previous["content"][0].as_py(),
        "previous_member": previous["member"][0].as_py(),
        "reader": fingerprint(),
    }


def _bytes(row: pa.Table) -> bytes:
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, row.schema) as writer:
        writer.write_table(row.combine_chunks())
    data: bytes = stream.getvalue().to_pybytes()
    return data


def _table(data: bytes) -> pa.Table:
    with pa.ipc.open_stream(data) as stream:
        return stream.read_all()
