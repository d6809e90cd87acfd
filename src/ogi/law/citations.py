"""Citations (依据): where the law says so."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from ogi.errors import DataFileError

_LEVELS = ("条", "款", "项")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal instrument (规范依据): its name, its number, and the day it took effect."""

    key: str
    name: str
    number: str
    since: date | None

    def __str__(self) -> str:
        """Name it as a citation does: 《条例》 or its document number."""
        return self.name or self.number


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision of an instrument, such as `ogi-2019/33/2` (条例第三十三条第二款).

    `levels` are article, paragraph and item (条, 款, 项); 0 leaves a level out.
    """

    instrument: Instrument
    levels: tuple[int, ...] = ()
    passage: str = ""

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


def _numeral(number: int, level: str) -> str:
    import cn2an  # takes longer to import than everything else here together

    words = cn2an.an2cn(str(number))
    if words.startswith("一十"):
        words = words[1:]
    return f"（{words}）" if level == "项" else words


@cache
def instruments() -> dict[str, Instrument]:
    """Return every instrument that may be cited, by key."""
    text = (files("ogi.law") / "data" / "instruments.yaml").read_text(encoding="utf-8")
    return {
        key: Instrument(key, entry.get("name", ""), entry.get("number", ""), entry.get("since"))
        for key, entry in yaml.safe_load(text).items()
    }


@cache
def cite(reference: str) -> Citation:
    """Return the citation for a reference: `instrument`, `instrument/article/paragraph/item`
    or `instrument:passage` where the instrument has no articles.

    Raises DataFileError when the instrument is not on file.
    """
    head, _, passage = reference.partition(":")
    key, *levels = head.split("/")
    if key not in instruments():
        raise DataFileError(f"no instrument {key!r} in ogi/law/data/instruments.yaml")
    return Citation(instruments()[key], tuple(int(level) for level in levels), passage)
