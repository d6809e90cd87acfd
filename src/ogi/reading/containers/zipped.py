"""ZIP archives of documents."""

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from ogi.errors import (
    DamagedError,
    EncryptedError,
    LimitError,
    ReadingError,
    UnsupportedFormatError,
)
from ogi.expression import expression
from ogi.reading.archive import ENCRYPTED, UNREADABLE, unpack
from ogi.reading.containers.member import Allowance, Member, UsedUpError
from ogi.reading.encoding import printed
from ogi.reading.limits import short

_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_TWO_BYTES = expression("[\u0080-\u07ff]")  # what GBK turns into when it passes for UTF-8
_JUNK = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
_HIDDEN = (".", "~$")


def members_of_zip(data: bytes, allowance: Allowance) -> Iterator[Member]:
    """Yield the files of a ZIP archive, without those that systems leave in it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except UNREADABLE as error:
        raise DamagedError(
            "压缩包已损坏：目录无法读取，可能没有下载完整。重新下载后再读。"
        ) from error
    for entry in entries:
        name = name_of(entry)
        if name.endswith("/") or _is_junk(name):
            continue
        try:
            allowance.grant(name, entry.compress_size, entry.file_size)
            yield Member(name, _read(archive, entry))
        except UsedUpError:
            raise
        except ReadingError as error:
            yield Member(name, error=error)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.flag_bits & ENCRYPTED:
        raise EncryptedError("压缩包中的这个文件加了密码，不能读取。解压后再读。")
    try:
        return unpack(archive, entry)
    except LimitError:
        raise
    except NotImplementedError as error:
        raise UnsupportedFormatError(
            f"压缩包中的这个文件用了少见的压缩方法（{entry.compress_type}），不能读取。解压后再读。"
        ) from error
    except UNREADABLE as error:
        raise DamagedError(
            "压缩包中的这个文件已损坏，无法解压。重新下载压缩包，或者另取这个文件后再读。"
        ) from error


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of an entry; names not marked as UTF-8 are mostly GBK here."""
    name = _unicode_path(entry.extra) or entry.orig_filename
    if not entry.flag_bits & _UTF8 and name == entry.orig_filename:
        name = _decoded(name)
    parts = PurePosixPath(printed(name.replace("\\", "/"))).parts
    folder = "/" if name.endswith(("/", "\\")) else ""
    return "/".join(part for part in parts if part not in ("/", "..")) + folder


def _decoded(name: str) -> str:
    """Decode a name that was decoded as cp437, as the format has it."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            decoded = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "utf-8" or not _TWO_BYTES.search(decoded):
            return decoded
    return name


def _unicode_path(extra: bytes) -> str:
    """Return the name in the field that some programs add for it, "" where there is none."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _is_junk(name: str) -> bool:
    parts = name.lower().split("/")
    return not _JUNK.isdisjoint(parts) or parts[-1].startswith(_HIDDEN) or not short(name).strip()
