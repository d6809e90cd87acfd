"""A letter (文书) as it goes out, or what keeps it from going out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ogi.clock import Derivation
from ogi.law import Citation
from ogi.letters.forms import Element, LetterForm


@dataclass(frozen=True)
class Letter:
    """A letter with everything that must stand in it.

    `paragraphs` are the text in order, the opening first; `remedy` is the part of it that
    tells the remedy. `elements` has the text of every element by key. `derivation` is how
    its day was counted, where it names one; `notes` say what is practice and not law.
    """

    form: LetterForm
    organ: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    remedy: tuple[str, ...]
    day: str
    cites: tuple[Citation, ...]
    elements: Mapping[str, object]
    derivation: Derivation | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unissued:
    """A letter that cannot go out: what is missing, and what contradicts the ledger."""

    form: LetterForm
    missing: tuple[Element, ...] = ()
    troubles: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """Say in Chinese what is missing, where it is to be written, and what contradicts."""
        parts = []
        if self.missing:
            named = "；".join(f"{one.name}（{one.source}）" for one in self.missing)
            parts.append(f"缺少：{named}")
        return "。".join((*parts, *self.troubles))
