"""One spelling for what is printed in many: the basis of every comparison of labels."""

from ogi.data import from_data, some_from_data
from ogi.form import editions
from ogi.reading.folding import WIDTHS
from ogi.script import converter, written

_PUNCTUATION = {
    "“": '"', "”": '"', "„": '"', "〝": '"', "〞": '"', "‘": '"', "’": '"', "'": '"', "「": '"',
    "」": '"', "、": ",", "，": ",", "．": ".", "。": ".", "：": ":", "；": ";", "〔": "(",
    "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")", "—": "-", "–": "-", "－": "-",
    "∕": "/", "／": "/",
}  # fmt: skip


@from_data
def _tight_table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict(WIDTHS)
    for code in (*range(0x09, 0x0E), 0x20, 0x85, 0xA0, *range(0x2000, 0x200B), 0x3000):
        table[code] = None
    for char, plain in _PUNCTUATION.items():
        table[ord(char)] = plain
    for number, char in enumerate("一二三四五六七八九十"):
        table[0x3220 + number] = f"({char})"
    for number in range(1, 21):
        table[0x2460 + number - 1] = str(number)
        table[0x2488 + number - 1] = f"{number}."
    table.update(_traditional())
    return table


def _traditional() -> dict[int, str | None]:
    """Map the traditional forms of every character of the form's labels back."""
    back: dict[int, str | None] = {}
    known = sorted({char for text in _form_texts() for char in text})
    for standard in written():
        for char in known:
            if char in standard:
                back.setdefault(ord(standard[char]), char)
    for char in known:
        back.pop(ord(char), None)
    return back


def _form_texts() -> list[str]:
    texts = []
    for edition in editions():
        texts += [section.title for section in edition.sections]
        for table in edition.tables.values():
            texts += [table.title, table.corner, table.band]
            for row in table.rows:
                texts += [row.label, *row.groups]
                texts += [text for column in row.columns for text in (column.label, column.group)]
    return texts


@some_from_data(20_000)
def normal(text: str) -> str:
    """Return the spelling by which labels are compared.

    White space is dropped, widths, brackets, quotes and commas are folded, and
    traditional characters that the form's labels have are made simplified.

    >>> normal("（一）予以 公開")
    '(一)予以公开'
    """
    return text.translate(_tight_table())


def is_traditional(text: str, *, fewest: int = 5) -> bool:
    """Tell whether a text holds at least so many traditional characters of the form."""
    return sum(map(_traditional_set().__contains__, text[:4000])) >= fewest


@from_data
def _traditional_set() -> frozenset[str]:
    return frozenset(map(chr, _traditional()))


def simplified(text: str) -> str:
    """Return a text in simplified characters and the mainland's words."""
    return str(converter("tw2sp").convert(text))
