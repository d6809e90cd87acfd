"""Years as texts name them."""

from ogi.expression import expression

_DIGITS = dict(zip("〇○零一二三四五六七八九", (0, 0, *range(10)), strict=True))
_YEAR = expression(r"(?<!\d)(20\d{2})(?!\d)|(二[〇○零][〇○零一二三四五六七八九]{2})")


def year_in(text: str) -> int | None:
    """Return the first year that a text names.

    >>> year_in("二〇二三年度"), year_in("2023年"), year_in("年度报告")
    (2023, 2023, None)
    """
    match = _YEAR.search(text)
    if match is None:
        return None
    if match[1]:
        return int(match[1])
    return int("".join(str(_DIGITS[character]) for character in match[2]))
