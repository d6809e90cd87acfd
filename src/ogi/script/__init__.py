"""Traditional and simplified characters (繁简).

OpenCC converts a text; loading its dictionaries costs more than reading a report, so what
tells that there is nothing to convert stands in a file that is made from them.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from ogi.data import Struct, from_data, load

if TYPE_CHECKING:
    from opencc import OpenCC


class Characters(Struct):
    """What the dictionaries say of single characters.

    signs    the characters of which a text has one, if it is not simplified throughout
    written  how a simplified character is written in traditional script, pair after pair:
             by the standard of OpenCC, then where Taiwan and where Hong Kong differ from it
    """

    signs: str
    written: tuple[str, ...]


@from_data
def characters() -> Characters:
    """Return what is on file of single characters."""
    return load("script/characters.yaml", Characters)


@from_data
def written() -> tuple[Mapping[str, str], ...]:
    """Return how simplified characters are written in traditional script, standard by standard."""
    return tuple(dict(zip(one[::2], one[1::2], strict=True)) for one in characters().written)


@from_data
def _signs() -> frozenset[str]:
    return frozenset(characters().signs)


def simplified(text: str) -> str:
    """Return a text in simplified characters.

    >>> simplified("總體情況")
    '总体情况'
    """
    return text if _signs().isdisjoint(text) else str(converter("t2s").convert(text))


@cache
def converter(name: str) -> "OpenCC":
    """Return a converter of OpenCC, such as `tw2sp`: into the words of the mainland as well."""
    from opencc import OpenCC

    return OpenCC(name)
