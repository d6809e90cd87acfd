"""From a file to a report: tell the format, read the document, match it with the form."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ogi.errors import LimitError, ReadingError
from ogi.form import AnnualReport, Source
from ogi.reading.detect import detect
from ogi.reading.document import Document
from ogi.reading.found import Found
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.matching import match

_READERS = {
    "text": ("ogi.reading.text", "read_text"),
    "markdown": ("ogi.reading.text", "read_markdown"),
    "html": ("ogi.reading.html", "read_html"),
    "docx": ("ogi.reading.docx", "read_docx"),
    "xlsx": ("ogi.reading.workbook", "read_workbook"),
    "xls": ("ogi.reading.workbook", "read_workbook"),
    "pdf": ("ogi.reading.pdf", "read_pdf"),
}


def read(path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> AnnualReport:
    """Read the annual report in a file.

    Raises ReadingError, with a Chinese sentence, when there is none to be read.
    """
    path = Path(path)
    return read_bytes(load(path, limits=limits), path.name, limits=limits)


def read_all(path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Found]:
    """Yield every report in a file, and an error for each part that could not be read."""
    path = Path(path)
    try:
        data = load(path, limits=limits)
    except ReadingError as error:
        yield Found(path.name, error=error)
        return
    yield from read_all_bytes(data, path.name, limits=limits)


def read_all_bytes(
    data: bytes, name: str = "", *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Found]:
    """Yield every report in the bytes of a document or a container of documents."""
    try:
        yield Found(name, read_bytes(data, name, limits=limits))
    except ReadingError as error:
        yield Found(name, error=error)


def load(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a file; raises ReadingError when it is too large or not there."""
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            raise _too_large(size, limits)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"打不开这个文件（{error.strerror}）。核对文件名和读取权限") from error


def _too_large(size: int, limits: Limits) -> LimitError:
    return LimitError(
        f"文件有{size:,}字节，超过上限{limits.bytes:,}字节。可以拆分文件，或用 --max-bytes 调高上限"
    )


def read_bytes(data: bytes, name: str = "", *, limits: Limits = DEFAULT_LIMITS) -> AnnualReport:
    """Read the annual report in the bytes of a document; `name` is kept as its source."""
    started = time.perf_counter()
    document = read_document(data, limits=limits)
    report = match(document)
    seconds = time.perf_counter() - started
    return replace(report, source=Source(name, document.format, seconds))


def read_document(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read bytes of any known format into a neutral document.

    Raises ReadingError; each format's reader is imported only when it is needed.
    """
    if len(data) > limits.bytes:
        raise _too_large(len(data), limits)
    return _reader(detect(data))(data, limits)


def _reader(kind: str) -> Callable[[bytes, Limits], Document]:
    """Return the reader of a format, imported only when it is needed."""
    module, name = _READERS[kind]
    reader: Callable[[bytes, Limits], Document] = getattr(import_module(module), name)
    return reader
