"""Chained entries (台账的指纹链): appending, reading, and proving that nothing was changed.

An entry's digest is the SHA-256 of a canonical text: the digest before it (of the first: the
chain's key), its place, version, data, time of recording and recorder, as JSON with sorted
keys and without blanks. An exported ledger is verified by that alone, without the site.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from ogi.casework import ledger_from, ledger_to
from ogi.casework.acts import Act, Ledger
from ogi.casework.ledger import VERSION
from ogisite.core.models import Chain, Entry, Person


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold, and how, in Chinese."""

    chain: str
    place: int
    says: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"台账{self.chain}第{self.place}项：{self.says}"


def acts_of(entries: Iterable[Entry]) -> Ledger:
    """Return the ledger that entries hold, in their order."""
    data = [entry.data for entry in entries]
    return ledger_from({"version": VERSION, "acts": data}) if data else ()


def append(
    chain: Chain, act: Act, before: Ledger = (), *, by: Person | None, at: datetime
) -> Entry:
    """Append an act to a chain that the caller has locked, after the acts before it."""
    data = _data(act, {one.id for one in before})
    entry = Entry(
        chain=chain,
        place=chain.length + 1,
        version=VERSION,
        act=data["act"],
        day=act.on,
        data=data,
        recorded_at=at.astimezone(UTC).replace(microsecond=0),
        recorded_by=by,
    )
    entry.digest = digest_of(chain.head or str(chain.key), record_of(entry))
    entry.save(force_insert=True)
    chain.length, chain.head = entry.place, entry.digest
    chain.save(update_fields=["length", "head"])
    return entry


def _data(act: Act, taken: set[str]) -> dict[str, Any]:
    """Return an act as plain values, with an id that no act before it has."""
    data: dict[str, Any] = ledger_to((act,))["acts"][0]
    name, number = data["id"], 1
    while data["id"] in taken:
        number += 1
        data["id"] = f"{name}-{number}"
    return data


def record_of(entry: Entry) -> dict[str, Any]:
    """Return what the digest of an entry is made of, beside the digest before it."""
    by = entry.recorded_by
    return {
        "place": entry.place,
        "version": entry.version,
        "data": entry.data,
        "at": entry.recorded_at.astimezone(UTC).isoformat(),
        "by": by.name if by else "",
    }


def digest_of(before: str, record: dict[str, Any]) -> str:
    """Return the digest of a record that follows another."""
    text = json.dumps([before, record], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def breaks(chain: Chain) -> Iterator[Break]:
    """Yield everything that does not hold in a chain."""
    key, before, place = str(chain.key), str(chain.key), 0
    for entry in chain.entries.select_related("recorded_by").order_by("place"):
        place += 1
        if entry.place != place:
            yield Break(key, place, f"缺了一项：接着的是第{entry.place}项")
            return
        if (entry.act, str(entry.day)) != (entry.data.get("act"), entry.data.get("day")):
            yield Break(key, place, "行为或者日期与内容不一致")
        if digest_of(before, record_of(entry)) != entry.digest:
            yield Break(key, place, "内容与指纹不符，登记以后被改动过")
        before = entry.digest
    if (chain.length, chain.head) != (place, before if place else ""):
        yield Break(key, place + 1, f"台账记载有{chain.length}项，实有{place}项，或者末项不同")


def exported(chain: Chain) -> dict[str, Any]:
    """Return a chain as a file that is verified offline (`ogisite verify_ledger FILE`)."""
    entries: QuerySet[Entry] = chain.entries.select_related("recorded_by").order_by("place")
    return {
        "key": str(chain.key),
        "entries": [{**record_of(one), "digest": one.digest} for one in entries],
    }


def breaks_of_export(data: dict[str, Any]) -> Iterator[Break]:
    """Yield everything that does not hold in an exported chain."""
    before = key = str(data["key"])
    for place, one in enumerate(data["entries"], 1):
        record = {name: value for name, value in one.items() if name != "digest"}
        if record.get("place") != place:
            yield Break(key, place, f"缺了一项：接着的是第{record.get('place')}项")
            return
        if digest_of(before, record) != one["digest"]:
            yield Break(key, place, "内容与指纹不符，登记以后被改动过")
        before = one["digest"]
