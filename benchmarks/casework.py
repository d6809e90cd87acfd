"""How long a due date takes from one ledger, and how it grows with the ledger."""

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.measure import best
from benchmarks.tables import Grid
from ogi.casework import Ledger, load_ledger
from ogi.casework.asking import ThirdPartyAnswered, ThirdPartyAsked
from ogi.clock import Jurisdiction, derive, reply_due
from ogi.docket import allowed, history, standing, standings
from tools.samples.declaration import ROOT

PLACE = Jurisdiction()
ON = date(2026, 10, 30)
HEADS = ("台账", "行为", "期限 µs", "台账到期限 µs", "状态 µs", "能办什么 µs", "逐行推算 µs")


def of_one_ledger() -> Grid:
    """Each sample ledger: the due date alone, from the ledger, and all that goes with it."""
    folder = ROOT / "ledgers"
    named = [
        (path.stem, load_ledger(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.yaml"))
    ]
    return Grid("一件申请的答复期限", HEADS, [_row(name, ledger) for name, ledger in named])


def by_length() -> Grid:
    """Ledgers of growing length: time for each act stays the same."""
    return Grid("台账越长", HEADS, [_row(f"{n}次征求", _long(n)) for n in (1, 4, 16, 64)])


def of_many() -> Grid:
    """The list of a site: how many cases stand, in one call and each in a call of its own."""
    samples = [
        load_ledger(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "ledgers").glob("*.yaml"))
    ]
    rows = [_many([samples[at % len(samples)] for at in range(number)]) for number in (50, 500)]
    return Grid("一批案卷的状态和期限", MANY, rows)


MANY = ("案卷", "一次 ms", "逐件 ms", "倍数", "每件 µs")


def _many(ledgers: list[Ledger]) -> tuple[str, ...]:
    at_once = best(lambda: standings(ledgers, ON, PLACE), seconds=0.5)
    one_by_one = best(lambda: [standing(one, ON, PLACE) for one in ledgers], seconds=0.5)
    each = at_once / len(ledgers) * 1000
    ratio = at_once / one_by_one
    return (str(len(ledgers)), f"{at_once:.1f}", f"{one_by_one:.1f}", f"{ratio:.2f}", f"{each:.0f}")


def _row(name: str, ledger: Ledger) -> tuple[str, ...]:
    known = history(ledger)
    works = (
        lambda: reply_due(known, PLACE, ON),
        lambda: reply_due(history(ledger), PLACE, ON),
        lambda: standing(ledger, ON, PLACE),
        lambda: allowed(ledger, "handler", ON, PLACE),
        lambda: derive(known, ON, PLACE),
    )
    return (name, str(len(ledger)), *(f"{best(work, seconds=0.1) * 1000:.0f}" for work in works))


def _long(consultations: int) -> Ledger:
    head = load_ledger(
        "[{act: arrived, day: 2026-01-05, channel: in_person},"
        " {act: registered, day: 2026-01-05, number: 2026-1}]"
    )
    return (*head, *_consulted(consultations))


def _consulted(times: int) -> Iterator[ThirdPartyAsked | ThirdPartyAnswered]:
    for number in range(times):
        asked = date(2026, 1, 6) + timedelta(2 * number)
        party = f"第三方{number + 1}"
        yield ThirdPartyAsked(on=asked, party=party)
        yield ThirdPartyAnswered(on=asked + timedelta(1), party=party, consents=True)
