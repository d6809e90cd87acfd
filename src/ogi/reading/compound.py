"""OLE compound files (DOC, WPS, XLS, encrypted DOCX): the names in their root folder."""

import struct
from collections.abc import Iterator

from ogi.errors import DamagedError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA  # this sector number and those above it mean that there is none
_ENTRY = 128
_STREAM, _STORAGE, _ROOT = 2, 1, 5


def root_names(data: bytes) -> set[str]:
    """Return the names of the streams and storages directly below the root.

    What is embedded in a document (a worksheet in a letter) lies deeper and does not
    count. Raises DamagedError when the folder cannot be followed.
    """
    try:
        entries = list(_entries(data))
        return set(_children(entries, entries[0][2])) if entries else set()
    except (struct.error, IndexError, ValueError) as error:
        raise DamagedError(
            "文件已损坏：复合文档的目录无法读取。请用原软件打开后另存再读。"
        ) from error


def _sector(data: bytes, number: int, size: int) -> bytes:
    start = (number + 1) * size
    if number >= _NONE or start >= len(data):
        raise ValueError(f"sector {number} is outside the file")
    return data[start : start + size]


def _chain(first: int, table: list[int]) -> Iterator[int]:
    """Follow a chain of sectors; a loop ends it."""
    seen: set[int] = set()
    while first < _NONE and first not in seen:
        seen.add(first)
        yield first
        first = table[first]


def _entries(data: bytes) -> Iterator[tuple[str, tuple[int, int], int]]:
    """Yield name, siblings and first child of each entry of the folder."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    first_folder = struct.unpack_from("<I", data, 48)[0]
    allocation = [n for n in struct.unpack_from("<109I", data, 76) if n < _NONE]
    table: list[int] = []
    for number in allocation:
        sector = _sector(data, number, size)
        table += struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
    for number in _chain(first_folder, table):
        sector = _sector(data, number, size)
        for start in range(0, len(sector) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", sector, start + 64)[0]
            name = sector[start : start + max(0, min(length, 64) - 2)].decode(
                "utf-16-le", "replace"
            )
            left, right, child = struct.unpack_from("<3I", sector, start + 68)
            yield name, (left, right), child


def _children(entries: list[tuple[str, tuple[int, int], int]], first: int) -> Iterator[str]:
    """Yield the names in the tree of siblings that begins with this entry."""
    waiting, seen = [first], set()
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        name, siblings, _ = entries[number]
        yield name
        waiting.extend(siblings)
