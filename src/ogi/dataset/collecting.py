"""From a directory tree of documents to a dataset; may be killed at any time and run again."""

import errno
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import compute, parquet

from ogi.dataset.comparing import COMPARED, KEYS, pair_tasks, year_before
from ogi.dataset.engines import Engine, Local, Run
from ogi.dataset.fingerprint import fingerprint
from ogi.dataset.listing import Listing, looked_up, reading_tasks
from ogi.dataset.lock import held
from ogi.dataset.meter import Meter, Watch
from ogi.dataset.names import DICTIONARY, dictionary
from ogi.dataset.publishing import publish, resume
from ogi.dataset.rows import Row
from ogi.dataset.schema import COMPARISON, READING, TABLES
from ogi.dataset.sorting import Key, in_order
from ogi.dataset.standing import Standing, standings
from ogi.dataset.store import Store, write_whole
from ogi.dataset.tables import PART, Entry, Writer, failure_table, write_reports
from ogi.dataset.tree import Tree
from ogi.errors import DiskFullError
from ogi.form.organs import organ_key
from ogi.rollup.organs import OrganRegister, RegisteredOrgan
from ogi.version import VERSION

MANIFEST = "dataset.json"
WORK = ".work"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_ROOM = "磁盘满了，停在这里。已经读完的都保存着；腾出空间后再运行同一命令，从断处继续"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a dataset holds, and what this run did.

    `failures` counts those by kind; `read` is how many documents were read this time, and
    `changed` says whether the tables were written anew.
    """

    documents: int
    reports: int
    current: int
    superseded: int
    duplicates: int
    compared: int
    failures: Mapping[str, int]
    read: int = 0
    changed: bool = True


@dataclass(frozen=True)
class Workshop:
    """Where a dataset is made: its folder, and what has been read and compared so far."""

    out: Path
    readings: Store
    comparisons: Store

    @property
    def new(self) -> Path:
        """Where new tables are written before they take the place of the old ones."""
        return self.out / WORK / "new"


def collect(
    tree: Tree,
    out: Path,
    *,
    engine: Engine | None = None,
    retry: bool = False,
    register: OrganRegister | None = None,
    watch: Watch = lambda stage, done, total: None,
) -> Summary:
    """Read and check every document of a tree, and make or renew the dataset in `out`.

    Documents read before are not read again, unless another reader or other rules read
    them; `retry` reads those again that failed for a reason that may pass. `register` says
    code, level, superior and region of the organs. Raises
    DiskFullError and BusyError; what was finished until then is kept.
    """
    try:
        (out / WORK).mkdir(parents=True, exist_ok=True)
        with held(out / WORK / "lock"):
            workshop = _opened(out, retry)
            return _collect(tree, workshop, engine or Local(), register, watch)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(_NO_ROOM) from error
        raise


def _opened(out: Path, retry: bool) -> Workshop:
    """Open the workshop, without what another reader read and what is to be tried again."""

    def keep(table: pa.Table) -> pa.Array:
        same = compute.equal(table["reader"], fingerprint())
        again = compute.fill_null(table["retry"], False)
        return compute.and_(same, compute.invert(again)) if retry else same

    workshop = Workshop(
        out,
        Store(out / WORK / "readings", READING),
        Store(out / WORK / "comparisons", COMPARISON),
    )
    workshop.readings.drop(keep)
    workshop.comparisons.drop(keep)
    resume(workshop.new, out, TABLES)
    return workshop


def _collect(
    tree: Tree, workshop: Workshop, engine: Engine, register: OrganRegister | None, watch: Watch
) -> Summary:
    listing = Listing()
    with engine.started() as run:
        read = _read(tree, workshop.readings, listing, run, watch)
        reports, failures = looked_up(listing, workshop.readings)
        ranked = sorted(standings(reports), key=_order)
        before = year_before(ranked)
        summary = _summary(listing, ranked, failures, len(before), read)
        state = _state(ranked, failures, register)
        if _manifest(workshop.out).get("state") == state:
            return replace(summary, changed=False)
        past = ((one, before.get(one.report.id)) for one in ranked)
        wanted = {_key(one): _key(other) for one, other in past if other is not None}
        _compare(workshop, ranked, wanted, run, watch)
    entries = [Entry(one, before.get(one.report.id), _organ(one, register)) for one in ranked]
    _write(workshop, entries, wanted, failures, watch)
    manifest = {"ogi": VERSION, "reader": fingerprint(), "state": state}
    made = json.dumps(manifest | asdict(summary), ensure_ascii=False, indent=1)
    write_whole(workshop.out / MANIFEST, made.encode())
    return summary


def _read(tree: Tree, readings: Store, listing: Listing, run: Run, watch: Watch) -> int:
    """Read what is not known yet, and return how many documents that were."""
    known = {row["content"] for row in readings.rows(["content"])}
    meter = Meter("read", sum(1 for _ in tree.documents()), watch)

    def save(data: bytes, items: int) -> None:
        readings.save(data)
        meter.add(items)

    before = len(known)
    run(reading_tasks(listing.unread(tree, known, meter.add)), save)
    readings.tidy()
    return len(known) - before


def _compare(
    workshop: Workshop,
    ranked: Sequence[Standing],
    wanted: Mapping[Key, Key],
    run: Run,
    watch: Watch,
) -> None:
    """Compare reports with those of the year before, as far as that is not done yet."""
    done = {tuple(row[name] for name in KEYS) for row in workshop.comparisons.rows(KEYS)}
    missing = {key: past for key, past in wanted.items() if (*key, *past) not in done}
    needed = missing.keys() | set(missing.values())
    by_organ = sorted((one for one in ranked if one.current and _key(one) in needed), key=_by_organ)
    places = {_key(one): (at,) for at, one in enumerate(by_organ)}
    meter = Meter("compare", len(missing), watch)

    def save(data: bytes, items: int) -> None:
        workshop.comparisons.save(data)
        meter.add(items)

    if missing:
        batches = workshop.readings.batches(COMPARED)
        ordered = in_order(batches, places, workshop.out / WORK / "sorting")
        run(pair_tasks(ordered, missing), save)
        workshop.comparisons.tidy()


def _write(
    workshop: Workshop,
    entries: Sequence[Entry],
    wanted: Mapping[Key, Key],
    failures: list[Row],
    watch: Watch,
) -> None:
    """Write the tables anew, and put them in the place of the old ones."""
    places: dict[Key, list[int]] = {}
    paired: dict[Key, list[int]] = {}
    for at, one in enumerate(entries):
        key = _key(one.standing)
        places.setdefault(key, []).append(at)
        if one.previous is not None:
            paired[*key, *wanted[key]] = [at]
    sorting = workshop.out / WORK / "sorting"
    ordered = in_order(workshop.readings.batches(READING.names), places, sorting)
    comparisons = workshop.comparisons.batches(COMPARISON.names)
    compared = in_order(comparisons, paired, sorting.with_name("sorting-pairs"))
    with Writer(workshop.new) as writer:
        for written in write_reports(ordered, compared, entries, writer):
            watch("write", written, len(entries))
    (workshop.new / "failures").mkdir(parents=True, exist_ok=True)
    path = workshop.new / "failures" / PART
    parquet.write_table(failure_table(failures), str(path), compression="zstd")
    publish(workshop.new, workshop.out, TABLES)
    write_whole(workshop.out / DICTIONARY, dictionary())


def _organ(standing: Standing, register: OrganRegister | None) -> RegisteredOrgan | None:
    """Return the entry of the register for a report: of its year where there are several."""
    named = register.named(standing.report.organ) if register else ()
    year = standing.report.year
    fitting = [one for one in named if year is not None and one.reports_on(year)]
    return next(iter((*fitting, *named)), None)


def _key(standing: Standing) -> Key:
    return standing.report.content, standing.report.member


def _order(standing: Standing) -> tuple[Any, ...]:
    report = standing.report
    year = (report.year is None, report.year or 0)
    return year, organ_key(report.organ), report.file, report.member


def _by_organ(standing: Standing) -> tuple[Any, ...]:
    return organ_key(standing.report.organ), standing.report.year


def _state(
    ranked: Sequence[Standing], failures: Sequence[Row], register: OrganRegister | None
) -> str:
    """Return a digest of all that the tables depend on."""
    digest = sha256(f"{fingerprint()}{register}".encode())
    for one in ranked:
        digest.update(f"{one.report.name}\0{one.report.content}\0{one.status}\n".encode())
    for row in failures:
        digest.update(f"{row['file']}\0{row['member']}\0{row['content']}\0{row['kind']}\n".encode())
    return digest.hexdigest()


def _manifest(out: Path) -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if all((out / name).is_dir() for name in TABLES) else {}


def _summary(
    listing: Listing,
    ranked: Sequence[Standing],
    failures: Sequence[Row],
    compared: int,
    read: int,
) -> Summary:
    status = Counter(one.status for one in ranked)
    return Summary(
        documents=len(listing.files) + len(listing.failures),
        reports=len(ranked),
        current=status["current"],
        superseded=status["superseded"],
        duplicates=status["duplicate"],
        compared=compared,
        failures=dict(sorted(Counter(row["kind"] for row in failures).items())),
        read=read,
    )
