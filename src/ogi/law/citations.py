"""Citations (依据): where the law says so."""

from collections.abc import Hashable, Iterator
from datetime import date

from ogi.data import Reference, Struct, from_data, load, near
from ogi.errors import DataFileError
from ogi.expression import expression
from ogi.numerals import chinese_numeral

_LEVELS = ("条", "款", "项")
_PLACE = expression(r"\d+(?:/\d+){0,2}|\d+-\d+")


class Instrument(Struct):
    """A legal instrument (规范依据): its name, its number, and the day it took effect.

    `articles` are the places that may be cited, as article/paragraph/item; 1-56 stands for
    fifty-six whole articles.
    """

    key: str
    name: str = ""
    number: str = ""
    since: date | None = None
    articles: tuple[str, ...] = ()

    def has(self, place: str) -> bool:
        """Tell whether a place of it may be cited."""
        if place in self.articles:
            return True
        runs = [one.split("-") for one in self.articles if "-" in one]
        whole = int(place) if place.isdecimal() else 0
        return any(int(first) <= whole <= int(last) for first, last in runs)

    def faults(self) -> Iterator[tuple[tuple[Hashable, ...], str]]:
        """Yield the entries of `articles` that are no place."""
        for at, one in enumerate(self.articles):
            if not _PLACE.fullmatch(one):
                yield ("articles", at), f"“{one}”应当写成 33/2 或者 1-56 的样子"

    def __str__(self) -> str:
        """Name it as a citation does: 《条例》 or its document number."""
        return self.name or self.number


class Citation:
    """A provision of an instrument, such as `ogi-2019/33/2` (条例第三十三条第二款).

    `levels` are article, paragraph and item (条, 款, 项); 0 leaves a level out. Data files
    give it as that one text, so it is no dataclass, which they would have to give by fields.
    """

    __slots__ = ("instrument", "levels", "passage")

    def __init__(
        self, instrument: Instrument, levels: tuple[int, ...] = (), passage: str = ""
    ) -> None:
        self.instrument = instrument
        self.levels = levels
        self.passage = passage

    @classmethod
    def from_data(cls, reference: object) -> "Citation":
        """Return the citation that a data file gives; raises ValueError with a sentence."""
        return _cited(reference)

    def __str__(self) -> str:
        """Say it in Chinese.

        >>> str(cite("ogi-2019/33/2"))
        '《中华人民共和国政府信息公开条例》第三十三条第二款'
        """
        numbers = "".join(
            f"第{_numeral(number, level)}{level}"
            for number, level in zip(self.levels, _LEVELS, strict=False)
            if number
        )
        return f"{self.instrument}{numbers}{self.passage}"

    def __repr__(self) -> str:
        levels = "".join(f"/{level}" for level in self.levels)
        return f"cite({self.instrument.key + levels + (self.passage and ':' + self.passage)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Citation) and self._is() == other._is()

    def __hash__(self) -> int:
        return hash(self._is())

    def _is(self) -> tuple[str, tuple[int, ...], str]:
        return self.instrument.key, self.levels, self.passage


class CitationText(Reference):
    """A citation as a data file writes it, where that text is itself the value."""

    what = "依据"

    @classmethod
    def from_data(cls, value: object) -> "CitationText":
        """Return the text of a citation that stands; raises ValueError with a sentence."""
        _cited(value)
        return cls(value)


def _numeral(number: int, level: str) -> str:
    words = chinese_numeral(number)
    return f"（{words}）" if level == "项" else words


@from_data
def instruments() -> dict[str, Instrument]:
    """Return every instrument that may be cited, by key."""
    return load("law/instruments.yaml", dict[str, Instrument], key="key")


@from_data
def cite(reference: str) -> Citation:
    """Return the citation for a reference: `instrument`, `instrument/article/paragraph/item`
    or `instrument:passage` where the instrument has no articles.

    Raises DataFileError when the instrument is not on file.
    """
    try:
        return _cited(reference)
    except ValueError as error:
        raise DataFileError(f"no instrument {reference!r} on file: {error}") from error


def _cited(reference: object) -> Citation:
    head, _, passage = str(reference).partition(":")
    key, *levels = head.split("/")
    if key not in instruments():
        raise ValueError(f"没有收录依据“{key}”{near(key, instruments())}")
    if len(levels) > len(_LEVELS) or not all(one.isdecimal() for one in levels):
        raise ValueError(f"“{reference}”不是依据，应当写成 ogi-2019/33/2 的样子（条/款/项）")
    place = "/".join(levels)
    if levels and not instruments()[key].has(place):
        raise ValueError(
            f"“{reference}”不在收录的条款里{near(place, instruments()[key].articles)}；"
            "新引用的条款，核对原文后加到 law/instruments.yaml 的 articles"
        )
    return Citation(instruments()[key], tuple(int(level) for level in levels), passage)
