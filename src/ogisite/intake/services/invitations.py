"""Inviting a third party or another organ to answer by a link (一次性链接), and their answer."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from ogi.casework.acts import Act
from ogi.casework.asking import OrganAnswered, OrganAsked, ThirdPartyAnswered, ThirdPartyAsked
from ogi.casework.progress import progress
from ogisite.core.crypto import index_of
from ogisite.core.models import Person
from ogisite.core.policy import Refused
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Case, Invitation
from ogisite.intake.policy import case_roles
from ogisite.intake.services.recording import ActRefusedError, record_for_public

_BYTES = 24
_MAY = {"registrar", "handler"}
THIRD_PARTY, ORGAN = "third_party_asked", "organ_asked"
_AWAITED = {THIRD_PARTY: "third_party", ORGAN: "organ"}


def asking(case: Case, kind: str, party: str) -> ThirdPartyAsked | OrganAsked | None:
    """Return the last act that asked a party, as long as its answer is awaited."""
    ledger = ledger_of(case)
    reached = progress(ledger, case.organ.jurisdiction.rules)
    if party not in reached.awaits(_AWAITED[kind]):
        return None
    for act in reversed(reached.acts):
        if isinstance(act, ThirdPartyAsked) and (kind, act.party) == (THIRD_PARTY, party):
            return act
        if isinstance(act, OrganAsked) and (kind, act.organ) == (ORGAN, party):
            return act
    return None


def invite(case: Case, kind: str, party: str, *, days: int, by: Person, at: datetime) -> str:
    """Make a link for one answer of a party that was asked; returns its token, shown once.

    An earlier link of the same party no longer opens.
    """
    if not _MAY & {*case_roles(by, case, localdate(at))}:
        raise Refused("一次性链接由登记人员或者承办人生成。需要你来办的，请本机关管理员调整岗位")
    if asking(case, kind, party) is None:
        raise ActRefusedError(("没有在等这一方的意见，先发出征求意见书再生成链接",))
    token = secrets.token_urlsafe(_BYTES)
    with transaction.atomic():
        Invitation.objects.filter(case=case, kind=kind, party=party, used_at=None).update(
            expires_at=at
        )
        Invitation.objects.create(
            case=case,
            kind=kind,
            party=party,
            token_index=_index(token),
            made_by=by,
            made_at=at,
            expires_at=at + timedelta(days=days),
        )
    return token


def invitation_of(token: str, *, at: datetime) -> Invitation | None:
    """Return the invitation of a token that still opens."""
    open_ones = Invitation.objects.filter(used_at=None, expires_at__gt=at)
    known = open_ones.select_related("case__organ", "case__chain")
    return known.filter(token_index=_index(token)).first()


def answer(
    invitation: Invitation,
    *,
    consents: bool,
    consents_to: tuple[str, ...] = (),
    reasons: str = "",
    at: datetime,
) -> None:
    """Record the answer of who was invited; the link opens no more."""
    with transaction.atomic():
        held = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if held.used_at:
            raise ActRefusedError(("这个链接已经用过，答复已经收到",))
        on, party = localdate(at), held.party
        act: Act = OrganAnswered(on=on, organ=party, consents=consents, reasons=reasons)
        if held.kind == THIRD_PARTY:
            act = ThirdPartyAnswered(
                on=on, party=party, consents=consents, consents_to=consents_to, reasons=reasons
            )
        record_for_public(held.case, act, at=at)
        held.used_at = at
        held.save(update_fields=["used_at"])


def _index(token: str) -> str:
    """Return the keyed index of a token, in which case counts."""
    return index_of("invitation:" + token.encode().hex())
