"""Numbers that a word processor prints before paragraphs (一、（一）1.) and does not store."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LEVELS = 9


def chinese(number: int) -> str:
    """Return a number from 1 to 9999 as Chinese headings count.

    >>> chinese(3), chinese(10), chinese(12), chinese(20), chinese(105)
    ('三', '十', '十二', '二十', '一百〇五')
    """
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += _DIGITS[digit] + name
        elif text and number % unit and not text.endswith("〇"):
            text += "〇"
    return text.removeprefix("一") if text.startswith("一十") else text


def _letters(number: int) -> str:
    if not 0 < number <= 26 * 3:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    text = ""
    for value, name in pairs:
        text += name * (number // value)
        number %= value
    return text


def _shifted(first: str, last: int) -> Callable[[int], str]:
    """Return a format whose characters follow one another, such as ①②③."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "koreanCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_DIGITS[int(d)] for d in str(number)),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "decimalEnclosedCircle": _shifted("①", 20),
    "decimalEnclosedCircleChinese": _shifted("①", 20),
    "decimalEnclosedParen": _shifted("⑴", 20),
    "decimalEnclosedFullstop": _shifted("⒈", 20),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda n: "".join(chr(ord("０") + int(digit)) for digit in str(n)),
    "decimalFullWidth2": lambda n: "".join(chr(ord("０") + int(digit)) for digit in str(n)),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `text` holds %1 … %9 for the numbers."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted.

    `lists` says for each list (numId) which abstract list it counts with; lists that
    share one go on counting, unless one states where it starts again. `styled` says
    which level of an abstract list a paragraph style takes.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    styled: dict[tuple[str, str], int] = field(default_factory=dict)

    def level_of_style(self, list_id: str, style: str) -> int:
        """Return the level of a list that belongs to a paragraph style."""
        return self.styled.get((self.lists.get(list_id, ""), style), 0)

    def next(self, list_id: str, level: int) -> str:
        """Count a paragraph of a list and return what is printed before it."""
        abstract = self.lists.get(list_id)
        levels = self.levels.get(abstract or "", {})
        if abstract is None or level not in levels:
            return ""
        if (start := self.restarts.pop((list_id, level), None)) is not None:
            self.counts[abstract, level] = start
        elif (abstract, level) in self.counts:
            self.counts[abstract, level] += 1
        else:
            self.counts[abstract, level] = levels[level].start
        for deeper in range(level + 1, _LEVELS):
            self.counts.pop((abstract, deeper), None)
        return self._printed(abstract, levels, level)

    def _printed(self, abstract: str, levels: dict[int, Level], level: int) -> str:
        here = levels[level]
        if here.format == "bullet":
            return ""
        text = here.text
        for at in range(min(level + 1, _LEVELS)):
            style = levels.get(at, Level())
            number = self.counts.get((abstract, at), style.start)
            shape = str if here.legal and at < level else _FORMATS.get(style.format, str)
            text = text.replace(f"%{at + 1}", shape(number))
        return text + " " if text[-1:].isdigit() else text


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read word/numbering.xml; without one there are no lists."""
    if root is None:
        return Numbering()
    numbering = Numbering()
    linked: dict[str, str] = {}
    for abstract in root.iterfind(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId", "")
        numbering.levels[key] = {
            int_of(level.get(f"{W}ilvl")): _level(level) for level in abstract.iterfind(f"{W}lvl")
        }
        for level in abstract.iterfind(f"{W}lvl"):
            if (style := level.find(f"{W}pStyle")) is not None:
                numbering.styled[key, style.get(_VAL, "")] = int_of(level.get(f"{W}ilvl"))
        if (link := abstract.find(f"{W}styleLink")) is not None:
            linked[link.get(_VAL, "")] = key
    for abstract in root.iterfind(f"{W}abstractNum"):
        if (link := abstract.find(f"{W}numStyleLink")) is not None:
            source = linked.get(link.get(_VAL, ""), "")
            numbering.levels[abstract.get(f"{W}abstractNumId", "")] = numbering.levels.get(
                source, {}
            )
    for item in root.iterfind(f"{W}num"):
        _read_list(item, numbering)
    return numbering


def _read_list(item: etree._Element, numbering: Numbering) -> None:
    key = item.get(f"{W}numId", "")
    abstract = item.find(f"{W}abstractNumId")
    base = abstract.get(_VAL, "") if abstract is not None else ""
    numbering.lists[key] = base
    for override in item.iterfind(f"{W}lvlOverride"):
        level = int_of(override.get(f"{W}ilvl"))
        if (start := override.find(f"{W}startOverride")) is not None:
            numbering.restarts[key, level] = int_of(start.get(_VAL))
        if (changed := override.find(f"{W}lvl")) is not None:
            own = f"{base}/{key}"
            numbering.levels.setdefault(own, dict(numbering.levels.get(base, {})))
            numbering.levels[own][level] = _level(changed)
            numbering.lists[key] = own


def _level(level: etree._Element) -> Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else found.get(_VAL, default)

    return Level(
        start=int_of(value("start", "0")),
        format=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        legal=level.find(f"{W}isLgl") is not None and value("isLgl", "1") not in ("0", "false"),
    )


def int_of(text: str | None, default: int = 0) -> int:
    """Return a number of at most six digits, the default where there is none."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 6):
        return default
    return int(digits)
