"""The types of files that are taken (可以提交的文件), each told from its content."""

import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

_OFFICE = "application/vnd.openxmlformats-officedocument."
_HEAD = 4096
# A package that unpacks to more than this, or to so many parts, is no document.
_UNPACKED = 200 * 1024**2
_PARTS = 5000
_MOST_TYPES = 1024**2
_MARKUP = re.compile(r"<(?:!|\?|/?[a-z][a-z0-9:-]*[\s/>])|mime-version:", re.IGNORECASE)
_LIST = "[Content_Types].xml"
# What runs when a document is opened: macros of either kind, controls, embedded programs.
_RUNS = re.compile(
    r"vbaproject|vbadata|macrosheets/|activex/|\.(?:exe|dll|js|vbs|bat|cmd|scr)$",
    re.IGNORECASE,
)
_RUNS_BY_TYPE = re.compile(rb"macroenabled|vbaproject|macrosheet|activex", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileType:
    """A type that is taken: its media type, and the endings it goes by."""

    media_type: str
    label: str
    endings: tuple[str, ...]


PDF = FileType("application/pdf", "PDF", ("pdf",))
JPEG = FileType("image/jpeg", "JPEG图片", ("jpg", "jpeg"))
PNG = FileType("image/png", "PNG图片", ("png",))
DOCX = FileType(f"{_OFFICE}wordprocessingml.document", "Word文档", ("docx",))
XLSX = FileType(f"{_OFFICE}spreadsheetml.sheet", "Excel工作簿", ("xlsx",))
TXT = FileType("text/plain", "纯文字", ("txt",))
TAKEN = (PDF, JPEG, PNG, DOCX, XLSX, TXT)
LABELS = {one.media_type: one.label for one in TAKEN}
ENDINGS = ",".join(f".{ending}" for one in TAKEN for ending in one.endings)

_ELSE = "能收的是PDF、JPEG和PNG图片、DOCX、XLSX、TXT。转成其中一种再传，或者邮寄、当面提交"


def told_type(content: IO[bytes]) -> FileType | str:
    """Return the type of a content, or why it is not taken, in Chinese and without its name."""
    content.seek(0)
    head = content.read(_HEAD)
    for begins, look in _LOOKS:
        if head.startswith(begins):
            return look(content)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return f"是旧版的Word、Excel文件，或者加了密。另存为DOCX、XLSX或者PDF再传。{_ELSE}"
    return _text(content)


def _pdf(content: IO[bytes]) -> FileType | str:
    if zipfile.is_zipfile(content):
        return "是PDF，但后面还接着一个压缩包。重新导出PDF再传"
    content.seek(0, 2)
    content.seek(max(0, content.tell() - _HEAD))
    if b"%%EOF" not in content.read():
        return "是PDF，但不完整，没有结尾。重新导出或者重新扫描再传"
    return PDF


def _picture(kind: FileType, end: bytes) -> Callable[[IO[bytes]], FileType | str]:
    def look(content: IO[bytes]) -> FileType | str:
        content.seek(0, 2)
        content.seek(max(0, content.tell() - _HEAD))
        return kind if end in content.read() else f"是{kind.label}，但不完整。重新拍照或者保存再传"

    return look


def _package(content: IO[bytes]) -> FileType | str:
    try:
        with zipfile.ZipFile(content) as package:
            parts = package.infolist()
            types = _content_types(package)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError):
        return f"是损坏的压缩包，打不开。{_ELSE}"
    names = {one.filename for one in parts}
    if len(parts) > _PARTS or sum(one.file_size for one in parts) > _UNPACKED:
        return f"解开以后大得不像一份文件，没有收。{_ELSE}"
    if any(one.flag_bits & 1 for one in parts):
        return "加了密，打不开。去掉密码再传"
    if any(map(_RUNS.search, names)) or _RUNS_BY_TYPE.search(types):
        return "带有宏或者程序，没有收。另存为不带宏的DOCX、XLSX或者PDF再传"
    if _LIST in names and "word/document.xml" in names:
        return DOCX
    if _LIST in names and "xl/workbook.xml" in names:
        return XLSX
    return f"是压缩包或者别种文件，没有收。{_ELSE}"


def _content_types(package: zipfile.ZipFile) -> bytes:
    """Return the head of a package's list of types; nothing where it has none or is encrypted."""
    known = package.NameToInfo.get(_LIST)
    if known is None or known.flag_bits & 1:
        return b""
    with package.open(known) as listed:
        return listed.read(_MOST_TYPES)


def _text(content: IO[bytes]) -> FileType | str:
    """Tell a plain text: it decodes as a whole, and is neither a page nor a program."""
    content.seek(0)
    raw = content.read()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(one < " " and one not in "\t\r\n\f" for one in text):
            continue
        if _MARKUP.match(text[:_HEAD].lstrip()):
            return f"是网页，没有收。打印成PDF再传。{_ELSE}"
        return TXT
    return f"不是能收的文件。{_ELSE}"


_LOOKS: tuple[tuple[bytes, Callable[[IO[bytes]], FileType | str]], ...] = (
    (b"%PDF-", _pdf),
    (b"\xff\xd8\xff", _picture(JPEG, b"\xff\xd9")),
    (b"\x89PNG\r\n\x1a\n", _picture(PNG, b"IEND")),
    (b"PK\x03\x04", _package),
    (b"PK\x05\x06", _package),
)
