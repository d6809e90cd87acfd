"""Whether a letter is in accord with its ledger (文书与台账相符): each reason why it is not."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ogi.casework import ItemResult, key_of
from ogi.casework.acts import Act
from ogi.casework.asking import ThirdPartyAnswered, ThirdPartyTold
from ogi.casework.grounds import Force, ground
from ogi.casework.items import items_of
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcome
from ogi.casework.progress import follow
from ogi.casework.replying import Replied
from ogi.casework.table import case_table
from ogi.docket.openings import unmet, wrong_state
from ogi.docket.particulars import particulars
from ogi.docket.refusals import refused_in
from ogi.docket.view import CaseView
from ogi.docket.words import long_day
from ogi.letters.dates import day_of
from ogi.letters.facts import Facts
from ogi.letters.forms import LetterForm, elements
from ogi.letters.material import opinions, words_of
from ogi.letters.matter import Matter, act_of, dated, which_party

_ARCHIVED = "archived"
_ON_THE_WAY = ("drafted", "reviewed", "secrecy_reviewed", "signed", "replied")


def discords(matter: Matter, values: Mapping[str, Any], facts: Facts) -> Iterator[str]:
    """Yield every reason, in Chinese, why a letter is not in accord with its ledger."""
    yield from facts.troubles
    if which := which_party(matter):
        yield which
        return
    yield from _differing(values, facts.values)
    yield from _too_early(matter.form, values, matter.on)
    if matter.form.records == "replied":
        yield from _reply(matter, values)
    elif matter.form.settled:
        yield from _settled(matter)
    elif matter.form.records and matter.form.records != "registered":
        yield from _sent(matter, values)
    elif matter.form.acts and matter.asked is None:
        yield f"台账没有登记{'或者'.join(map(act_label, matter.form.acts))}"
    if matter.form.to == "third_party":
        yield from _third_party(matter, values)
    if "consulted" in matter.form.needs and not _awaits(matter):
        yield "没有正在征求的意见"


def _differing(values: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield every fact that says something else than the ledger or the clock does."""
    for key, given in facts.items():
        known = values.get(key)
        columns = elements()[key].type in ("withheld", "items")
        if known is not None and not columns and words_of(known) != words_of(given):
            said, name = words_of(given), elements()[key].name
            yield f"{name}写的是{_short(said)}，台账记载或者推算的是{_short(words_of(known))}"


def _short(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _too_early(form: LetterForm, values: Mapping[str, Any], on: date) -> Iterator[str]:
    """Yield the days of a letter that must lie after its own and do not, and the reverse."""
    for key in form.later:
        day = day_of(values.get(key))
        if day and day <= on:
            yield f"{elements()[key].name}{long_day(day)}不晚于落款日期{long_day(on)}"
    earlier = day_of(values.get("earlier_day"))
    if earlier and earlier > on:
        yield f"原答复日期{long_day(earlier)}晚于落款日期{long_day(on)}"
    if values.get("earlier_number") and values["earlier_number"] == values.get("number"):
        yield f"原答复文号{values['number']}就是这份文书的文号"


def _sent(matter: Matter, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield why the docket does not let the act be done that sends the letter."""
    act = matter.act or act_of(matter.form, values, matter.on)
    case = matter.before(matter.on)
    if act is not None:
        yield from (refusal.reason for refusal in refused_in(case, dated(act, matter.on), ""))
    else:
        yield from closed(case, matter.form.records)
    if matter.act is not None:
        yield from _dated_too_late(matter, matter.act)


def _dated_too_late(matter: Matter, act: Act) -> Iterator[str]:
    """Yield that a letter bears a day on which it had already reached the other side."""
    for name in ("delivered_on", "told_on"):
        reached = getattr(act, name, None)
        if reached and reached < matter.on:
            label = act_label(key_of(act))
            yield (
                f"台账记载{label}已于{long_day(reached)}送达或者告知，"
                f"早于落款日期{long_day(matter.on)}"
            )


def _settled(matter: Matter) -> Iterator[str]:
    """Yield why what a letter reports is not what the ledger says happened."""
    act, label = matter.act, act_label(matter.form.records)
    if act is None or act.on > matter.on:
        yield f"台账没有登记{label}"
        yield from closed(matter.before(matter.on), matter.form.records)
        return
    before = matter.before(act.on)
    yield from (refusal.reason for refusal in refused_in(before, act, ""))
    then = follow(before.progress, act).state
    if matter.now.progress.state not in (then, _ARCHIVED):
        yield f"{label}之后，现在是“{matter.now.state.label}”"


def _reply(matter: Matter, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a case cannot be answered so: its state, or what the docket asks of a reply."""
    act = matter.act or would_be(matter, values)
    case = matter.before(matter.on)
    if matter.act is None and case.progress.state not in _answerable():
        yield f"现在是“{case.state.label}”，不能答复"
    if isinstance(act, Replied):
        yield from (reason for reason, _ in particulars(case, act))


def closed(case: CaseView, key: str) -> Iterator[str]:
    """Yield why an act cannot be done in a case, whatever it says itself."""
    move = case_table().moves[key]
    if reason := wrong_state(case, move):
        yield reason
    elif lacking := unmet(case, move):
        yield lacking[0]


def _answerable() -> set[str]:
    """Return the states in which a reply may be in the making."""
    moves = case_table().moves
    return {state for key in _ON_THE_WAY for state in moves[key].sources}


def would_be(matter: Matter, values: Mapping[str, Any]) -> Replied | None:
    """Return the reply that a letter would be where none is recorded; None where it is open."""
    results = values.get("results") or tuple(results_of(matter, values))
    return Replied(on=matter.on, results=tuple(results)) if results else None


def results_of(matter: Matter, values: Mapping[str, Any]) -> Iterator[ItemResult]:
    """Yield the result that a letter of one result gives each item that is asked for.

    Where a part is withheld, what is withheld must say on which grounds; until then it is open.
    """
    for code in matter.form.outcomes[:1]:
        own, given = outcome(code).grounds, _withheld(values)
        grounds = own if len(own) == 1 else tuple(key for key in own if key in given.values())
        if len(own) > 1 and not (given and {*given.values()} <= {*own, ""}):
            return
        for item in items_of(matter.now.progress.acts):
            held, note = tuple(given), matter.form.title
            yield ItemResult(item=item.key, outcome=code, grounds=grounds, withheld=held, note=note)


def _withheld(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what is withheld, each with the code of its ground; "" for what is no information."""
    entries = values.get("withheld") or ()
    named = [one for one in entries if isinstance(one, Mapping)] if entries != "" else []
    return {
        str(one.get("what", "")): "" if one.get("not_information") else str(one.get("ground"))
        for one in named
    }


def _third_party(matter: Matter, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a third party cannot be told: it consents, or nothing is disclosed."""
    if matter.form.records != "third_party_told":
        return
    said = opinions(matter.now.progress.acts).get(matter.party)
    if isinstance(said, ThirdPartyAnswered) and said.consents:
        yield f"台账记载“{matter.party}”同意公开，不是违背其意见公开"
    replied = [act for act in matter.round if isinstance(act, Replied)]
    families = {outcome(one.outcome).family for act in replied for one in act.results}
    if replied and not families & {"granted", "partly_granted"}:
        yield "台账记载的答复没有公开任何信息"


def third_party_rights(matter: Matter, form: LetterForm, grounds: Iterable[str]) -> Iterator[str]:
    """Yield that a third party was told of a disclosure that the letter refuses."""
    outcomes = {ground(one).outcome for one in grounds if ground(one).force is Force.UNLESS}
    if outcomes & {*form.outcomes}:
        told = [act for act in matter.round if isinstance(act, ThirdPartyTold)]
        yield from (f"台账记载{long_day(act.on)}已经告知第三方公开" for act in told[:1])


def _awaits(matter: Matter) -> bool:
    return any(kind != "help" for kind, _ in matter.now.progress.awaited)
