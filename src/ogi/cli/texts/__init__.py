"""Every sentence of the command line's help, in Chinese and in English.

Each command has a module here. What a command says of a report is Chinese only: it is
written for the organ.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

Say = Callable[[str], str]
LANGUAGES = ("zh", "en")


@cache
def texts() -> dict[str, tuple[str, str]]:
    """Return every text by its key, in Chinese and in English; a key stands once."""
    collected: dict[str, tuple[str, str]] = {}
    for module in iter_modules(__path__):
        more = import_module(f"{__name__}.{module.name}").TEXTS
        assert not collected.keys() & more.keys(), f"{module.name} repeats a key"
        collected.update(more)
    return collected


def saying(language: str) -> Say:
    """Return the function that says a text in a language."""
    number = LANGUAGES.index(language)

    def say(key: str) -> str:
        return texts()[key][number]

    return say
