"""GZIP: one compressed document, in one piece or in several."""

import zlib
from collections.abc import Iterator

from ogi.errors import DamagedError, LimitError
from ogi.reading.containers.member import Allowance, Member
from ogi.reading.limits import SMALL

_BEGINS = b"\x1f\x8b"
_MOST_PIECES = 1000
_NAMED = 0x08
_FURTHER = 0x04


def members_of_gzip(data: bytes, allowance: Allowance) -> Iterator[Member]:
    """Yield the document that was compressed, under the name it had."""
    name = _name(data)
    most = min(allowance.limits.bytes, max(SMALL, allowance.limits.ratio * len(data)))
    try:
        unpacked = _unpacked(data, most + 1)
    except zlib.error as error:
        raise DamagedError("压缩文件已损坏，无法解压。重新下载后再读。") from error
    allowance.grant(name, len(data), len(unpacked))
    yield Member(name, unpacked)


def _unpacked(data: bytes, most: int) -> bytes:
    """Return what was compressed, its pieces joined, and no more than so many bytes of it."""
    found, rest = b"", data
    for _ in range(_MOST_PIECES):
        piece = zlib.decompressobj(wbits=31)
        found += piece.decompress(rest, most - len(found))
        if len(found) >= most:
            return found
        if not piece.eof:
            raise DamagedError("压缩文件不完整，只有前面一部分，未作读取。重新下载后再读。")
        rest = piece.unused_data
        if not rest.startswith(_BEGINS):
            return found
    raise LimitError(f"压缩文件分成{_MOST_PIECES}段以上，未作读取。核对文件来源。")


def _name(data: bytes) -> str:
    """Return the name that the header holds; the rare header with further fields has none."""
    if len(data) < 10 or not data[3] & _NAMED or data[3] & _FURTHER:
        return ""
    name = data[10:2048].partition(b"\x00")[0]
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")
