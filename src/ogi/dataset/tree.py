"""The documents of a directory tree, always in the same order."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ogi.reading import DEFAULT_LIMITS, Limits

_BESIDE_PAGES = ("_files", ".files")


@dataclass(frozen=True, slots=True)
class Tree:
    """A directory tree: files with these suffixes are documents, each within the limits."""

    folder: Path
    suffixes: Collection[str]
    limits: Limits = DEFAULT_LIMITS

    def documents(self) -> Iterator[Path]:
        """Yield the documents, folder by folder, by name.

        Hidden files and folders, lock files of office programs, what a browser saves
        beside a page, and what is no file (a pipe, say) are none; a link that leads nowhere
        is one that cannot be opened.
        """
        for place, folders, names in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not _is_apart(name))
            for name in sorted(names):
                path = Path(place, name)
                if self._may_be_document(path) and (path.is_file() or not path.exists()):
                    yield path

    def _may_be_document(self, path: Path) -> bool:
        return not _is_hidden(path.name) and path.suffix.lower() in self.suffixes


def _is_apart(folder: str) -> bool:
    return _is_hidden(folder) or folder.lower().endswith(_BESIDE_PAGES)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
