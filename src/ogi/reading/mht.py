"""Web pages saved as one file (MHT), which many systems also export as “Word”.

Mail is written the same way; what tells the two apart stands in the headers.
"""

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator

from ogi.expression import expression

_BOUNDARY = expression(rb"""\bboundary\s*=\s*(?:"([^"\r\n]{1,100})"|([^\s";]{1,100}))""", re.I)
_MOST_BOUNDARIES = 20
_HEADER = expression(rb"^([\w-]+):[ \t]*(.*)$", re.M)
_LONGEST_HEAD = 4096
_POSTED = frozenset((b"received", b"message-id", b"to", b"delivered-to", b"x-mailer", b"cc"))
_WRITTEN = frozenset((b"from", b"subject", b"date", b"mime-version", b"content-type"))


def is_mht(data: bytes) -> bool:
    """Tell whether the bytes are a page saved as one file."""
    head = data[:2048].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if is_mail(data):
        return False
    if not re.match(rb"[\w-]+:", head) or not re.search(rb"^mime-version:", head, re.M):
        return False
    return b"multipart/related" in head or b"text/html" in head


def is_mail(data: bytes) -> bool:
    """Tell whether the bytes are a mail: they begin with the headers of one that was posted."""
    start = re.sub(rb"\AFrom [^\r\n]*\r?\n", b"", data[:65_536].lstrip())
    if not re.match(rb"[\w-]{2,40}:", start):
        return False
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {name.lower() for name in re.findall(rb"^([\w-]{2,40}):", head, re.M)}
    kind = re.search(rb"^content-type:\s*([\w/-]+)", head, re.M | re.I)
    is_many = kind is not None and kind[1].lower() in (
        b"multipart/mixed",
        b"multipart/alternative",
    )
    posted = bool(names & _POSTED) or is_many
    return posted and len(names & _WRITTEN) >= 2


def page_of(data: bytes) -> bytes:
    """Return the page of such a file, still in its own encoding; b"" where there is none.

    Headers and footers are pages of their own beside it: the page is the longest.
    """
    longest = b""
    for part in _parts(data):
        head, _, body = part.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")
        head = re.sub(rb"\n[ \t]+", b" ", head[:_LONGEST_HEAD])
        headers = {name.lower(): value.lower() for name, value in _HEADER.findall(head)}
        if headers.get(b"content-type", b"").startswith(b"text/html"):
            page = _decoded(body, headers.get(b"content-transfer-encoding", b""))
            longest = max(longest, page, key=len)
    return longest


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the parts between the boundaries that the headers name; other lines may begin so."""
    named = dict.fromkeys(one or other for one, other in _BOUNDARY.findall(data))
    if not named:
        yield data
        return
    ends = b"|".join(map(re.escape, list(named)[:_MOST_BOUNDARIES]))
    yield from re.split(rb"(?:\A|\n)--(?:" + ends + rb")(?:--)?[ \t]*\r?(?:\n|\Z)", data)


def _decoded(body: bytes, coding: bytes) -> bytes:
    if coding.startswith(b"quoted-printable"):
        return quopri.decodestring(body)
    if coding.startswith(b"base64"):
        try:
            return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", body))
        except binascii.Error:
            return b""
    return body
