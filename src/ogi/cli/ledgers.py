"""Ledgers from files, and from the options of `ogi due`."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.days import day_of
from ogi.cli.output import keep
from ogi.cli.screen import complain

if TYPE_CHECKING:
    from ogi.casework import Ledger
    from ogi.clock import History, Wait

SUFFIXES = (".yaml", ".yml", ".json")
WAITS: Mapping[str, str] = MappingProxyType(
    {"corrected": "correction", "consulted": "third_party", "fee": "fee"}
)
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Named:
    """A ledger and what to call it."""

    name: str
    ledger: "Ledger"


def read_ledgers(words: Sequence[str]) -> tuple[list[Named], bool]:
    """Return the ledgers that words of the command line stand for, and whether all were read."""
    from ogi.casework import load_ledger
    from ogi.errors import LedgerError

    found, complete = [], True
    for name in [one for word in words for one in _names(word)]:
        try:
            found.append(Named(name, load_ledger(_text(name))))
        except LedgerError as error:
            complete = False
            for fault in error.faults:
                complain(name, fault)
        except (OSError, UnicodeDecodeError):
            complete = False
            complain(name, "打不开，或者不是UTF-8文字")
    return found, complete


def _names(word: str) -> Iterator[str]:
    path = Path(word)
    if word == "-" or not path.is_dir():
        yield word
        return
    yield from sorted(str(one) for one in path.rglob("*") if one.suffix in SUFFIXES)


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8")
    keep(Path(name))
    with Path(name).open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8")


def history_of(options: dict[str, Any]) -> "History":
    """Return what happened, as options of the command line say it."""
    from ogi.casework import Channel, receipt_rule
    from ogi.clock import Extension, History

    channel = Channel(options["channel"])
    rule = receipt_rule(channel)
    waits = [_wait(kind, word) for kind in WAITS for word in options[kind]]
    told = [_extension(word) for word in options["extended"]]
    return History(
        received_on=day_of(options["received"]),
        receipt=f"{channel.label}，{rule.why}",
        receipt_cites=rule.reference,
        waits=tuple(waits),
        extensions=tuple(
            Extension(decided_on=day, told_on=day, workdays=workdays) for day, workdays in told
        ),
        ended_on=day_of(options["replied"]) if options["replied"] else None,
        ending="答复",
        replied=bool(options["replied"]),
    )


def _wait(kind: str, word: str) -> "Wait":
    """Return a wait as an option says it: 2026-09-21..2026-10-12, or 2026-09-21.. for now."""
    from ogi.clock import Wait

    first, dots, last = word.partition("..")
    if not dots:
        raise click.UsageError(f"{word} 应当写成 2026-09-21..2026-10-12 的样子")
    over = day_of(last) if last else None
    return Wait(kind=WAITS[kind], asked_on=day_of(first), over_on=over)


def _extension(word: str) -> tuple[date, int]:
    found = re.fullmatch(r"(.+)\+(\d+)", word)
    if not found:
        raise click.UsageError(f"{word} 应当写成 2026-10-20+20 的样子")
    return day_of(found[1]), int(found[2])
