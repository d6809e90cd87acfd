"""Regular expressions that are compiled when a text may match, not when a module is loaded."""

import re
from functools import cache
from typing import Any, AnyStr, Generic, cast

from ogi.needed import needed


class Expression(Generic[AnyStr]):
    """Stands for a compiled pattern, and becomes one when a text may match it.

    Until then a text that holds none of the words that every match must hold is answered
    without the pattern: to look for some words costs little, to compile a pattern much.
    """

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._given = flags
        self._needed: tuple[str, ...] | None = None

    def search(self, text: AnyStr, *within: int) -> re.Match[AnyStr] | None:
        """Search as the compiled pattern does."""
        return self._compiled().search(text, *within) if self._may_match(text) else None

    def match(self, text: AnyStr, *within: int) -> re.Match[AnyStr] | None:
        """Match the beginning as the compiled pattern does."""
        return self._compiled().match(text, *within) if self._may_match(text) else None

    def fullmatch(self, text: AnyStr, *within: int) -> re.Match[AnyStr] | None:
        """Match the whole as the compiled pattern does."""
        return self._compiled().fullmatch(text, *within) if self._may_match(text) else None

    def finditer(self, text: AnyStr, *within: int) -> Any:
        """Find all matches as the compiled pattern does."""
        return self._compiled().finditer(text, *within) if self._may_match(text) else iter(())

    def findall(self, text: AnyStr, *within: int) -> list[Any]:
        """Find the texts of all matches as the compiled pattern does."""
        return self._compiled().findall(text, *within) if self._may_match(text) else []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._compiled(), name)

    def _may_match(self, text: AnyStr) -> bool:
        if self._needed is None:
            same = isinstance(self.pattern, str) and not self._given & ~_SAME_WORDS
            self._needed = needed(str(self.pattern)) if same else ()
        return not self._needed or any(word in text for word in self._needed)  # type: ignore[operator]

    def _compiled(self) -> re.Pattern[AnyStr]:
        """Compile the pattern; from now on it answers itself."""
        compiled = re.compile(self.pattern, self._given)
        self.__dict__.update((one, getattr(compiled, one)) for one in _PUBLIC)
        return compiled


_PUBLIC = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))
_SAME_WORDS = re.ASCII | re.MULTILINE | re.DOTALL  # flags that leave words as they are


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what does as `re.compile` does, once it is used.

    >>> expression("[0-9]+").findall("第7条、第8条")
    ['7', '8']
    """
    return cast("re.Pattern[AnyStr]", _kept(pattern, flags))


@cache
def _kept(pattern: Any, flags: int) -> "Expression[Any]":
    return Expression(pattern, flags)
