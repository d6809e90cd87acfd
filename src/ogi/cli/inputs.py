"""What is to be read: files, the files of directories, standard input."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ogi.errors import ReadingError

SUFFIXES = frozenset(
    """
    .pdf .docx .doc .wps .rtf .odt .fodt .xlsx .xls .et .ods .html .htm .mht .mhtml
    .md .txt .text .zip .eml .png .jpg .jpeg .tif .tiff .bmp .webp
    """.split()  # noqa: SIM905 - thirty suffixes read better as words
)
_UNFIT = re.compile(r"[\x00-\x1f\\/:*?\"<>|#]+")
_LONGEST = 80
_BESIDE_PAGES = ("_files", ".files")


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read; `data` is filled for standard input, else `path` says where it is.

    `trouble` is a Chinese sentence where there is nothing to read.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    trouble: str = ""


def expand(words: Iterable[str], most: int) -> list[Input]:
    """Return what the words of a command line stand for, each file once.

    No more than `most` bytes of standard input, and one, are read: enough to refuse it.
    """
    found: dict[Path | str, Input] = {}
    for word in words:
        for one in _expand(word, most):
            found.setdefault(one.path or one.name, one)
    return list(found.values())


def _expand(word: str, most: int) -> Iterator[Input]:
    if word == "-":
        yield Input("-", data=sys.stdin.buffer.read(most + 1))
        return
    path = Path(word)
    if not path.is_dir():
        yield Input(word, path)
        return
    inside = sorted(one for one in path.rglob("*") if _is_document(one, path))
    if not inside:
        yield Input(word, trouble="目录里没有PDF、Word、Excel、网页、文本、图片、邮件或者ZIP文件")
    yield from (Input(str(one), one) for one in inside)


def _is_document(path: Path, folder: Path) -> bool:
    """Tell whether a file of a directory is a document.

    Hidden and lock files are none, nor what a browser saves beside a page.
    """
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith((".", "~$")) for part in parts)
    beside = any(part.lower().endswith(_BESIDE_PAGES) for part in parts[:-1])
    return not (hidden or beside) and path.suffix.lower() in SUFFIXES and path.is_file()


def load(one: Input, most: int) -> bytes:
    """Return the bytes of an input, at most so many; raises ReadingError."""
    from ogi.reading import load as load_file
    from ogi.reading.limits import Limits

    if one.trouble:
        raise ReadingError(one.trouble)
    if one.path is None:
        return one.data or b""
    return load_file(one.path, limits=Limits(bytes=most))


def unique_names(inputs: Sequence[Input]) -> dict[Input, str]:
    """Return a name for what is written of each input: its own, with its folder if need be."""
    stems = Counter(_stem(one) for one in inputs)
    names: dict[Input, str] = {}
    taken: set[str] = set()
    for one in inputs:
        base = _stem(one)
        if stems[base] > 1:  # source.txt in many folders: the folder tells them apart
            base = f"{Path(one.name).absolute().parent.name}-{base}"
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        names[one] = name
    return names


def name_inside(name: str, one: Input) -> str:
    """Return the part of a report's name that lies within the input, fit for a file name.

    >>> name_inside("2024.zip/甲局/年报.docx#2", Input("2024.zip"))
    '甲局-年报.docx-2'
    """
    inside = name.removeprefix(one.name).lstrip("/#")
    return _UNFIT.sub("-", inside)[-_LONGEST:].strip("-. ")


def _stem(one: Input) -> str:
    return Path(one.name).stem if one.path else "stdin"
