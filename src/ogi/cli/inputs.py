"""What is to be read: files, the files of directories, standard input."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from ogi.cli.output import keep
from ogi.errors import ReadingError
from ogi.expression import expression
from ogi.folders import Entry, documents
from ogi.formats import COLLECTED, PICTURES
from ogi.page_names import documents_of
from ogi.system import visible

_UNFIT = expression(r"[\x00-\x1f\\/:*?\"<>|#]+")
_LONGEST = 80
_MOST_BYTES = 180  # of a name: systems take 255, and more is put after it


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read; `data` is filled for standard input, else `path` says where it is.

    `pages` are pictures of one document, whose folder is `path`. `trouble` is a Chinese
    sentence where there is nothing to read.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    trouble: str = ""
    pages: tuple[Path, ...] = ()


def expand(words: Iterable[str], most: int) -> list[Input]:
    """Return what the words of a command line stand for, each file once.

    No more than `most` bytes of standard input, and one, are read: enough to refuse it.
    """
    found: dict[Path | str, Input] = {}
    for word in words:
        for one in _expand(word, most):
            found.setdefault(one.path or one.name, one)
    keep(*(path for one in found.values() for path in one.pages or [one.path] if path))
    return list(found.values())


def _expand(word: str, most: int) -> Iterator[Input]:
    if word == "-":
        yield Input("-", data=sys.stdin.buffer.read(most + 1))
        return
    path = Path(word)
    if not _is_folder(path):
        yield Input(visible(word), path)
        return
    inside = sorted(documents(path, COLLECTED), key=lambda one: one.path)
    if not inside:
        trouble = "目录里没有PDF、Word、Excel、网页、文本、图片、邮件或者ZIP文件"
        yield Input(visible(word), trouble=trouble)
    for folder, entries in groupby(inside, lambda one: one.path.parent):
        yield from _in_folder(folder, list(entries))


def _in_folder(folder: Path, entries: Sequence[Entry]) -> Iterator[Input]:
    """Yield the documents of a folder; numbered pictures, and nothing else, are pages."""
    names = [one.path.name for one in entries]
    alone = all(one.path.suffix.lower() in PICTURES and not one.trouble for one in entries)
    sets = list(documents_of(names)) if alone and len(names) > 1 else []
    if not sets or not all(known.counted for known in sets):
        for one in entries:
            name = visible(one.path)
            yield Input(name, trouble=one.trouble) if one.trouble else Input(name, one.path)
        return
    for known in sets:
        pages = tuple(folder / name for name in known.names)
        path = folder if len(sets) == 1 else pages[0]
        yield Input(visible(path), path, pages=pages if len(pages) > 1 else ())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # opening it says why


def load(one: Input, most: int) -> bytes:
    """Return the bytes of an input, at most so many; raises ReadingError."""
    from ogi.reading import load as load_file
    from ogi.reading.limits import Limits

    if one.trouble:
        raise ReadingError(one.trouble)
    if one.path is None:
        return one.data or b""
    if one.pages:
        return _together([(page, load_file(page, limits=Limits(bytes=most))) for page in one.pages])
    return load_file(one.path, limits=Limits(bytes=most))


def _together(pages: Iterable[tuple[Path, bytes]]) -> bytes:
    """Return pages as an archive, which is read as one of scans is."""
    from zipfile import ZipFile

    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path, data in pages:
            archive.writestr(path.name, data)
    return packed.getvalue()


def unique_names(inputs: Sequence[Input]) -> dict[Input, str]:
    """Return a name for what is written of each input: its own, with its folder if need be."""
    stems = Counter(_stem(one) for one in inputs)
    names: dict[Input, str] = {}
    taken: set[str] = set()
    for one in inputs:
        base = _stem(one)
        if stems[base] > 1:  # source.txt in many folders: the folder tells them apart
            base = f"{Path(one.name).absolute().parent.name}-{base}"
        names[one] = free(fit(base), taken)
    return names


def free(stem: str, taken: set[str]) -> str:
    """Return a name no system takes for one of those given before, and note it."""
    name, number = stem, 2
    while _alike(name) in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(_alike(name))
    return name


def _alike(name: str) -> str:
    return normalize("NFC", name).casefold()


def fit(stem: str) -> str:
    """Return a name short enough for every system; what is cut off leaves a digest."""
    raw = stem.encode("utf-8", "replace")
    if len(raw) <= _MOST_BYTES:
        return stem
    return f"{raw[: _MOST_BYTES - 9].decode('utf-8', 'ignore')}-{_digest(raw)}"


def _digest(raw: bytes) -> str:
    from hashlib import sha256

    return sha256(raw).hexdigest()[:8]


@dataclass
class Targets:
    """Where what is made of inputs is written: a path each, and more for those with members."""

    paths: dict[Input, Path]
    stems: frozenset[str] = field(init=False)
    taken: dict[Input, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note the names of all inputs once."""
        self.stems = frozenset(_alike(path.stem) for path in self.paths.values())

    def of(self, found: str, one: Input) -> Path:
        """Return the path for a report found in an input, another one for each."""
        path, inside = self.paths[one], name_inside(found, one)
        stem = fit(f"{path.stem}-{inside}") if inside else path.stem
        if inside and self._may_be_anothers(_alike(stem), len(_alike(path.stem))):
            stem = f"{stem}-{_digest(found.encode('utf-8', 'replace'))}"
        stem = free(stem, self.taken.setdefault(one, set()))
        return path.with_name(f"{stem}{path.suffix}")

    def _may_be_anothers(self, stem: str, own: int) -> bool:
        """Tell whether another input may write under this name: 甲.zip holds 乙, and 甲-乙.zip."""
        ends = [at for at, character in enumerate(stem) if character == "-" and at > own]
        return any(stem[:end] in self.stems for end in (*ends, len(stem)))


def name_inside(name: str, one: Input) -> str:
    """Return the part of a report's name that lies within the input, fit for a file name.

    >>> name_inside("2024.zip/甲局/年报.docx#2", Input("2024.zip"))
    '甲局-年报.docx-2'
    """
    inside = name.removeprefix(one.name).lstrip("/#")
    return _UNFIT.sub("-", visible(inside))[-_LONGEST:].strip("-. ")


def _stem(one: Input) -> str:
    return Path(one.name).stem if one.path else "stdin"
