"""Hostile files (有意损坏的文件), made from small seeds: none is committed, each has a name."""

import bz2
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

TITLE = "青溪县测试局2024年政府信息公开工作年度报告"
Made = Iterator[tuple[str, bytes]]
_SHAPES = (
    (" ", "blanks"),
    ("\t", "tabs"),
    ("　", "wide-blanks"),
    ("-", "dashes"),
    ("— ", "long-dashes"),
    ("|", "pipes"),
    ("| -", "pipe-rules"),
    ("1", "digits"),
    ("1,", "commas"),
    ("1 ", "figures"),
    ("#", "hashes"),
    ("*", "stars"),
    ("_", "underscores"),
    ("<", "angles"),
    ("<td ", "cells-open"),
    ("&#", "references"),
    ("（", "brackets"),
    ("《", "book-titles"),
    ("件", "pieces"),
    ("一、", "numbers-of-sections"),
    ("2024年", "years"),
    ("收到申请1件，", "claims"),
    ("第一条", "articles"),
    ("=", "equals"),
    ("\\", "backslashes"),
)


def _zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def lying(data: bytes, size: int) -> bytes:
    """Return an archive of one entry that says it holds so many bytes."""
    at = data.rindex(b"PK\x01\x02")
    made = bytearray(data)
    struct.pack_into("<I", made, at + 24, size)
    struct.pack_into("<I", made, 22, size)
    return bytes(made)


def lines(quick: bool) -> Made:
    """Texts, Markdown and pages with one sign again and again in a line, and on many lines."""
    many = 2_000 if quick else 40_000
    for sign, name in _SHAPES:
        text = f"{TITLE}\n{sign * (many // len(sign))}x\n"
        yield f"line-{name}.txt", text.encode()
        yield (
            f"lines-{name}.md",
            f"# {TITLE}\n".encode() + (sign * 20 + "\n").encode() * (many // 20),
        )
        page = f"<html><body><h1>{TITLE}</h1><p>{sign * (many // len(sign))}</p>"
        yield f"page-{name}.html", page.encode()


def numbers(quick: bool) -> Made:
    """Numbers nobody prints, where reports have numbers."""
    whole = {"title": TITLE, "organ": "青溪县测试局", "year": 2024, "editions": {}}
    for name, number in (
        ("exponent", "1e999999999"),
        ("small", "1e-999999999"),
        ("long", "9" * 5000),
        ("endless", "Infinity"),
        ("none", "NaN"),
        ("list", "[1]"),
        ("text", '"\\u001b[2J"'),
        ("yes", "true"),
    ):
        cells = '{"cells": {"t3.new.total": %s}}' % number  # noqa: UP031 - braces of JSON
        yield f"number-{name}.json", (json.dumps(whole)[:-1] + ", " + cells[1:]).encode()
        rows = f"| 项目 | 数 |\n|---|---|\n| 一、本年新收政府信息公开申请数量 | {number} |\n"
        yield f"number-{name}.md", f"# {TITLE}\n\n{rows}".encode()
    for name, value in (("title", ["x"]), ("cells", 3), ("sections", ["x"]), ("headings", "x")):
        yield f"odd-{name}.json", json.dumps({**whole, name: value}).encode()
    steered = {**whole, "title": "\x1b]0;PWN\x07", "remarks": ["\x1b[2J\n0个错误"]}
    yield "steering.json", json.dumps(steered).encode()
    yield "deep.json", b'{"title": ' + b"[" * 100_000


def archives(quick: bool) -> Made:
    """Archives that lie, nest, repeat themselves, break off or have odd names."""
    many = 2_000_000 if quick else 60_000_000
    blank = b" " * many
    for name, method in (("deflate", 8), ("bzip2", 12), ("lzma", 14), ("stored", 0)):
        data = _zip({"a.docx": blank[: many if method else 5000]}, method)
        yield f"lying-{name}.zip", lying(data, 1000)
        yield f"bomb-{name}.zip", data
    for part, name in (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("content.xml", "odt"),
    ):
        yield f"lying.{name}", lying(_zip({part: blank}), 1000)
        yield f"bomb.{name}", _zip({part: blank})
        yield f"no-xml.{name}", _zip({part: b"\x00" * 100})
        entity = b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'
        yield f"entity.{name}", _zip({part: entity})
        yield f"deep.{name}", _zip({part: b"<a>" * 5000})
        wide = b"<a " + b" ".join(b'a%d=""' % n for n in range(many // 200)) + b"/>"
        yield f"attributes.{name}", _zip({part: wide})
    nested = b"x"
    for _ in range(8):
        nested = _zip({"a.zip": nested})
    yield "nested.zip", nested
    text = TITLE.encode()
    names = (
        "甲?.md",
        "甲*.md",
        "甲:.md",
        "../../甲.md",
        "/etc/甲.md",
        "\x1b[2J.md",
        "a" * 240 + ".md",
    )
    yield "names.zip", _zip(dict.fromkeys(names, text))
    yield "many.zip", _zip({f"{n}.md": b"x" for n in range(300 if quick else 11_000)})
    packed = gzip.compress(text * 100)
    yield "truncated.html.gz", packed[: len(packed) // 2]
    yield "two.txt.gz", gzip.compress(text) + gzip.compress(text)
    yield "many.txt.gz", gzip.compress(b"") * 5000
    yield "bomb.txt.gz", gzip.compress(blank)
    yield "after.txt.gz", packed + b"rubbish"
    yield "bomb.bz2", bz2.compress(blank)


def mails(quick: bool) -> Made:
    """Mails with encodings that are none, in headers, names and parts, and mails in mails."""
    part = 'Content-Type: text/plain; charset="{0}"\nContent-Disposition: attachment; {1}\n\n{2}\n'
    for codec in ("undefined", "idna", "zlib", "base64", "x" * 500, "a\x00b", "unicode_escape"):
        names = (f'filename="=?{codec}?B?AAAA?="', f"filename*={codec}''%FF%FE.md")
        for at, name in enumerate(names):
            odd = part.format(codec, name, "x")
            good = part.format("utf-8", 'filename="a.md"', TITLE)
            head = f"From: a@b\nSubject: =?{codec}?Q?=FF?=\nMIME-Version: 1.0\n"
            body = f"--B\n{odd}--B\n{good}--B--\n"
            mail = f"{head}Content-Type: multipart/mixed; boundary=B\n\n{body}"
            yield f"codec-{codec[:12]!r}-{at}.eml", mail.encode()
    mail = b"From: a@b\nContent-Type: text/plain\n\nx"
    for n in range(20 if quick else 200):
        head = b"From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B%d\n\n" % n
        mail = head + b"--B%d\nContent-Type: message/rfc822\n\n%s\n--B%d--\n" % (n, mail, n)
    yield "deep.eml", mail


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def _tiff(frames: int) -> bytes:
    """Return a picture of so many blank pages, which share their one strip."""
    side = 64
    strip = b"\xff" * (side // 8 * side)
    tags = ((256, 3, side), (257, 3, side), (258, 3, 1), (259, 3, 1), (262, 3, 1))
    tags += ((273, 4, 8), (277, 3, 1), (278, 3, side), (279, 4, len(strip)))
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    directory = struct.pack("<H", len(tags)) + entries
    base, size = 8 + len(strip), len(directory) + 4
    body = b"".join(
        directory + struct.pack("<I", base + (n + 1) * size if n + 1 < frames else 0)
        for n in range(frames)
    )
    return b"II*\x00" + struct.pack("<I", base) + strip + body


def _nested(depth: int, rows: int, one: str) -> bytes:
    """Return a DOCX with tables in tables."""
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>"
    plain = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 4 + "</w:tr>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr>{plain * rows}</w:tbl><w:p/>"
    body = f'<w:document xmlns:w="{words}"><w:body>{inner}</w:body></w:document>'
    return _zip({"word/document.xml": body.encode()}, 0)


def pictures(quick: bool) -> Made:
    """Pictures that are one pixel high, too many pixels, too many pages."""
    for width, height in (
        (10_000, 1),
        (1, 79_999_999),
        (1, 1),
        (3, 5000),
        (60_000, 60_000),
        (0, 5),
    ):
        yield f"{width}x{height}.png", _png(width, height)
    frames = 200 if quick else 100_000
    directory = struct.pack("<HHHIIHHII", 2, 256, 3, 1, 1, 257, 3, 1, 1)
    size = len(directory) + 4
    body = b"".join(
        directory + struct.pack("<I", 8 + (n + 1) * size if n + 1 < frames else 0)
        for n in range(frames)
    )
    yield "frames.tif", b"II*\x00" + struct.pack("<I", 8) + body
    yield "blank.tif", _tiff(20 if quick else 900)
    yield "circle.tif", b"II*\x00" + struct.pack("<I", 8) + directory + struct.pack("<I", 8)


def tables(quick: bool) -> Made:
    """Tables that repeat rows and columns, stand in one another, or span everything."""
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names = f'{office} xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    names += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    times = 500 if quick else 1_000_000
    for where in ("text", "spreadsheet"):
        for row, column in ((times, 1), (1, times), (times, times)):
            text = f"<text:p>{'1' * 50}</text:p>"
            head = f'<table:table-cell table:number-columns-repeated="{column}">'
            cell = f"{head}{text}</table:table-cell>"
            line = f'<table:table-row table:number-rows-repeated="{row}">{cell}</table:table-row>'
            body = f"<office:{where}><table:table>{line * 30}</table:table></office:{where}>"
            outer = "office:document-content"
            content = f"<{outer} {names}><office:body>{body}</office:body></{outer}>"
            suffix = "odt" if where == "text" else "ods"
            kind = f"application/vnd.oasis.opendocument.{where}".encode()
            parts = {"mimetype": kind, "content.xml": content.encode()}
            yield f"repeated-{row}-{column}.{suffix}", _zip(parts)
    deep = 20 if quick else 200
    yield "tables-deep.html", (f"<h1>{TITLE}</h1>" + "<table><tr><td>" * deep + "1").encode()
    yield "tables-deep.docx", _nested(49, 5 if quick else 40, "1")
    span = '<td rowspan="65534" colspan="1000">1</td>' * (5 if quick else 500)
    yield "spans.html", f"<h1>{TITLE}</h1><table><tr>{span}</tr></table>".encode()
    many = 100 if quick else 20_000
    yield "titles.txt", f"{TITLE}\n".encode() * many
    yield "headings.md", f"## 一、总体情况\n{TITLE}\n".encode() * many
    named = " ".join(f"a{n}=1" for n in range(many * 50))
    yield "attributes-of-a-cell.html", f"<h1>{TITLE}</h1><table><tr><td {named}>1".encode()
    yield "attributes.html", ("<td " + " ".join(f"a{n}=1" for n in range(many * 10)) + ">").encode()


def papers(quick: bool) -> Made:
    """PDF, RTF and compound files that call themselves, lie or break off."""
    pages = 2 if quick else 10_000
    kids = b" ".join(b"3 0 R" for _ in range(pages))
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tree = b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n" % (pages, kids)
    calls = b"/Resources<</XObject<</A 4 0 R>>>>"
    box = b"[0 0 9 9]"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R%s>>endobj\n" % (box, calls)
    blank = zlib.compress(b" " * (1_000_000 if quick else 300_000_000))
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n" % (
        len(blank),
        blank,
    )
    form = b"4 0 obj<</Type/XObject/Subtype/Form/BBox%s/Length 11%s>>" % (box, calls)
    form += b"stream\n/A Do /A Do\nendstream endobj\n"
    end = b"trailer<</Root 1 0 R>>\n%%EOF"
    yield "pages.pdf", head + tree + page + end
    yield "stream.pdf", head + tree.replace(kids, b"3 0 R") + page + stream + end
    yield "form.pdf", head + tree.replace(kids, b"3 0 R") + page + form + end
    yield "circle.pdf", head + b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj\n" + end
    yield "torn.pdf", head
    for name, length in (("huge", 2**31 - 1), ("longest", 10**20), ("short", 3)):
        yield f"bin-{name}.rtf", b"{\\rtf1 {\\pict\\bin%d x}}" % length
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for name, shift in (("tiny", 0), ("usual", 9), ("huge", 65535)):
        header = ole + b"\0" * 22 + struct.pack("<HH", shift, shift) + b"\0" * 478
        yield f"sectors-{name}.doc", header + struct.pack("<I", 0) * 2000
    yield "sectors.xls", ole + b"\xff" * 2000


FAMILIES: tuple[Callable[[bool], Made], ...] = (
    lines,
    numbers,
    archives,
    mails,
    pictures,
    tables,
    papers,
)


def hostile(*, quick: bool) -> Made:
    """Yield every hostile file with its name; small ones where it must be quick."""
    for family in FAMILIES:
        yield from family(quick)
