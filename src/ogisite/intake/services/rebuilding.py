"""Replaying ledgers (重放台账): what is kept for finding cases must follow from them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from ogisite.intake.ledgers import Projection, ledger_of
from ogisite.intake.models import Case
from ogisite.intake.services.recording import locked, projection_of, write_projection


@dataclass(frozen=True, slots=True)
class Moved:
    """A field of a case that does not follow from its ledger any more."""

    case: Case
    field: str
    kept: object
    follows: object

    def __str__(self) -> str:
        """Say it in one line."""
        change = f"{_LABELS[self.field]}{_said(self.kept)}→{_said(self.follows)}"
        return f"{self.case.organ} {self.case.name}：{change}"


_LABELS = {
    "number": "编号",
    "subject": "申请内容",
    "applicant": "申请人",
    "applicant_kind": "申请人类型",
    "channel": "渠道",
    "arrived_on": "到件",
    "received_on": "收到申请之日",
    "state": "状态",
    "is_over": "已结",
    "is_waiting": "在等别人",
    "wait_until": "等到",
    "due_on": "答复期限",
    "replied_on": "答复之日",
    "handler": "承办人",
}


def _said(value: object) -> str:
    return "没有" if value in (None, "") else str(value)


def differences(case: Case) -> Iterator[Moved]:
    """Yield every field of a case that does not follow from its ledger."""
    follows = projection_of(case, ledger_of(case))
    for name in Projection.__dataclass_fields__:
        kept = getattr(case, name)
        if name == "handler":
            kept = case.handler.name if case.handler else ""
        if kept != getattr(follows, name):
            yield Moved(case, name, kept, getattr(follows, name))


def rebuild(*, write: bool) -> Iterator[Moved]:
    """Replay every ledger and yield what differs; with `write`, what is kept is put right."""
    for pk in Case.objects.order_by("pk").values_list("pk", flat=True).iterator():
        with transaction.atomic():
            case = locked(
                Case(pk=pk, chain_id=Case.objects.values_list("chain_id", flat=True).get(pk=pk))
            )
            found = list(differences(case))
            if found and write:
                write_projection(case, ledger_of(case))
        yield from found
