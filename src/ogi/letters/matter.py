"""The matter of a letter (文书所涉事项): the case on its day, and the act that it goes with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from inspect import signature
from typing import Any

from ogi.casework import ACTS, Ledger, key_of
from ogi.casework.acts import Act
from ogi.casework.afterwards import Reopened
from ogi.casework.asking import ThirdPartyAnswered, ThirdPartySilent
from ogi.casework.progress import progress
from ogi.clock import Jurisdiction
from ogi.docket.view import CaseView, view
from ogi.letters.forms import LetterForm
from ogi.letters.numbering import party_of

# The element that tells apart those to whom letters of one form go, and what they are called.
_PARTIES = {
    "third_party": ("party", "第三方"),
    "organ": ("asked_organ", "机关"),
    "unit": ("unit", "协办机构"),
}


@dataclass(frozen=True)
class Matter:
    """A case on the day of a letter: `act` is what the letter goes with, None if not recorded.

    `among` are the parties between whom the facts must choose; empty where they need not.
    """

    form: LetterForm
    ledger: Ledger
    on: date
    place: Jurisdiction
    act: Act | None = None
    party: str = ""
    among: tuple[str, ...] = ()

    @cached_property
    def now(self) -> CaseView:
        """The case at the end of the letter's day."""
        return view(self.ledger, self.on, self.place)

    @cached_property
    def round(self) -> Ledger:
        """The acts known by then, since the case was taken up, or taken up again."""
        return this_round(self.now.progress.acts)

    @property
    def asked(self) -> Act | None:
        """The last of the acts that give the letter its elements, known by its day."""
        kinds = self.form.acts
        if self.form.records in kinds:
            return self.act
        return next((act for act in reversed(self.round) if key_of(act) in kinds), None)

    def before(self, day: date) -> CaseView:
        """Return the case as it was before its act, on a day."""
        acts: Ledger = self.ledger
        if self.act is not None:
            order = progress(self.ledger, self.place.rules).acts
            acts = order[: next(at for at, one in enumerate(order) if one is self.act)]
        return CaseView(
            progress(tuple(one for one in acts if one.on <= day), self.place.rules), day, self.place
        )


def this_round(acts: Ledger) -> Ledger:
    """Return the acts since the case was taken up, or taken up again."""
    begun = max((at for at, act in enumerate(acts) if isinstance(act, Reopened)), default=-1)
    return acts[begun + 1 :]


def _round(acts: Ledger, on: date) -> Ledger:
    """Return the acts of the round that was under way on a day, up to where the next begins."""
    later = (at for at, act in enumerate(acts) if isinstance(act, Reopened) and act.on > on)
    return this_round(acts[: next(later, len(acts))])


def matter_for(
    form: LetterForm, ledger: Ledger, given: Mapping[str, Any], on: date, place: Jurisdiction
) -> Matter:
    """Return the matter of a letter; the facts may say which party it is for."""
    places = {id(act): at for at, act in enumerate(ledger)}
    acts = sorted(
        _round(progress(ledger, place.rules).acts, on), key=lambda act: (act.on, places[id(act)])
    )
    recorded = [act for act in acts if key_of(act) == form.records]
    if form.to not in _PARTIES:
        return Matter(form, ledger, on, place, recorded[-1] if recorded else None)
    chosen = str(given.get(_PARTIES[form.to][0], ""))
    known = tuple(dict.fromkeys(map(party_of, recorded))) or tuple(_overruled(form, acts))
    if not chosen and len(known) > 1:
        return Matter(form, ledger, on, place, among=known)
    party = chosen or next(iter(known), "")
    own = [act for act in recorded if party_of(act) == party]
    return Matter(form, ledger, on, place, own[-1] if own else None, party)


def _overruled(form: LetterForm, acts: Iterable[Act]) -> Iterator[str]:
    """Yield the third parties who may have to be told, where none is recorded as told."""
    if form.records == "third_party_told":
        for act in acts:
            if isinstance(act, ThirdPartySilent) or (
                isinstance(act, ThirdPartyAnswered) and not act.consents
            ):
                yield act.party


def which_party(matter: Matter) -> str:
    """Ask which of several parties a letter is for, in Chinese; "" where it is known."""
    if not matter.among:
        return ""
    key, word = _PARTIES[matter.form.to]
    named = "、".join(matter.among)
    return f"有{len(matter.among)}个{word}（{named}），每个各出一份，写明{_NAMES[key]}是哪一个"


_NAMES = {"party": "第三方", "asked_organ": "被征求意见的机关", "unit": "协办机构"}


def act_of(form: LetterForm, values: Mapping[str, Any], on: date) -> Act | None:
    """Return the act that a letter would be, from its elements; None where they do not do."""
    made = ACTS.get(form.records)
    if made is None:
        return None
    known = {name: values.get(_ELEMENTS.get(name, name)) for name in fields_of(made)}
    given = {name: _plain(value) for name, value in known.items() if value not in (None, "")}
    try:
        return made(**{**given, "on": on})
    except TypeError:
        return None


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_ELEMENTS = {"organ": "asked_organ", "amount_yuan": "amount", "reasons": "reason"}


def fields_of(made: type[Act]) -> tuple[str, ...]:
    """Return the names of what an act says."""
    return tuple(signature(made).parameters)


def given_by(key: str) -> frozenset[str]:
    """Return the keys of the elements that an act gives its letter."""
    return frozenset(_ELEMENTS.get(name, name) for name in fields_of(ACTS[key]))


def dated(act: Act, on: date) -> Act:
    """Return an act as done on another day, and told not before."""
    said = {name: getattr(act, name) for name in fields_of(type(act))}
    told = {name: None for name in ("delivered_on", "told_on") if (said.get(name) or on) < on}
    return type(act)(**{**said, **told, "on": on})
