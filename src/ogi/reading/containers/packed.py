"""GZIP: one compressed document."""

import zlib
from collections.abc import Iterator

from ogi.errors import DamagedError
from ogi.reading.containers.member import Allowance, Member

_NAMED = 0x08
_FURTHER = 0x04


def members_of_gzip(data: bytes, allowance: Allowance) -> Iterator[Member]:
    """Yield the document that was compressed, under the name it had."""
    most = allowance.limits.bytes
    name = _name(data)
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(data, most + 1)
    except zlib.error as error:
        raise DamagedError("压缩文件已损坏，无法解压。重新下载后再读。") from error
    allowance.grant(name, len(data), len(unpacked))
    yield Member(name, unpacked)


def _name(data: bytes) -> str:
    """Return the name that the header holds; the rare header with further fields has none."""
    if len(data) < 10 or not data[3] & _NAMED or data[3] & _FURTHER:
        return ""
    name = data[10:2048].partition(b"\x00")[0]
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")
