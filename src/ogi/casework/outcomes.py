"""What an application can come to (办理结果): rows of the form, letter, articles, 复议前置."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ogi.casework.names import FamilyKey, GroundCode, LetterCode, OutcomeCode, ReplyNeedKey
from ogi.data import Struct, from_data, load
from ogi.errors import UsageError
from ogi.law import Citation


class CaseOutcome(Struct, kw_only=True):
    """A result of an application (办理结果), such as D35.

    `row` is the row of the form's third table, as the newest edition that has it names it;
    `grounds` are the keys of the grounds that lead to it, `takes` the keys of what it takes
    (`reply_needs`). Where it does not apply (`applies`), it says that there was no application
    of this kind.
    """

    code: str
    term: str
    family: FamilyKey
    row: str
    letter: LetterCode
    cites: tuple[Citation, ...]
    grounds: tuple[GroundCode, ...] = ()
    takes: tuple[ReplyNeedKey, ...] = ()
    applies: bool = True

    @property
    def family_term(self) -> str:
        """The group of the form that the result stands in, such as 不予公开."""
        return _data().families[self.family]


class ReplyNeed(Struct):
    """What a result takes; `says` is the Chinese reason why it cannot be given."""

    key: str
    says: str
    cites: Citation


@dataclass(frozen=True, slots=True)
class Precedence:
    """Which of several results stands for an application; an organ may have its own.

    An item of the `supplied` families beside one of the `withheld` families gives
    `severed`; else the first of `families` that occurs decides.
    """

    supplied: tuple[str, ...]
    withheld: tuple[str, ...]
    severed: str
    families: tuple[str, ...]
    note: str


class ReplyNeedEntry(Struct):
    """What outcomes.yaml says of something that results take."""

    says: str
    cites: Citation


class ReviewFirst(Struct):
    """From a day on, which refusals review must precede."""

    cites: Citation
    families: tuple[FamilyKey, ...]


class Severed(Struct):
    """What an item supplied beside one withheld gives."""

    supplied: tuple[FamilyKey, ...]
    withheld: tuple[FamilyKey, ...]
    gives: OutcomeCode


class PrecedenceEntry(Struct):
    """The precedence stated as practice."""

    severed: Severed
    families: tuple[FamilyKey, ...]
    note: str


class OutcomesFile(Struct):
    """What outcomes.yaml says."""

    review_first: dict[date, ReviewFirst]
    families: dict[str, str]
    outcomes: dict[str, CaseOutcome]
    precedence: PrecedenceEntry
    needs: dict[str, ReplyNeedEntry]


@dataclass(frozen=True, slots=True)
class Decisive:
    """The result that stands for an application, and all that were recorded.

    `note` is empty where the law alone decides, else it says whose practice this is.
    """

    code: str
    recorded: tuple[str, ...]
    note: str = ""


def outcomes() -> dict[str, CaseOutcome]:
    """Return every result by code, in the order of the form."""
    return _data().outcomes


@from_data
def reply_needs() -> dict[str, ReplyNeed]:
    """Return what results take, by key."""
    return {key: ReplyNeed(key, one.says, one.cites) for key, one in _data().needs.items()}


def outcome(code: str) -> CaseOutcome:
    """Return a result by its code; raises UsageError where there is none."""
    found = outcomes().get(code)
    if found is None:
        raise UsageError(f"no outcome {code!r}; there are {', '.join(outcomes())}")
    return found


def review_first(code: str, withheld_on: Collection[str], on: date) -> Citation | None:
    """Return the article by which review must precede a suit (复议前置), or None.

    `withheld_on` are the grounds given; `on` is the day of the reply. Refusals under
    Art. 14, 15 and 16 alone are meant, and the withheld part of a partial disclosure.
    """
    made = outcome(code)
    for since, entry in sorted(_data().review_first.items(), reverse=True):
        if since <= on:
            meant = made.family in entry.families and {*withheld_on} & {*made.grounds}
            return entry.cites if meant else None
    return None


@from_data
def precedence() -> Precedence:
    """Return the precedence stated as practice in outcomes.yaml."""
    data = _data().precedence
    severed = data.severed
    return Precedence(severed.supplied, severed.withheld, severed.gives, data.families, data.note)


def decisive(codes: Iterable[str], rule: Precedence | None = None) -> Decisive:
    """Return the one result that stands for an application with results for its items.

    >>> decisive(["D12", "D34"]).code
    'D20'
    """
    rule = rule or precedence()
    recorded = tuple(dict.fromkeys(codes))
    if not recorded:
        raise UsageError("an application without a result has no decisive one")
    if len(recorded) == 1:
        return Decisive(recorded[0], recorded)
    families = {outcome(code).family for code in recorded}
    if families & {*rule.supplied} and families & {*rule.withheld}:
        return Decisive(rule.severed, recorded)
    first = min(recorded, key=lambda code: _rank(code, rule))
    return Decisive(first, recorded, rule.note)


def _rank(code: str, rule: Precedence) -> tuple[int, int]:
    return rule.families.index(outcome(code).family), list(outcomes()).index(code)


@from_data
def _data() -> OutcomesFile:
    return load("casework/outcomes.yaml", OutcomesFile, key="outcomes/code")
