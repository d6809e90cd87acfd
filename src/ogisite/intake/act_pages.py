"""The page of an act (办理): its form, and beside it the letters that go with it."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from ogi.docket import Opening
from ogi.errors import LedgerError
from ogisite.core.models import Person
from ogisite.core.policy import Refused
from ogisite.intake.act_forms import ActForm
from ogisite.intake.ledgers import ledger_of, names_of, shown_name
from ogisite.intake.letters import Sheet, composed, sheet_of, whom
from ogisite.intake.models import Case, Party
from ogisite.intake.selectors import openings
from ogisite.intake.services.acting import act_of


@dataclass(frozen=True, slots=True)
class ActPage:
    """What stands on the page of an act."""

    opening: Opening
    form: ActForm
    sheets: tuple[Sheet, ...]

    @property
    def closed(self) -> tuple[str, ...]:
        """Why it cannot be done from this page: what the organ's particulars lack."""
        lacking = [one for sheet in self.sheets for one in sheet.of_organ]
        return tuple(dict.fromkeys(f"{one.name}没有设置（{one.source}）" for one in lacking))


def opening_of(case: Case, person: Person, key: str, on: date) -> Opening:
    """Return an act that is open to a person; raises Refused with the reason why it is not."""
    acts = openings(case, person, on)
    for one in (acts.first, *acts.others):
        if one and one.act == key:
            return one
    closed = next((one for one in acts.closed if one.act == key), None)
    raise Refused(f"{closed.reason}（{closed.cites}）" if closed else _NOT_YOURS.format(case.organ))


_NOT_YOURS = "{}的人员才能办理这一件。需要你来办的，请该机关管理员调整岗位"


def sheets_of(case: Case, form: ActForm, on: date) -> tuple[Sheet, ...]:
    """Return the letters of an act as it would be recorded, names masked."""
    ledger, names = ledger_of(case), names_of(case)
    said: dict[str, dict[str, object]] = {}
    if form.letters and form.is_filled:
        doing = form.doing
        try:
            act = act_of(case, doing)
        except LedgerError:
            return ()
        if doing.party:
            new = Party(name=doing.party.name, kind=doing.party.kind)
            names[getattr(act, "party", "")] = shown_name(new, masked=True)
        ledger, on = (*ledger, replace(act, id="")), act.on
        said = {letter.code: {**facts, **whom(letter, act)} for letter, facts in doing.letters}
    return tuple(
        sheet_of(composed(case, one.code, ledger, on, names, said.get(one.code)), names)
        for one in form.letters
    )
