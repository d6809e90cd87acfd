"""E-mail: its text and its attachments, mail that was forwarded within it included."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from ogi.errors import DamagedError, ReadingError
from ogi.reading.containers.member import Allowance, Member
from ogi.reading.encoding import printed

_CHINESE = frozenset(("gb2312", "gbk", "x-gbk", "cp936", "gb_2312-80", "euc-cn"))
# Declarations that mean something; others (us-ascii, iso-8859-1) stand on any mail.
_MEANT = frozenset(("utf-8", "gb18030", "hz", "big5", "big5hkscs", "utf-16", "utf-7"))
_HTML = "text/html"
_ODD = (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError)
BODY = "正文"


def members_of_mail(data: bytes, allowance: Allowance) -> Iterator[Member]:
    """Yield the text of a mail and what is attached to it."""
    try:
        message = message_from_bytes(data.lstrip())
        members = list(_parts(message))
    except _ODD as error:
        raise DamagedError("邮件已损坏，无法拆开。在邮箱里另存附件后再读。") from error
    for number, member in enumerate(members):
        name = member.name or (BODY if member.body else f"附件{number}")
        allowance.grant(name, len(member.data), len(member.data))
        yield replace(member, name=name)


def _parts(message: Message) -> Iterator[Member]:
    kind = message.get_content_type()
    parts = message.get_payload()
    if isinstance(parts, list):
        rich = kind == "multipart/alternative" and _is_rich(message)
        for part in parts:
            if isinstance(part, Message) and not (rich and _is_plain(part)):
                yield from _parts(part)
        return
    try:
        yield from _leaf(message)
    except _ODD as error:
        yield Member("", error=_odd(error))


def _leaf(message: Message) -> Iterator[Member]:
    payload = message.get_payload(decode=True)
    name = _name(message)
    if isinstance(payload, bytes) and payload.strip():
        is_text = message.get_content_maintype() == "text"
        content = _in_utf8(payload, message) if is_text else payload
        yield Member(name, content, body=is_text and not name)


def _odd(error: Exception) -> ReadingError:
    what = type(error).__name__
    return DamagedError(f"邮件里的这个附件写法不对，取不出来（{what}）。在邮箱里另存附件后再读。")


def _is_rich(part: Message) -> bool:
    return any(inner.get_content_type() == _HTML for inner in part.walk())


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and not part.get_filename()


def _name(message: Message) -> str:
    """Return the name of an attachment, in whichever of the usual ways it is written."""
    for header, value in list(message.raw_items()):
        raw = str(value).encode("utf-8", "surrogateescape")
        if not str(value).isascii():  # bytes that should have been encoded, and were not
            message.replace_header(header, _decoded(raw, None))
    try:
        name = message.get_filename() or ""
    except _ODD:  # an encoding that is none: the name alone is lost
        name = ""
    pieces = []
    for piece, encoding in decode_header(re.sub(r"\?=\s+=\?", "?==?", str(name))):
        raw = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        pieces.append(_decoded(raw, encoding))
    return printed("".join(pieces)).replace("\\", "/").rpartition("/")[2].strip()


def _decoded(raw: bytes, encoding: str | None) -> str:
    for candidate in (_codec(encoding), "utf-8", "gb18030"):
        try:
            return raw.decode(candidate)
        except (ValueError, LookupError):
            continue
    return raw.decode("gb18030", "replace")


def _in_utf8(payload: bytes, message: Message) -> bytes:
    """Return a text in UTF-8 with its mark, where its declared encoding is true."""
    charset = message.get_content_charset()
    try:
        if charset is None or codecs.lookup(_codec(charset)).name not in _MEANT:
            return payload
        text = payload.decode(_codec(charset))
    except (ValueError, LookupError):
        return payload
    return codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", "replace")


def _codec(charset: str | None) -> str:
    name = (charset or "utf-8").lower()
    return "gb18030" if name in _CHINESE else name
