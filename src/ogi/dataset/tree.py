"""The documents of a directory tree, each within the limits."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ogi.folders import Entry, documents
from ogi.reading import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Tree:
    """A directory tree: files with these suffixes are documents, each within the limits."""

    folder: Path
    suffixes: Collection[str]
    limits: Limits = DEFAULT_LIMITS

    def documents(self) -> Iterator[Entry]:
        """Yield the documents, and what cannot be looked into."""
        return documents(self.folder, self.suffixes)
