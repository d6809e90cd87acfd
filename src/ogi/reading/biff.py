"""The records of an XLS (BIFF8, Excel 97 to 2003): sheets, values, merged cells.

An own reader, because a damaged XLS brings the one of python-calamine to take all the
memory there is, which no caller can catch.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ogi.errors import EncryptedError, UnsupportedFormatError
from ogi.reading.limits import Limits
from ogi.reading.serials import Formats
from ogi.reading.sheets import Area, Sheet

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_FILEPASS, _DATEMODE, _BOUNDSHEET, _SST = 0x002F, 0x0022, 0x0085, 0x00FC
_FORMAT, _XF, _STRING, _MERGED = 0x041E, 0x00E0, 0x0207, 0x00E5
_FONT, _UNUSED_FONT = 0x0031, 4  # no font has the number 4
_LABELSST, _LABEL, _RSTRING = 0x00FD, 0x0204, 0x00D6
_RK, _MULRK, _NUMBER, _FORMULA, _BOOLERR = 0x027E, 0x00BD, 0x0203, 0x0006, 0x0205
_BIFF8 = 0x0600
_WORKSHEET = 0
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}

Record = tuple[int, list[bytes]]  # its kind, and its body with those that continue it


@dataclass(slots=True)
class _Book:
    """What the sheets have in common, and where each of them begins."""

    strings: list[str] = field(default_factory=list)
    raised: list[bool] = field(default_factory=list)  # for each font
    formats: Formats = field(default_factory=Formats)
    sheets: list[tuple[Sheet, int]] = field(default_factory=list)


def read_xls(stream: bytes, limits: Limits) -> list[Sheet]:
    """Read the worksheets from the workbook stream of an XLS."""
    book = _read_globals(stream)
    for sheet, start in book.sheets:
        if sheet.is_visible:
            _read_sheet(sheet, book, _records(stream, start), limits)
    return [sheet for sheet, _ in book.sheets]


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a substream, without those of charts nested in it."""
    depth, at = 0, start
    pending: Record | None = None
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        body = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _CONTINUE and pending:
            pending[1].append(body)
            continue
        if pending:
            yield pending
        pending = (kind, [body]) if depth == 1 or kind == _BOF else None
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            break
    if pending:
        yield pending


def _read_globals(stream: bytes) -> _Book:
    book = _Book()
    for kind, bodies in _records(stream, 0):
        body = bodies[0]
        if kind == _BOF and len(body) >= 2 and struct.unpack_from("<H", body)[0] != _BIFF8:
            raise UnsupportedFormatError("这是Excel 95或者更早的XLS，不能读取。另存为XLSX后再读。")
        if kind == _FILEPASS:
            raise EncryptedError("文件设有打开密码，不能读取。取消密码后另存再读。")
        if kind == _FONT and len(body) >= 10:
            book.raised += [False] * (len(book.raised) == _UNUSED_FONT)
            book.raised.append(struct.unpack_from("<H", body, 8)[0] == 1)
        elif kind == _SST:
            book.strings = list(_shared_strings(bodies, book.raised))
        elif kind == _XF and len(body) >= 4:
            book.formats.styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _FORMAT and len(body) >= 5:
            book.formats.codes[struct.unpack_from("<H", body)[0]] = _Strings([body[2:]]).read()
        elif kind == _DATEMODE:
            book.formats.from_1904 = body[:1] == b"\x01"
        elif kind == _BOUNDSHEET and len(body) >= 8 and body[5] == _WORKSHEET:
            name = _Strings([body[6:]]).read(short=True)
            sheet = Sheet(name, is_visible=body[4] & 3 == 0)
            book.sheets.append((sheet, struct.unpack_from("<I", body)[0]))
    return book


def _read_sheet(sheet: Sheet, book: _Book, records: Iterator[Record], limits: Limits) -> None:
    waiting: tuple[int, int] | None = None  # a formula whose text is in the next record
    for kind, bodies in records:
        body = bodies[0]
        if kind == _STRING and waiting:
            sheet.cells[waiting] = _Strings(bodies).read()
        elif kind == _MERGED:
            sheet.merged += _areas(body)
        elif len(body) >= 6:
            row, column, style = struct.unpack_from("<3H", body)
            waiting = (row, column) if kind == _FORMULA else None
            for offset, text in _values(kind, bodies, style, book):
                sheet.cells[row, column + offset] = text
        sheet.check(limits)


def _areas(body: bytes) -> Iterator[Area]:
    for at in range(2, len(body) - 7, 8):
        top, bottom, left, right = struct.unpack_from("<4H", body, at)
        yield (top, left), (bottom, right)


def _values(kind: int, bodies: list[bytes], style: int, book: _Book) -> Iterator[tuple[int, str]]:
    """Yield what a record of cells prints, each with its distance from the first column."""
    body = bodies[0]
    if kind == _LABELSST and len(body) >= 10:
        number = struct.unpack_from("<I", body, 6)[0]
        yield 0, book.strings[number] if number < len(book.strings) else "\ufffd"
    elif kind in (_LABEL, _RSTRING):
        yield 0, _Strings([body[6:], *bodies[1:]]).read()
    elif kind == _RK and len(body) >= 10:
        yield 0, book.formats.shown(style, _rk(body, 6))
    elif kind == _MULRK:
        for offset, at in enumerate(range(4, len(body) - 7, 6)):
            yield (
                offset,
                book.formats.shown(struct.unpack_from("<H", body, at)[0], _rk(body, at + 2)),
            )
    elif kind == _NUMBER and len(body) >= 14:
        yield 0, book.formats.shown(style, struct.unpack_from("<d", body, 6)[0])
    elif kind == _BOOLERR and len(body) >= 8:
        yield 0, _bool_or_error(body[6], is_error=bool(body[7]))
    elif kind == _FORMULA and len(body) >= 14:
        if body[12:14] != b"\xff\xff":
            yield 0, book.formats.shown(style, struct.unpack_from("<d", body, 6)[0])
        elif body[6] in (1, 2):
            yield 0, _bool_or_error(body[8], is_error=body[6] == 2)


def _bool_or_error(value: int, is_error: bool) -> str:
    return _ERRORS.get(value, "#N/A") if is_error else ("TRUE" if value else "FALSE")


def _rk(body: bytes, at: int) -> float:
    """Return a number that was packed into four bytes."""
    packed = struct.unpack_from("<I", body, at)[0]
    if packed & 2:
        value = float(struct.unpack_from("<i", body, at)[0] >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & ~3) << 32))[0]
    return value / 100 if packed & 1 else value


def _shared_strings(bodies: list[bytes], raised: Sequence[bool]) -> Iterator[str]:
    if len(bodies[0]) < 8:
        return
    count = struct.unpack_from("<I", bodies[0], 4)[0]
    strings = _Strings([bodies[0][8:], *bodies[1:]])
    for _ in range(count):
        if strings.is_at_end():
            return
        text = strings.read()
        yield _noted(text, strings.runs, raised) if strings.runs else text


def _noted(text: str, runs: Sequence[tuple[int, int]], raised: Sequence[bool]) -> str:
    """Set what stands above the line in brackets: a note is none of the digits before it."""
    starts = [0, *(start for start, _ in runs), len(text)]
    fonts = [None, *(font for _, font in runs)]
    pieces = []
    for (start, end), font in zip(pairwise(starts), fonts, strict=True):
        piece = text[start:end]
        is_note = font is not None and font < len(raised) and raised[font] and piece.strip()
        pieces.append(f"[{piece.strip()}]" if is_note else piece)
    return "".join(pieces)


class _Strings:
    """Strings one after the other, in a body that other records continue."""

    def __init__(self, bodies: list[bytes]) -> None:
        self.bodies = bodies
        self.number = 0
        self.at = 0
        self.runs: list[tuple[int, int]] = []  # of the last string: where which font begins

    def is_at_end(self) -> bool:
        while self.number < len(self.bodies) and self.at >= len(self.bodies[self.number]):
            self.number, self.at = self.number + 1, 0
        return self.number >= len(self.bodies)

    def read(self, short: bool = False) -> str:
        """Read a string: its length, how it is packed, what decorates it, its characters."""
        length = self._integer(1 if short else 2)
        flags = self._integer(1)
        runs = self._integer(2) if flags & 8 else 0
        extra = self._integer(4) if flags & 4 else 0
        pieces: list[str] = []
        while length > 0 and not self.is_at_end():
            width = 1 + (flags & 1)
            body = self.bodies[self.number]
            piece = body[self.at : self.at + length * width]
            pieces.append(piece.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            self.at += max(len(piece), 1)
            length -= max(len(piece) // width, 1)
            if length > 0 and not self.is_at_end():
                flags = self._integer(1)  # what is continued says anew how it is packed
        self.runs = [(self._integer(2), self._integer(2)) for _ in range(runs)]
        self._skip(extra)
        return "".join(pieces)

    def _integer(self, width: int) -> int:
        return int.from_bytes(self._take(width), "little")

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size and not self.is_at_end():
            piece = self.bodies[self.number][self.at : self.at + size - len(taken)]
            self.at += len(piece)
            taken += piece
        return taken

    def _skip(self, size: int) -> None:
        while size > 0 and not self.is_at_end():
            step = min(size, len(self.bodies[self.number]) - self.at)
            self.at += step
            size -= step
