"""What data/remedies.yaml says: wordings, review bodies and courts by the kind of the organ."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from ogi.data import Fault, Struct, from_data, load
from ogi.law import Citation
from ogi.letters.templates import wrong_text

# What fills the wordings.
_NAMED = (
    *("review_period", "suit_period", "suit_after_review_period", "paper", "review_body"),
    *("court", "court_after_review", "review_online", "subject", "items", "named"),
)
Role = Literal["name", "government", "upper_government", "superior", "local_government"]


class Wordings(Struct, frozen=True):
    """The paragraphs that tell a remedy."""

    general: str
    review_first: str
    online: str


class Subjects(Struct, frozen=True):
    """What a remedy is for: the whole letter, a part of it, or items of several."""

    whole: str
    withheld: str
    rest: str
    items: str
    item: str
    item_withheld: str
    item_rest: str


class RemedyCites(Struct, frozen=True):
    """Where the law says so, for each of the wordings."""

    general: tuple[Citation, ...]
    review_first: tuple[Citation, ...]
    online: tuple[Citation, ...]


class OrganKind(Struct, frozen=True):
    """A kind of organ: the bodies that review what it does, and the court that hears it.

    An organ with one of `names` in its name is of this kind, though the profile says one of
    `of`. `itself` says that it reviews its own acts.
    """

    label: str
    bodies: tuple[Role, ...]
    court: Literal["basic", "intermediate"]
    cites: tuple[Citation, ...]
    or_local: Role | None = None
    names: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    itself: bool = False


class Remedies(Struct, frozen=True):
    """remedies.yaml; `since` is the day from which the wordings may be used."""

    since: date
    wordings: Wordings
    subjects: Subjects
    court_after_review: str
    cites: RemedyCites
    kinds: dict[str, OrganKind]
    courts: tuple[Citation, ...] = msgspec.field(default=())

    def faults(self) -> Iterator[Fault]:
        """Yield a kind that stands for another that is not there, and a text that cannot be."""
        for part in (self.wordings, self.subjects):
            field = "wordings" if part is self.wordings else "subjects"
            for name in part.__struct_fields__:
                for says in wrong_text(getattr(part, name), _NAMED):
                    yield (field, name), says
        for key, kind in self.kinds.items():
            for at, other in enumerate(kind.of):
                if other not in self.kinds:
                    yield ("kinds", key, "of", at), f"没有“{other}”这一类机关"


@from_data
def remedy_data() -> Remedies:
    """Return remedies.yaml."""
    return load("letters/remedies.yaml", Remedies)


def organ_kinds() -> Mapping[str, str]:
    """Return the kinds of organs, each with its Chinese label."""
    return {key: kind.label for key, kind in remedy_data().kinds.items()}


def organ_kind(kind: str, name: str = "") -> OrganKind:
    """Return what is on file for a kind of organ; a name may tell that it is of another kind."""
    kinds = remedy_data().kinds
    for one in kinds.values():
        if kind in one.of and any(word in name for word in one.names):
            return one
    return kinds[kind]
