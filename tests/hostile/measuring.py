"""Read hostile files in a process apart, each within its budget, and measure what it costs."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile.corpus import hostile
from hostile.mutated import mutated
from ogi.apart import Apart, Budget, Lost
from ogi.reading import DEFAULT_LIMITS, read_all_bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """What became of a file: its answers, the seconds of processor and the peak of memory."""

    name: str
    answers: tuple[str, ...]
    seconds: float
    peak: int


def answers_of(asked: tuple[str, bytes]) -> Cost:
    """Return what is said of a file; runs in the process apart."""
    from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

    started = time.process_time()
    found = tuple(read_all_bytes(asked[1], asked[0], limits=DEFAULT_LIMITS))
    peak = max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) * 1024
    said = tuple(str(one.error) if one.error else "report" for one in found)
    return Cost(asked[0], said, time.process_time() - started, peak)


def costs(*, quick: bool, budget: Budget, afresh: bool) -> Iterator[Cost]:
    """Yield the cost of every hostile file; `afresh` begins a process for each of them."""
    apart = Apart(answers_of, budget)
    try:
        for name, data in hostile(quick=True) if quick else (*hostile(quick=False), *mutated()):
            started = time.monotonic()
            try:
                yield apart((name, data))
            except Lost as lost:
                yield Cost(name, (f"lost: {lost.why.value}",), time.monotonic() - started, 0)
            if afresh:
                apart.close()
    finally:
        apart.close()


def main() -> int:
    """Print a line a file, the dearest last, and what was lost; 1 where a process died."""
    budget = DEFAULT_LIMITS.budget
    found = sorted(costs(quick=False, budget=budget, afresh=True), key=lambda one: one.seconds)
    for one in found:
        print(f"{one.seconds:7.2f} s {one.peak / 1e6:7.0f} MB  {one.name:30} {one.answers[:1]}")
    lost = [one for one in found if one.answers and one.answers[0].startswith("lost")]
    print(f"{len(found)} files, {len(lost)} ended by the budget")
    return int(any("died" in one.answers[0] for one in lost))


if __name__ == "__main__":
    sys.exit(main())
