"""The letters (文书): what each is called, when it goes out, and what must stand in it."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Literal, Self

import msgspec

from ogi.casework import ACTS
from ogi.casework.names import OutcomeCode
from ogi.casework.outcomes import outcomes
from ogi.data import Fault, Reference, Struct, from_data, load, load_each
from ogi.errors import UsageError
from ogi.law import Citation
from ogi.letters.templates import wrong_text

# What the law gives any letter to print, and what a letter is about; no elements.
PROVISIONS = (
    "correction_lapse",
    "third_party_period",
    "third_party_silence",
    "organ_period",
    "organ_silence",
    "fee_payment_period",
    "fee_lapse",
)
WORDS = ("you", "basis", "subject", "content", "application", "parts")
# What is printed of the letter itself on the slip of its service.
_SERVED = ("addressee", "title")


class ElementName(Reference):
    """The key of an element, as data write it."""

    what = "要素"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the keys of elements.yaml."""
        return elements()


class ActName(Reference):
    """The key of an act, as data write it."""

    what = "办理行为"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the keys of the acts."""
        return ACTS


class Text(str):
    """A text of a letter, with elements on file in it; its form says which it may print."""

    __slots__ = ()

    @classmethod
    def from_data(cls, value: object) -> Self:
        """Return the text; raises ValueError with a sentence."""
        if not isinstance(value, str):
            raise ValueError(f"应当是文字，写的却是 {value!r}")
        known = (*elements(), *PROVISIONS, *WORDS, *_SERVED)
        if wrong := "；".join(wrong_text(value, known, "没有“{}”这一要素")):
            raise ValueError(wrong)
        return cls(value)


class Element(Struct, frozen=True):
    """Something that stands in letters (要素): its name, where it comes from, and its type."""

    name: str
    source: str = msgspec.field(name="from")
    type: Literal["text", "texts", "day", "count", "amount", "flag", "withheld", "items"] = "text"
    key: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield a key written twice: it stands before the element."""
        if self.key:
            yield ("key",), "要素的键写在前面，不另写"

    @property
    def is_fact(self) -> bool:
        """Whether it may be written by whoever drafts the letter (文书事实)."""
        return "文书事实" in self.source


class Slip(Struct, frozen=True):
    """A slip (回复单) to be filled in: its rows, each with what is printed in it already.

    `room` is how many empty lines are left to write in a row.
    """

    title: str
    rows: dict[str, Text]
    room: dict[str, int] = msgspec.field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        """Yield room for a row that is not there."""
        yield from ((("room", row), "没有这一行") for row in self.room if row not in self.rows)


class LetterForm(Struct, frozen=True):
    """A letter of the set (文书格式), such as P02 or R09.

    `variant` is not printed; `to` is whom it is for; `acts` are the keys of the acts that give
    its elements, `records` the act that goes with it, which must already be in the ledger where
    it is `settled`. A reply tells the results whose letter it is, and those of `tells`. It may
    not go out without `needs` and at least one of each group of `one_of`; `may` are printed where
    given; the days in `later` lie after its own. `recital` says that it tells what moved the
    clock, `composite` that it answers item by item. `remedy` is empty where none is told. `code`
    is the name of its file.
    """

    title: str
    when: str
    to: Literal["applicant", "asker", "third_party", "organ", "unit"]
    body: tuple[Text, ...]
    variant: str = ""
    acts: tuple[ActName, ...] = ()
    act: ActName | None = msgspec.field(name="records", default=None)
    settled: bool = False
    tells: tuple[OutcomeCode, ...] = ()
    recital: bool = False
    composite: bool = False
    mark: str = ""
    cites: tuple[Citation, ...] = ()
    needs: tuple[ElementName, ...] = ()
    may: tuple[ElementName, ...] = ()
    one_of: tuple[tuple[ElementName, ...], ...] = ()
    later: tuple[ElementName, ...] = ()
    remedy: Literal["", "reply", "third_party"] = ""
    slip: Slip | None = None
    code: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what keeps it from being in accord with a ledger, and what it cannot print."""
        replies = self.records == "replied"
        if replies and not self.outcomes and not self.composite:
            says = "答复申请的文书要写明讲的是哪种办理结果，例如 tells: [D12]"
            yield ("records",), says
        if self.tells and not replies:
            yield ("tells",), "只有答复申请的文书（records: replied）才讲办理结果"
        if self.remedy and not self.records:
            yield ("remedy",), "告知救济的文书要写明随哪个办理行为出具（records）"
        for keys, text in self._texts():
            for says in wrong_text(text, self._printable(), "这份文书没有“{}”可印"):
                yield keys, says

    def _texts(self) -> Iterator[tuple[tuple[Hashable, ...], Text]]:
        yield from ((("body", at), text) for at, text in enumerate(self.body))
        for row, text in self.slip.rows.items() if self.slip else ():
            yield ("slip", "rows", row), text

    def _printable(self) -> frozenset[str]:
        """Return what its texts may print: an article only where it rests on one."""
        words = {*WORDS} - ({"basis"} if not self.rests else set())
        words -= set() if self.composite else {"parts"}
        return frozenset((*self.named, *needed_by_all(self.to), *PROVISIONS, *words))

    @property
    def rests(self) -> bool:
        """Whether it rests on articles: its own, or those of the results that it tells."""
        return bool(self.cites or self.outcomes)

    @property
    def records(self) -> str:
        """The key of the act that goes with it, empty where there is none."""
        return self.act or ""

    @property
    def named(self) -> tuple[str, ...]:
        """The keys of the elements that are its own."""
        return (*self.needs, *self.may, *(key for group in self.one_of for key in group))

    @property
    def name(self) -> str:
        """The title, and what tells it from others of the same title."""
        return f"{self.title}（{self.variant}）" if self.variant else self.title

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The codes of the results of an application that this letter tells."""
        named = outcomes().items()
        return tuple(code for code, one in named if one.letter == self.code or code in self.tells)


@from_data
def letter_forms() -> dict[str, LetterForm]:
    """Return every letter of the set by code, procedure first."""
    return load_each("letters/forms/*.yaml", LetterForm, key="code")


def letter_form(code: str) -> LetterForm:
    """Return a letter by its code; raises UsageError where there is none."""
    found = letter_forms().get(code)
    if found is None:
        raise UsageError(f"no letter {code!r}; there are {', '.join(letter_forms())}")
    return found


class _Elements(Struct, frozen=True):
    """elements.yaml: the elements, and which of them every letter must have."""

    common: tuple[str, ...]
    to_applicant: tuple[str, ...]
    elements: dict[str, Element]

    def faults(self) -> Iterator[Fault]:
        """Yield an element that all letters need and that is not there."""
        for field in ("common", "to_applicant"):
            for at, key in enumerate(getattr(self, field)):
                if key not in self.elements:
                    yield (field, at), f"没有“{key}”这一要素"


@from_data
def _elements() -> _Elements:
    found = load("letters/elements.yaml", _Elements)
    for key, one in found.elements.items():
        msgspec.structs.force_setattr(one, "key", key)
    return found


def elements() -> dict[str, Element]:
    """Return every element of the letters by key."""
    return _elements().elements


def needed_by_all(to: str) -> tuple[str, ...]:
    """Return the elements that every letter to a kind of addressee must have."""
    data = _elements()
    return (*data.common, *(data.to_applicant if to == "applicant" else ()))
