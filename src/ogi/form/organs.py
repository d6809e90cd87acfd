"""Whether two names are of the same organ (同一机关)."""

import unicodedata
from functools import lru_cache

from ogi.expression import expression

_WRITTEN_OR_NOT = expression(r"[\s\u200b\ufeff“”\"'‘’「」『』]")
_SHORT_NAME = expression(r"\((?:以下|下称|以下统称)?(?:简称|称)[^()]*\)")
_BRACKETS = str.maketrans("〔【[〕】]", "((()))")


@lru_cache(maxsize=4096)
def organ_key(name: str | None) -> str:
    """Return a name of an organ without what is written one way or another.

    Blanks and quotes are left out, widths and shapes of brackets made one. What stands in
    brackets is part of the name, since （本级） reports for itself and not for the whole;
    only a short name given there （以下简称…） is none.

    >>> organ_key("云岭县 林业局（本级）") == organ_key("云岭县林业局[本级]")
    True
    >>> organ_key("云岭县林业局（以下简称“县局”）"), organ_key(None)
    ('云岭县林业局', '')
    """
    plain = unicodedata.normalize("NFKC", name or "").translate(_BRACKETS)
    key = _WRITTEN_OR_NOT.sub("", plain)
    while (shorter := _SHORT_NAME.sub("", key)) != key:
        key = shorter
    return key


def same_organ(one: str | None, other: str | None) -> bool:
    """Say whether two names are of the same organ; an unknown name is that of none."""
    return bool(organ_key(one)) and organ_key(one) == organ_key(other)
