"""Regular expressions that are compiled when they are first used, not when a module is loaded."""

import re
from typing import Any, AnyStr, Generic, cast


class Expression(Generic[AnyStr]):
    """Stands for a compiled pattern, and becomes one as soon as anything is asked of it."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._given)
        self.__dict__.update((one, getattr(compiled, one)) for one in _PUBLIC)
        return getattr(compiled, name)


_PUBLIC = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what does as `re.compile` does, once it is used.

    >>> expression("[0-9]+").findall("第7条、第8条")
    ['7', '8']
    """
    return cast("re.Pattern[AnyStr]", Expression(pattern, flags))
