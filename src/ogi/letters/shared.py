"""What all letters share (文书通用文字): the opening, numbers, the seal, the words of a recital."""

from collections.abc import Hashable, Iterable, Iterator

from ogi.casework.grounds import grounds
from ogi.data import Fault, Reference, Struct, from_data, load
from ogi.letters.forms import WORDS, Slip
from ogi.letters.templates import wrong_text


class GroundName(Reference):
    """The key of a ground for withholding, as data write it."""

    what = "不予公开理由"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the keys of grounds.yaml."""
        return grounds()


class You(Struct, frozen=True):
    """How the applicant is spoken to, by number and class."""

    natural_person: str
    others: str
    several: str
    unknown: str


class Speaks(Struct, frozen=True):
    """What a letter speaks of: the whole application, or one of its items."""

    subject: str
    content: str
    application: str


class SpeaksOf(Struct, frozen=True):
    """The words of a letter for the whole, and of a composite one for an item."""

    whole: Speaks
    item: Speaks


class RecitalWords(Struct, frozen=True):
    """The sentences that tell what moved the clock; `what` names what stopped it."""

    reopened: str
    correction: str
    fee: str
    reasons: str
    paused: str
    extended: str
    delayed: str
    due: str
    what: dict[str, str]


class Unsettled(Struct, frozen=True):
    """How a last day is said that is not settled yet."""

    paused: str
    provisional: str


class Common(Struct, frozen=True):
    """What all letters share: the opening, the pattern of numbers, the seal, the words."""

    opening: str
    item_heading: str
    speaks_of: SpeaksOf
    recital: RecitalWords
    unsettled: Unsettled
    receipt: Slip
    number: str
    mark: str
    seal: str
    you: You
    kinds_named: tuple[GroundName, ...]

    def faults(self) -> Iterator[Fault]:
        """Yield a text that prints what is not there."""
        for field, known in _SPOKEN.items():
            for keys, text in _texts(getattr(self, field)):
                yield from (((field, *keys), says) for says in wrong_text(text, known))


def _texts(value: object) -> Iterator[tuple[tuple[Hashable, ...], str]]:
    """Yield the texts in a value of data, each with the keys that lead to it."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from (((name, *keys), text) for keys, text in _texts(getattr(value, name)))


_SPOKEN = {
    "opening": (*WORDS, "received", "application_number", "request"),
    "item_heading": ("place", "asks"),
    "speaks_of": ("you",),
    "recital": [
        "day",
        "decided",
        "since",
        "until",
        "you",
        "amount",
        "given",
        "what",
        "workdays",
        "told",
    ],
    "unsettled": ("workdays", "day", "years"),
}


@from_data
def common() -> Common:
    """Return what all letters share."""
    return load("letters/common.yaml", Common)
