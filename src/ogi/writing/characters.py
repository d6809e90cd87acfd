"""Characters that no office format can hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without what XML cannot hold: controls, halves of characters."""
    return _FORBIDDEN.sub("", text)
