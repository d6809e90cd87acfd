"""Characters that no office format can hold."""

from ogi.expression import expression

_FORBIDDEN = expression("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without what XML cannot hold: controls, halves of characters."""
    return _FORBIDDEN.sub("", text)
