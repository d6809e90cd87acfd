"""Bytes to text: byte order mark, declaration, strict UTF-8, GB18030.

GB2312 and GBK are always read as GB18030, of which they are parts: pages that declare
them hold characters outside them. A declaration is a hint, not an order; pages are
saved again in another encoding and keep the old declaration.
"""

import codecs
import re

from ogi.expression import expression

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DECLARED = expression(
    rb"""(?:charset\s*=\s*\\?["']?|<\?xml[^>]{0,200}encoding\s*=\s*["'])\s*([\w.:-]{2,20})""", re.I
)
_HEAD = 4096
_SAMPLE = 20_000
_CHINESE = {"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312", "euc-cn"}
_OTHERS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-big5": "big5hkscs"}
_SURE = 4  # this many Chinese characters are never valid UTF-8 by accident

# Controls, soft hyphens, zero-width and direction marks: not printed, so not text.
_UNPRINTED = expression(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_BREAKS = str.maketrans({"\x0b": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})

_BYTE_80, _BYTE_81 = "\x80".encode("gb18030"), "\x81".encode("gb18030")

MOJIBAKE = "utf-8 read as gb18030"
MOJIBAKE_LATIN = "utf-8 read as latin-1"


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a document and the name of its encoding.

    Characters that are not printed are left out; U+FFFD stands for bytes that mean
    nothing in that encoding.

    >>> decode("公开".encode("gbk"))
    ('公开', 'gb18030')
    """
    text, encoding = decode_raw(data)
    return clean(text), encoding


def decode_raw(data: bytes) -> tuple[str, str]:
    """Decode as `decode` does, and leave characters that are not printed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), encoding
    if b"\x00" in data[:_HEAD] and (wide := _utf16_without_mark(data)):
        return wide
    text, encoding = _by_declaration(data)
    return _undo_mojibake(text, encoding)


def clean(text: str) -> str:
    r"""Leave out characters that are not printed, and make every line end the same.

    >>> clean("公\u200b开\u2028年报")
    '公开\n年报'
    """
    text = printed(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_BREAKS) if re.search("[\x0b\x85\u2028\u2029]", text) else text


def printed(text: str) -> str:
    """Leave out characters that are not printed."""
    return text if text.isprintable() else _UNPRINTED.sub("", text)


def _by_declaration(data: bytes) -> tuple[str, str]:
    found = _DECLARED.search(data, 0, _HEAD)
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    text = _strictly(data, "utf-8")
    if text is not None and not (declared in _CHINESE and _few_characters(data)):
        return text, "utf-8"
    if declared in _OTHERS and (other := _strictly(data, _OTHERS[declared])) is not None:
        return other, "big5"
    if (chinese := _strictly(data, "gb18030")) is not None and not _cut_short(data):
        return chinese, "gb18030"
    return _least_damaged(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _few_characters(data: bytes) -> bool:
    """Tell whether so little is outside ASCII that valid UTF-8 may be an accident."""
    outside = sum(byte >= 0x80 for byte in data[:_HEAD])
    return outside < 3 * _SURE


def _cut_short(data: bytes) -> bool:
    """Tell whether this is UTF-8 that ends within a character."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 3 and error.start >= 3 * _SURE
    return False


def _least_damaged(data: bytes) -> tuple[str, str]:
    """Return the reading that leaves the fewest bytes without meaning."""
    utf8 = data.decode("utf-8", "replace")
    chinese = data.decode("gb18030", "replace")
    if utf8.count("\ufffd") <= chinese.count("\ufffd") or _cut_short(data):
        return utf8, "utf-8"
    return chinese, "gb18030"


def _utf16_without_mark(data: bytes) -> tuple[str, str] | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text and _printable_share(text) > 0.95:
            return text, "utf-16"
    return None


def _printable_share(text: str) -> float:
    """Return the share of characters that a Chinese document would print."""
    usual = re.findall("[\t\n\r -~\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]", text)
    return len(usual) / len(text)


def _undo_mojibake(text: str, encoding: str) -> tuple[str, str]:
    """Undo UTF-8 that was once read in another encoding.

    The tell-tales are what ，。 and 的 become; text that really holds those rare
    characters does not turn into UTF-8 when encoded again. Characters that the first
    accident lost become U+FFFD; ASCII digits survive it, as no part of any pair.
    """
    sample = text[:_SAMPLE]
    if "锛" in sample and ("銆" in sample or "鐨" in sample):
        data = text.replace("€", "\x80").replace("\ufffd", "\x81").encode("gb18030", "replace")
        data, name = data.replace(_BYTE_80, b"\x80").replace(_BYTE_81, b"\xff"), MOJIBAKE
    elif "ï¼" in sample and "ã\x80" in sample:
        data, name = text.encode("latin-1", "replace"), MOJIBAKE_LATIN
    else:
        return text, encoding
    restored = data.decode("utf-8", "replace")
    return (restored, name) if restored.count("\ufffd") < len(restored) / 8 else (text, encoding)
