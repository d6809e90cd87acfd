"""Fields of forms and references: what two of them print beside each other is not one number."""

from ogi.expression import expression

EDGE = "\ufdd0"  # no character: where a field begins or ends
_NUMBERS = expression(rf"[\d\s.,{EDGE}]+")
_BETWEEN = expression(rf"(?<=\d){EDGE}+(?=\d)")


def parted(text: str) -> str:
    """Return a text without the edges of fields; digits that they part stay apart.

    In words a field is a part of what it stands in: 20[23]年 is a year.

    >>> parted(f"{EDGE}1{EDGE}{EDGE}2{EDGE}"), parted(f"20{EDGE}23{EDGE}年")
    ('1 2', '2023年')
    """
    if EDGE not in text:
        return text
    if _NUMBERS.fullmatch(text):
        text = _BETWEEN.sub(" ", text)
    return text.replace(EDGE, "")
