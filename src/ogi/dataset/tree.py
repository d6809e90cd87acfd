"""The documents of a directory tree, always in the same order."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ogi.reading import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Tree:
    """A directory tree: files with these suffixes are documents, each within the limits."""

    folder: Path
    suffixes: Collection[str]
    limits: Limits = DEFAULT_LIMITS

    def documents(self) -> Iterator[Path]:
        """Yield the documents, folder by folder, by name.

        Hidden files and folders and the lock files of office programs are none.
        """
        for place, folders, names in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not _is_hidden(name))
            for name in sorted(names):
                if not _is_hidden(name) and Path(name).suffix.lower() in self.suffixes:
                    yield Path(place, name)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
