"""Where data stands: in the package, and in the folder of a place (本地数据)."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from fnmatch import fnmatch
from functools import lru_cache, update_wrapper
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

from ogi.data.nearness import near
from ogi.errors import DataFault, DataFileError

P = ParamSpec("P")
R = TypeVar("R")

PACKAGE = Path(__file__).parent.parent

# What a place may have, and what it may do there: add files of its own (`"file"`), or add
# entries to a mapping of the package's file, under these keys (`()` is the file itself).
ADDITIONS: dict[str, str | tuple[str, ...]] = {
    "casework/outcomes.yaml": ("outcomes",),
    "casework/roles.yaml": "file",
    "form/*.yaml": "file",
    "law/configured.yaml": "file",
    "law/instruments.yaml": (),
    "law/organ_rules.yaml": "file",
    "letters/forms/*.yaml": "file",
    "workdays/*.yaml": "file",
    "workdays/regions/*.yaml": "file",
}


class Locality:
    """The package's data, with what a folder adds to it; and what was made from it.

    `made` has the results of each function, `kinds` the type that each file was read as,
    `given` the field of it that the name of an entry, or of the file, stands for.
    """

    def __init__(self, folder: Path | None = None, files: Mapping[str, Path] | None = None) -> None:
        self.folder = folder
        self.made: dict[Callable[..., Any], Callable[..., Any]] = {}
        self.kinds: dict[str, Any] = {}
        self.given: dict[str, str] = {}
        self.files = dict(_files(folder)) if files is None and folder else dict(files or {})

    def file(self, name: str) -> Path | None:
        """Return the file that the place has under a name, such as `workdays/2027.yaml`."""
        return self.files.get(name)

    def content(self, path: Path) -> bytes:
        """Return what a file of the package or of the place holds."""
        return path.read_bytes()


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        fault = DataFault(str(folder), 0, (), "没有这个文件夹，本地数据读不到")
        raise DataFileError(faults=(fault,))
    found = files_of(folder)
    if faults := tuple(misplaced(found)):
        raise DataFileError(faults=faults)
    return found


def files_of(folder: Path) -> dict[str, Path]:
    """Return the files of data in a folder, by the name that each has there."""
    paths = [path for path in sorted(folder.rglob("*.y*ml")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path
        for path in paths
        if path.suffix in (".yaml", ".yml")
    }


def misplaced(files: Mapping[str, Path]) -> Iterator[DataFault]:
    """Yield the files of a place that are none that a place may have."""
    for name, path in files.items():
        if addition(name) is None:
            says = f"本地数据里没有这样的文件{near(name, ADDITIONS)}"
            yield DataFault(str(path), 0, (), says)


def addition(name: str) -> str | tuple[str, ...] | None:
    """Return what a place may do with the file of that name; None where it may have none."""
    depth = name.count("/")
    for pattern, allowed in ADDITIONS.items():
        if pattern.count("/") == depth and fnmatch(name, pattern):
            return allowed
    return None


_current: ContextVar[Locality | None] = ContextVar("place of data", default=None)


def locality() -> Locality:
    """Return the place whose data is used: that of `of_place`, or of OGI_DATA, or none."""
    return _current.get() or _default()


@lru_cache(maxsize=1)
def _default() -> Locality:
    folder = os.environ.get("OGI_DATA")
    return known_place(folder) if folder else Locality()


def known_place(folder: str | Path) -> Locality:
    """Return the place of a folder; the same one as long as no file in it changes."""
    path = Path(folder).resolve()
    stats = ((one, one.stat()) for one in sorted(path.rglob("*.y*ml")))
    return _place(path, tuple((str(one), at.st_mtime_ns, at.st_size) for one, at in stats))


@lru_cache(maxsize=16)
def _place(folder: Path, _: tuple[tuple[str, int, int], ...]) -> Locality:
    return Locality(folder)


@contextmanager
def of_place(folder: str | Path | Locality | None) -> Iterator[Locality]:
    """Use the data of a place inside the block; with None, that which is in use already."""
    chosen = locality() if folder is None else folder
    if not isinstance(chosen, Locality):
        chosen = known_place(chosen)
    token = _current.set(chosen)
    try:
        yield chosen
    finally:
        _current.reset(token)


def use_place(folder: str | Path | None) -> None:
    """Use the data of a place from now on: for a process that works for another one."""
    _current.set(None if folder is None else known_place(folder))


class _FromData(Generic[P, R]):
    """A function whose results are kept for each place."""

    def __init__(self, function: Callable[P, R], maxsize: int | None) -> None:
        self.function = function
        self.maxsize = maxsize
        self.last: tuple[Locality, Callable[P, R]] | None = None
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        place = _current.get() or _default()
        last = self.last
        if last is None or last[0] is not place:
            kept = place.made.get(self.function)
            if kept is None:
                kept = place.made.setdefault(self.function, lru_cache(self.maxsize)(self.function))
            self.last = last = (place, kept)
        return last[1](*args, **kwargs)

    def cache_clear(self) -> None:
        """Forget what was made from the data of the place in use."""
        locality().made.pop(self.function, None)
        self.last = None


def from_data(function: Callable[P, R]) -> _FromData[P, R]:
    """Keep what a function makes from data, once for each place; instead of functools.cache."""
    return _FromData(function, None)


def some_from_data(maxsize: int) -> Callable[[Callable[P, R]], _FromData[P, R]]:
    """Keep the last results of a function that goes by data; instead of functools.lru_cache."""
    return lambda function: _FromData(function, maxsize)
