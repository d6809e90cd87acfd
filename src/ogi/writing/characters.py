"""Characters that no office format can hold, and such as steer who shows a text."""

from ogi.expression import expression

_HELD = "[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # not, by XML
_STEERING = "\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # terminals, and the order
_FORBIDDEN = expression(f"{_HELD}|[{_STEERING}]")


def clean(text: str, gap: str = "") -> str:
    """Return a text without controls, halves of characters and what turns its order round."""
    return _FORBIDDEN.sub(gap, text)
