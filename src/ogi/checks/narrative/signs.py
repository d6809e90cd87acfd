"""Patterns that run only where a word stands that every match of theirs has."""

import re

from ogi.expression import expression
from ogi.needed import needed


class Signed:
    """A pattern, and the words of which a text must have one for it to match."""

    def __init__(self, source: str) -> None:
        self.pattern = expression(source)
        self.signs = needed(source)

    def may_match(self, text: str) -> bool:
        """Say whether a text has one of the words."""
        return not self.signs or any(sign in text for sign in self.signs)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.pattern.search(text) if self.may_match(text) else None
