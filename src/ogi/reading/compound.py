"""OLE compound files (DOC, WPS, XLS, encrypted DOCX): names and streams of the root.

Every chain of sectors is followed with care: a damaged file may lead in circles.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogi.errors import DamagedError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA  # this sector number and those above it mean that there is none
_END = 0xFFFFFFFE  # the chain ends here
_ENTRY = 128
_FIRST_TABLES = 109  # sector numbers of the allocation table that the header holds


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the folder: a stream, a storage or the root."""

    name: str
    siblings: tuple[int, int]
    child: int
    first: int
    size: int


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    sector: int
    mini_sector: int
    mini_limit: int
    table: Sequence[int]

    def chain(self, first: int, table: Sequence[int]) -> Iterator[int]:
        """Follow a chain of sectors to its end; raises DamagedError where it has none."""
        seen: set[int] = set()
        while first != _END:
            if first >= len(table) or first in seen:
                raise _damaged()
            seen.add(first)
            yield first
            first = table[first]

    def read(self, first: int) -> bytes:
        """Return the sectors of a chain, one after the other."""
        return b"".join(self.at(number) for number in self.chain(first, self.table))

    def at(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        return self.data[start : start + self.sector]


def root_names(data: bytes) -> set[str]:
    """Return the names of the streams and storages directly below the root.

    What is embedded in a document (a worksheet in a letter) lies deeper and does not
    count. Raises DamagedError when the folder cannot be followed.
    """
    _, entries = _open(data)
    return {entry.name for entry in _children(entries)}


def root_stream(data: bytes, names: Sequence[str]) -> bytes | None:
    """Return the first stream of the root with one of these names (in lower case)."""
    file, entries = _open(data)
    for entry in _children(entries):
        if entry.name.lower() in names:
            if entry.size >= file.mini_limit:
                return _whole(file.read(entry.first), entry.size)
            return _whole(_read_mini(file, entries[0], entry), entry.size)
    return None


def _read_mini(file: _File, root: _Entry, entry: _Entry) -> bytes:
    """Return a small stream, which lies in small sectors within the stream of the root."""
    start = struct.unpack_from("<I", file.data, 60)[0]
    table = _numbers(file.read(start))
    container = file.read(root.first)
    size = file.mini_sector
    parts = (container[n * size : (n + 1) * size] for n in file.chain(entry.first, table))
    return b"".join(parts)


def _whole(stream: bytes, size: int) -> bytes:
    """Return a stream of a size; raises DamagedError where the file holds less of it."""
    if len(stream) < size:
        raise _damaged()
    return stream[:size]


def _open(data: bytes) -> tuple[_File, list[_Entry]]:
    try:
        shifts = struct.unpack_from("<2H", data, 30)
        first_folder, _, mini_limit = struct.unpack_from("<3I", data, 48)
        sector, mini_sector = (1 << min(shift, 16) for shift in shifts)
        file = _File(data, sector, mini_sector, mini_limit, _allocation(data, sector))
        entries = list(_entries(file.read(first_folder)))
    except struct.error as error:
        raise _damaged() from error
    if not entries:
        raise _damaged()
    return file, entries


def _damaged() -> DamagedError:
    return DamagedError("文件已损坏：复合文档的目录无法读取。用原软件打开后另存再读。")


def _allocation(data: bytes, size: int) -> list[int]:
    """Return the allocation table: for each sector the next one of its chain."""
    numbers = list(struct.unpack_from(f"<{_FIRST_TABLES}I", data, 76))
    further = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    while further < _NONE and further not in seen and (further + 1) * size < len(data):
        seen.add(further)
        start = (further + 1) * size
        *more, further = _numbers(data[start : start + size]) or [_NONE]
        numbers += more
    table: list[int] = []
    for number in dict.fromkeys(n for n in numbers if n < _NONE):
        start = (number + 1) * size
        table += _numbers(data[start : start + size])
    return table


def _numbers(data: bytes) -> list[int]:
    count = len(data) // 4
    return list(struct.unpack(f"<{count}I", data[: count * 4]))


def _entries(folder: bytes) -> Iterator[_Entry]:
    for start in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", folder, start + 64)[0]
        name = folder[start : start + max(0, min(length, 64) - 2)]
        left, right, child = struct.unpack_from("<3I", folder, start + 68)
        first, size = struct.unpack_from("<2I", folder, start + 116)
        yield _Entry(name.decode("utf-16-le", "replace"), (left, right), child, first, size)


def _children(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """Yield the entries directly below the root, a tree of siblings."""
    waiting, seen = [entries[0].child], {0}
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        yield entries[number]
        waiting.extend(entries[number].siblings)
