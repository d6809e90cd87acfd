"""From a file to reports: tell the format, read the document, match it with the form."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ogi.apart import alive
from ogi.errors import ReadingError, UnsupportedFormatError
from ogi.form import AnnualReport, Source
from ogi.formats import code, format_of
from ogi.reading.containers import Member, documents_in, is_container
from ogi.reading.detect import detect
from ogi.reading.document import Document
from ogi.reading.found import Found
from ogi.reading.limits import DEFAULT_LIMITS, Limits, too_large
from ogi.reading.matching import match_all
from ogi.reading.sifting import several, sift
from ogi.reading.structured import read_report
from ogi.system import said


def read(path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> AnnualReport:
    """Read the annual report in a file.

    Raises ReadingError, with a Chinese sentence, when there is none to be read, or several.
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


def load(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a file; raises ReadingError when it is too large or not there."""
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            raise too_large(size, limits)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"打不开这个文件（{said(error)}）。核对文件名和读取权限") from error


def read_bytes(data: bytes, name: str = "", *, limits: Limits = DEFAULT_LIMITS) -> AnnualReport:
    """Read the annual report in the bytes of a document; `name` is kept as its source.

    A container (ZIP, e-mail) may hold it, if only one. Raises ReadingError.
    """
    found = list(read_all_bytes(data, name, limits=limits))
    reports = [one.report for one in found if one.report is not None]
    errors = [one for one in found if one.error is not None]
    if len(reports) > 1:
        raise ReadingError(several(found))
    if not reports:
        raise next(one.error for one in errors if one.error is not None)
    left_out = tuple(f"{one.name}没有读成：{one.error}" for one in errors)
    return replace(reports[0], remarks=(*reports[0].remarks, *left_out))


def read_all_bytes(
    data: bytes, name: str = "", *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Found]:
    """Yield every report in the bytes of a document or of a container of documents.

    What could not be read is yielded as an error, and costs the others nothing.
    """
    return (found for found, _ in read_members(data, name, limits=limits))


def read_members(
    data: bytes, name: str = "", *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[tuple[Found, Member]]:
    """Yield what `read_all_bytes` yields, each with the document in which it stands."""
    return sift(documents_in(data, name, limits), name, lambda one: _read_member(one, limits))


def _read_member(member: Member, limits: Limits) -> Iterator[Found]:
    """Yield the reports in a document; raises ReadingError where there is none."""
    started = time.perf_counter()
    if member.kind == "json":
        report = read_report(member.data)
        source = Source(member.name, member.kind, time.perf_counter() - started)
        yield Found(member.name, replace(report, source=source))
        return
    document = _reader(member.kind)(member.data, limits)
    reports = match_all(document)
    seconds = (time.perf_counter() - started) / len(reports)
    for number, report in enumerate(reports, 1):
        alive()
        name = member.name if len(reports) == 1 else f"{member.name}#{number}"
        yield Found(name, replace(report, source=Source(name, document.format, seconds)))


def read_document(data: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read bytes of any known format into a neutral document.

    Raises ReadingError; each format's reader is imported only when it is needed.
    """
    if len(data) > limits.bytes:
        raise too_large(len(data), limits)
    kind = detect(data)
    if is_container(kind):
        raise UnsupportedFormatError("这是压缩包或者邮件，里面的文件要逐个读取。")
    return _reader(kind)(data, limits)


def _reader(kind: str) -> Callable[[bytes, Limits], Document]:
    """Return the reader of a format, imported only when it is needed."""
    reader: Callable[[bytes, Limits], Document] = code(format_of(kind).reader)
    return reader
