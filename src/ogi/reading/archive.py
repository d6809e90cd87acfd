"""Zipped documents (DOCX, XLSX), opened without trusting them.

Names of entries are only looked up, never used as paths. Sizes are checked before a
part is unpacked; XML is read without entities, DTDs or the network.
"""

import bz2
import io
import lzma
import struct
import zipfile
import zlib
from copy import copy
from dataclasses import dataclass

from lxml import etree

from ogi.errors import DamagedError, EncryptedError, LimitError
from ogi.reading.limits import SMALL, Limits, short

_MOST_ENTRIES = 10_000
ENCRYPTED = 0x1
_LARGEST_WINDOW = 100_000_000  # bytes that LZMA may keep in mind
_LARGEST_XML = 50_000_000  # a part read as a tree takes some ten times its size
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    struct.error,
    ValueError,
)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True)
class Archive:
    """The parts of a zipped document, by name in lower case."""

    zip: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    most: int
    spent: list[int]

    def read(self, name: str) -> bytes | None:
        """Return a part, None where there is none of that name."""
        entry = self.entries.get(_plain(name))
        if entry is None:
            return None
        self.spent[0] += entry.file_size
        if self.spent[0] > self.most:
            raise LimitError(
                f"文件反复用到其中的“{short(name)}”，解压后共超过上限{self.most:,}字节，未作读取。核对文件来源。"
            )
        try:
            return unpack(self.zip, entry)
        except LimitError:
            raise
        except UNREADABLE as error:
            raise DamagedError(
                f"文件已损坏：其中的“{short(name)}”无法解压。重新下载或者用原软件另存后再读。"
            ) from error

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part, None where there is none of that name."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name)


def open_archive(data: bytes, limits: Limits) -> Archive:
    """Open a zipped document; raises ReadingError where it is damaged or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except UNREADABLE as error:
        raise DamagedError(
            "文件已损坏：压缩目录无法读取，可能没有下载完整。重新下载后再读。"
        ) from error
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise EncryptedError("文件的内容加了密码，不能读取。取消密码后另存再读。")
    _check_size(entries, limits)
    known = {_plain(entry.filename): entry for entry in entries}
    return Archive(archive, known, limits.unpacked_bytes, [0])


def _check_size(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > _MOST_ENTRIES:
        raise LimitError(
            f"文件内含{len(entries):,}个部件，超过上限{_MOST_ENTRIES:,}个，未作读取。核对文件来源。"
        )
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise LimitError(
            f"文件解压后有{unpacked:,}字节，超过上限{limits.unpacked_bytes:,}字节，未作读取。"
            "删去其中的大图后另存再读，或者放宽解压大小的上限。"
        )
    for entry in entries:
        if entry.file_size > max(SMALL, limits.ratio * max(1, entry.compress_size)):
            raise LimitError(
                f"文件中的“{short(entry.filename)}”解压前{entry.compress_size:,}字节、"
                f"解压后{entry.file_size:,}字节，超过{limits.ratio}倍的上限，疑为压缩炸弹，未作读取。核对文件来源。"
            )


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry; one that holds more than it says is never unpacked further.

    Raises LimitError for it, and one of UNREADABLE where the entry is damaged.
    """
    packed = copy(entry)
    packed.compress_type, packed.file_size = zipfile.ZIP_STORED, entry.compress_size
    del packed.CRC  # that of what is unpacked, which is checked below
    with archive.open(packed) as file:
        raw = file.read()
    data = _unpacked(raw, entry.compress_type, entry.file_size + 1)
    if len(data) > entry.file_size:
        raise LimitError(
            f"其中的“{short(entry.filename)}”解压后比目录里写的{entry.file_size:,}字节大，"
            "疑为压缩炸弹，未作读取。核对文件来源。"
        )
    if len(data) < entry.file_size or zlib.crc32(data) != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)
    return data


def _unpacked(raw: bytes, method: int, most: int) -> bytes:
    if method == zipfile.ZIP_STORED:
        return raw
    if method == zipfile.ZIP_DEFLATED:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, most)
    if method == zipfile.ZIP_BZIP2:
        return bz2.BZ2Decompressor().decompress(raw, most)
    if method == zipfile.ZIP_LZMA:
        return _lzma(raw).decompress(raw[9:], most)
    raise NotImplementedError(method)


def _lzma(raw: bytes) -> lzma.LZMADecompressor:
    """Return what unpacks an entry packed by LZMA, by the properties at its head."""
    _, size, shape, window = struct.unpack_from("<HHBI", raw)
    if size != 5 or window > _LARGEST_WINDOW:
        raise NotImplementedError(zipfile.ZIP_LZMA)
    kind = {"id": lzma.FILTER_LZMA1, "dict_size": max(window, 4096)}
    kind |= {"lc": shape % 9, "lp": shape // 9 % 5, "pb": shape // 45}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[kind])


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse a part without entities, DTDs or the network."""
    if len(data) > _LARGEST_XML:
        raise LimitError(
            f"文件中的“{short(name)}”有{len(data):,}字节，超过上限{_LARGEST_XML:,}字节，未作读取。"
            "删去无关的内容后另存再读。"
        )
    for strict, usual in _STRICT:
        if strict in data:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedError(
            f"文件已损坏：其中的“{short(name)}”不是完整的XML。用原软件打开后另存再读。"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedError(
            f"文件中的“{short(name)}”带有文档类型声明（可能引用外部实体），正常的办公文件没有这种内容，未作读取。"
            "核对文件来源，或者用原软件另存后再读。"
        )
    return root
