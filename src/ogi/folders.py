"""The documents of a directory tree, always in the same order; what is shut is named."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ogi.system import said

_BESIDE_PAGES = ("_files", ".files")
_OUTSIDE = "是指向目录之外的链接，没有读。确实要读，直接指明那个文件或者目录"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a tree, or what cannot be looked into: `trouble` says why, in Chinese."""

    path: Path
    trouble: str = ""


def documents(folder: Path, suffixes: Collection[str]) -> Iterator[Entry]:
    """Yield the files with these suffixes, folder by folder, by name.

    Hidden files and folders, lock files of office programs, what a browser saves beside a
    page, and what is no file (a pipe, say) are none; a link that leads nowhere is one that
    cannot be opened. Links out of the tree are named, not followed.
    """
    refused: list[OSError] = []
    inside = folder.resolve()
    for place, folders, names in os.walk(folder, onerror=refused.append):
        yield from _shut(refused)
        for name in folders:
            path = Path(place, name)
            if not _is_apart(name) and path.is_symlink() and not _is_within(path, inside):
                yield Entry(path, _OUTSIDE)
        folders[:] = sorted(name for name in folders if not _is_apart(name))
        for name in sorted(names):
            path = Path(place, name)
            if _is_hidden(name) or path.suffix.lower() not in suffixes:
                continue
            if path.is_symlink() and path.exists() and not _is_within(path, inside):
                yield Entry(path, _OUTSIDE)
            elif _may_be_file(path):
                yield Entry(path)
    yield from _shut(refused)


def _shut(refused: list[OSError]) -> Iterator[Entry]:
    while refused:
        error = refused.pop(0)
        yield Entry(Path(error.filename), f"这个目录打不开，里面的文件都没有读（{said(error)}）")


def _is_within(path: Path, inside: Path) -> bool:
    try:
        return path.resolve().is_relative_to(inside)
    except (OSError, RuntimeError):
        return True  # it leads nowhere: opening it says so


def _may_be_file(path: Path) -> bool:
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True  # opening it says why


def _is_apart(folder: str) -> bool:
    return _is_hidden(folder) or folder.lower().endswith(_BESIDE_PAGES)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
