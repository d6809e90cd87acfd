"""Full-width forms, radicals and invisible marks folded into what they stand for."""

import unicodedata

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\x00"


def _widths() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(char): None for char in _INVISIBLE}
    for code in (*range(0xFF01, 0xFF5F), *range(0x2F00, 0x2FD6), *range(0x2E80, 0x2EF4)):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    table[0x3000] = " "
    table[0xA0] = " "
    return table


WIDTHS = _widths()


def folded(text: str) -> str:
    """Return the text with full-width forms and radicals folded, invisible marks dropped."""
    return text.translate(WIDTHS)


_ALIGNED = {code: plain for code, plain in WIDTHS.items() if plain is not None}


def aligned(text: str) -> str:
    """Fold a text so that every character keeps its position."""
    return text.translate(_ALIGNED)
