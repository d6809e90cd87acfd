"""Statements (断语): sentences that say, without a figure, that all or nothing was."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.figures import Figure
from ogi.checks.narrative.signs import Signed
from ogi.checks.narrative.times import time_of, times_in
from ogi.checks.narrative.topics import speaks_of
from ogi.checks.narrative.vocabulary import Quantity, columns_in, quantities
from ogi.checks.narrative.words import dictionary, entry
from ogi.data import from_data
from ogi.expression import expression
from ogi.place import Place

_STOPS = "，,；。：！？\n（）"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of statement, as data/statements.yaml declares it."""

    key: str
    rule: str
    topic: str
    zero: tuple[Quantity, ...]
    words: Signed
    weak: re.Pattern[str] | None
    never: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement where it stands; `head` is the claim that the words before it make.

    `weak` says that it may leave room for what is not yet due; `sure` is as in Claim.
    """

    kind: Kind
    passage: Passage
    start: int
    end: int
    head: Claim | None
    weak: bool
    sure: bool
    clause: str = ""

    @property
    def quote(self) -> str:
        """The words as printed."""
        return self.passage.sentence.quote(self.start, self.end)

    @property
    def place(self) -> Place | None:
        """Where the paragraph stands."""
        return self.passage.sentence.place(self.start)


@from_data
def kinds() -> tuple[Kind, ...]:
    """Return every kind of statement."""
    return tuple(
        Kind(
            key=key,
            rule=given.rule or "",
            topic=given.topic,
            zero=tuple(quantities()[each] for each in given.zero),
            words=Signed("|".join(given.words)),
            weak=expression(given.weak) if given.weak else None,
            never=expression(given.never) if given.never else None,
        )
        for key, given in dictionary("statements").items()
    )


def statements(passages: Iterable[Passage], year: int | None) -> Iterator[Statement]:
    """Yield the statements about a year that the running text makes, in its order."""
    for passage in passages:
        spoken_of = {topic.name for topic in passage.topics} | set(passage.setting.spoken_of)
        for kind in kinds():
            spoken = not kind.topic or kind.topic in spoken_of
            if spoken and kind.words.may_match(passage.text):
                for match in kind.words.pattern.finditer(passage.text):
                    if found := _statement(kind, passage, match, year):
                        yield found


def _statement(
    kind: Kind, passage: Passage, match: re.Match[str], year: int | None
) -> Statement | None:
    text = passage.text
    start = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
    ends = [found for stop in _STOPS if (found := text.find(stop, match.end())) >= 0]
    clause = text[start : min(ends, default=len(text))]
    if kind.never and kind.never.search(clause):
        return None
    counted = kind.zero or kind.key.startswith("said_")
    if counted and any(start <= f.start < start + len(clause) for f in passage.figures):
        return None
    if time_of(passage.times or times_in(text, year), match.start(), year):
        return None
    if entry("topics", "hoped").search(text, 0, match.end()):
        return None
    sure: bool | None = True
    if kind.topic:
        sure = speaks_of(kind.topic, list(passage.topics), start, match.end(), passage.setting)
    if sure is False or (sure is None and kind.topic == "dispute"):
        return None
    head = [claim for claim in passage.claims.values() if claim.start < match.start()]
    return Statement(
        kind=kind,
        passage=passage,
        start=start,
        end=match.end(),
        head=head[-1] if head else None,
        weak=bool(kind.weak and kind.weak.search(clause)),
        sure=bool(sure),
        clause=clause,
    )


def zero_claims(said: Iterable[Statement]) -> Iterator[Claim]:
    """Yield the claims of 0 that statements make."""
    for statement in said:
        for quantity in statement.kind.zero:
            yield Claim(
                figure=Figure(0, "", "items", statement.start, statement.end),
                quantities=(quantity,),
                sentence=statement.passage.sentence,
                start=statement.start,
                end=statement.end,
                sure=statement.sure,
                columns=columns_in(statement.quote) if statement.kind.key == "no_kind" else (),
                joined="each",
            )
