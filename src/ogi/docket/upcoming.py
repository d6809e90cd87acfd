"""Which letters are due (应发的文书): by when, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Act, Ledger
from ogi.casework.asking import CorrectionAsked, FeeNoticed
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcomes
from ogi.casework.replying import Delivered, Extended, Replied, ReplyDelayed
from ogi.clock import Jurisdiction
from ogi.docket.mail import SentLetter
from ogi.docket.orders import this_round
from ogi.docket.view import CaseView, view
from ogi.law import Citation, cite

# The letter that an act sends; a reply has the letters of its results.
_CODES = {
    "correction_asked": ("P02", "ogi-2019/30"),
    "reasons_asked": ("P03", "ogi-2019/35"),
    "extended": ("P04", "ogi-2019/33/2"),
    "third_party_asked": ("P05", "ogi-2019/32"),
    "organ_asked": ("P07", "ogi-2019/34"),
    "fee_noticed": ("P09", "fee-2020/6"),
    "third_party_told": ("P10", "ogi-2019/32"),
    "reply_delayed": ("R28", "ogi-2019/35"),
    "correction_lapsed": ("R21", "ogi-2019/30"),
    "fee_lapsed": ("R22", "fee-2020/6"),
    "withdrawn": ("R26", "ogi-2019/45"),
}


@dataclass(frozen=True, slots=True)
class DueLetter:
    """A letter that is due: its codes, the act behind it, for whom, by which day, why.

    `codes` is empty while the result of the reply is open; `by` is None where no day is set.
    """

    codes: tuple[str, ...]
    act: str
    party: str
    by: date | None
    why: str
    cites: Citation


def next_letters(
    ledger: Ledger, on: date, place: Jurisdiction | None = None
) -> tuple[DueLetter, ...]:
    """Return the letters that are due on a day: the soonest first, those without a day last."""
    case = view(ledger, on, place or Jurisdiction())
    found = [*_not_arrived(case), *_reply(case)]
    return tuple(sorted(found, key=lambda one: (one.by is None, one.by or on, one.act)))


def _not_arrived(case: CaseView) -> Iterator[DueLetter]:
    """Yield the letters that an act sends and that are not known to have arrived."""
    for sent in case.letters:
        if sent.letter not in _CODES or sent.reached_on:
            continue
        code, basis = _CODES[sent.letter]
        why = "退回，应当再次送达" if sent.came_back else "没有记载签收，应当送达"
        label = act_label(sent.letter)
        yield DueLetter(
            (code,), sent.letter, sent.party, _by(case, sent.act), f"{label}{why}", cite(basis)
        )


def _by(case: CaseView, act: Act) -> date | None:
    """Return the day by which a letter has to reach the other side, where the law sets one."""
    match act:
        case CorrectionAsked() if case.history.received_on:
            term = case.place.law.provision("correction_notice_period", case.history.received_on)
            return case.place.calendar.lenient.add(case.history.received_on, term.number)
        case Extended() | FeeNoticed() | ReplyDelayed():
            return case.due
        case _:
            return None


def _reply(case: CaseView) -> Iterator[DueLetter]:
    """Yield the reply, as long as it is owed or has not arrived."""
    acts = this_round(case.progress.acts)
    reply = next((act for act in reversed(acts) if isinstance(act, Replied)), None)
    if case.state.over and not any(_is_open(one) for one in case.letters):
        return
    if reply is None and not case.state.over and case.period:
        why = "答复期限届满前应当答复"
        yield DueLetter((), "replied", "", case.due, why, cite("ogi-2019/33/2"))
    elif reply is not None:
        known = outcomes()
        codes = tuple(
            dict.fromkeys(
                known[one.outcome].letter for one in reply.results if one.outcome in known
            )
        )
        sent = any(isinstance(act, Delivered) for act in acts)
        why = "已经送出，没有记载申请人收到" if sent else "已经答复，应当送达"
        yield DueLetter(codes, "delivered", "", case.due, why, cite("service-2016"))


def _is_open(sent: SentLetter) -> bool:
    return sent.letter == "delivered" and sent.reached_on is None
