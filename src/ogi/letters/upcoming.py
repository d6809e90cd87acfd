"""Which letters of a case are due (应当发出的文书), by when, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ogi.casework import Ledger, key_of
from ogi.casework.acts import Act
from ogi.casework.items import items_of
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcome
from ogi.casework.replying import Replied
from ogi.casework.strikes import effective
from ogi.clock import Jurisdiction
from ogi.docket.opinions import opinions
from ogi.docket.view import CaseView, view
from ogi.letters.forms import LetterForm, letter_form, letter_forms
from ogi.letters.matter import this_round
from ogi.letters.numbering import party_of


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A letter that is due: its form, None while the result is open; the last day, None where
    the law names none; whom it is for, where there are several; and why, in Chinese.
    """

    form: LetterForm | None
    by: date | None
    why: str
    party: str = ""


def next_letters(
    ledger: Ledger, on: date, place: Jurisdiction | None = None
) -> tuple[DueLetter, ...]:
    """Return the letters that are due on a day, the soonest first, those without a day last."""
    case = view(effective(ledger), on, place or Jurisdiction())
    if case.state.over and case.state.key != "given_up":
        return ()
    found = (*_today(case), *_returned(case), *_untold(case), *_third_parties(case), *_reply(case))
    single = {(one.form and one.form.code, one.by, one.why, one.party): one for one in found}
    return tuple(sorted(single.values(), key=lambda one: (one.by is None, one.by or on)))


def _form_of(act: Act) -> LetterForm | None:
    """Return the letter that goes with an act; a reply has one for each result."""
    if isinstance(act, Replied):
        return None
    return next((one for one in letter_forms().values() if one.records == key_of(act)), None)


def _today(case: CaseView) -> Iterator[DueLetter]:
    """Yield the letters of what was recorded on the day itself."""
    for act in case.progress.acts:
        form = _form_of(act) if act.on == case.on else None
        if form:
            why = f"当日登记了{act_label(key_of(act))}"
            yield DueLetter(form, act.on, why, party_of(act))
        for told in _told_of(act) if act.on == case.on else ():
            yield DueLetter(told, act.on, f"当日登记了{act_label(key_of(act))}，要告知申请人")


def _told_of(act: Act) -> Iterator[LetterForm]:
    """Yield the letters that tell the applicant of an act and go with none of their own."""
    yield from (
        one for one in letter_forms().values() if not one.records and key_of(act) in one.acts
    )


def _returned(case: CaseView) -> Iterator[DueLetter]:
    """Yield the letters that came back and were not sent again."""
    for one in case.letters:
        form = _form_of(one.act)
        if one.came_back and form:
            yield DueLetter(form, None, "文书退回，还没有再次送达", one.party)


def _untold(case: CaseView) -> Iterator[DueLetter]:
    """Yield what moves nothing before the applicant is told."""
    due = case.clock.due or case.clock.provisional_due
    waiting = {wait.who for wait in case.clock.waits if wait.reached_on is None}
    for one in case.letters:
        form = _form_of(one.act)
        early = one.act.on < case.on and one.is_under_way
        if form and early and form.records in ("extended", "reply_delayed"):
            yield DueLetter(form, due, "没有记载告知申请人，告知以前期限不变")
        elif form and early and form.settled:
            yield DueLetter(form, None, "没有记载送达，救济的期限还没有起算")
        elif form and early and form.records in _ASKING and one.party in waiting:
            yield DueLetter(form, None, "没有记载签收，对方的期限还没有起算", one.party)


# What asks another side: its time runs from the day the letter reached it.
_ASKING = frozenset(
    ("correction_asked", "third_party_asked", "organ_asked", "reasons_asked", "fee_noticed")
)


def _third_parties(case: CaseView) -> Iterator[DueLetter]:
    """Yield whom to tell of a disclosure against its will."""
    given = [act for act in this_round(case.progress.acts) if isinstance(act, Replied)]
    results = given[-1].results if given else ()
    open_items = {one.item for one in results if outcome(one.outcome).family == "granted"}
    for one in opinions(case.progress.acts).values():
        against = [item for item in open_items if one.objects_to(item)]
        undecided = not results and one.objects and not one.told
        if (against and not one.told) or undecided:
            why = "不同意公开；决定公开的，先告知公开的内容和理由"
            yield DueLetter(letter_form("P10"), case.clock.due, why, one.party)


def _reply(case: CaseView) -> Iterator[DueLetter]:
    """Yield the reply, by the last day of its period."""
    if case.state.over or case.history.received_on is None:
        return
    due = case.clock.due or case.clock.provisional_due
    given = [act for act in this_round(case.progress.acts) if isinstance(act, Replied)]
    if not given:
        yield DueLetter(None, due, "还没有答复")
        return
    letters = {outcome(one.outcome).letter for one in given[-1].results}
    several = len(items_of(case.progress.acts)) > 1 and len(letters) > 1
    form = letter_form("R27" if several else letters.pop())
    yield DueLetter(form if form.records == "replied" else None, due, "已经答复，还没有送达")
