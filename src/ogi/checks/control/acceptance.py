"""Accepting findings (接受问题): each by its id, with reason, person, day and expiry."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ogi.checks.control.settings import Settings, decoded
from ogi.errors import SettingsError
from ogi.findings import Acceptance, Finding, Verdict
from ogi.form.organs import organ_key


class AcceptedFile(Settings, frozen=True):
    """A file of accepted findings."""

    accepted: tuple[Acceptance, ...] = ()


def read_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Return the accepted findings in a file; raises SettingsError with a Chinese sentence."""
    entries = decoded(path, AcceptedFile).accepted
    for entry in entries:
        if not entry.reason.strip() or not entry.by.strip():
            raise SettingsError(f"{path}：接受“{entry.id}”要写明理由（reason）和人（by）")
        if entry.until and entry.until < entry.on:
            raise SettingsError(f"{path}：“{entry.id}”的到期日{entry.until}早于{entry.on}")
    ids = [entry.id for entry in entries]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise SettingsError(f"{path}：{'、'.join(twice)}写了两次")
    return entries


def accept(
    verdicts: Iterable[Verdict], acceptances: Sequence[Acceptance], on: date
) -> tuple[Verdict, ...]:
    """Return verdicts with the findings marked that somebody answers for on a day."""
    valid = {one.id: one for one in acceptances if one.until is None or on <= one.until}
    return tuple(replace(one, findings=_marked(one.findings, valid)) for one in verdicts)


def _marked(findings: Iterable[Finding], valid: Mapping[str, Acceptance]) -> tuple[Finding, ...]:
    return tuple(
        replace(one, accepted=valid[one.id]) if one.id in valid else one for one in findings
    )


def useless(
    acceptances: Iterable[Acceptance], found: Collection[str], organs: Collection[str], on: date
) -> Iterator[str]:
    """Yield a Chinese sentence for every acceptance that does nothing, and why.

    `found` are the ids of what was found, `organs` those whose reports were checked: what
    was accepted of another organ is not named.
    """
    checked = {organ_key(name) for name in organs}
    for one in acceptances:
        if one.id in found and one.until and one.until < on:
            yield f"{one.id}由{one.by}接受到{one.until}，已经过期，不再算数：改正，或者重新接受"
        elif one.id not in found and (not one.organ or organ_key(one.organ) in checked):
            who = f"{one.by}{one.on}接受"
            yield f"{one.id}（{who}）没有对上任何问题：已经改正，或者数字变了，可以删去"
