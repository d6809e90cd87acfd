"""What a file or a screen with a hostile text in it must not do, by its kind."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import markdown
import pypdfium2
from lxml import etree, html
from markdown_it import MarkdownIt
from pyarrow import parquet

MARK = "PWN"
TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_STEERS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{TURNS}\ud800-\udfff]")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_OF_SHEET = re.compile(r"('([^']|'')*'|[^'!]+)![$:A-Z0-9]+")
_LOADS = ("href", "src", "srcset", "action", "formaction", "data", "poster", "style")
_OF_MARKDOWN = {"p", "h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "div"}
_OF_MARKDOWN |= {"strong"}


def told(text: str) -> str:
    """Return a text that may be printed: nothing in it steers a terminal or turns its order."""
    assert not (found := _STEERS.search(text)), repr(text[found.start() - 60 : found.end() + 60])
    return text


def screen(text: str) -> str:
    """Judge what was printed; colours are our own."""
    return told(_COLOUR.sub("", text))


def plain(data: bytes) -> str:
    return told(data.decode())


def page(data: bytes) -> str:
    tree = html.fromstring(data.decode())
    for element in tree.iter():
        if not isinstance(element.tag, str):
            assert MARK not in str(element.text), element
            continue
        assert element.tag not in ("script", "iframe", "object", "embed", "form", "base"), element
        if element.tag in ("style", "template"):
            assert MARK not in (element.text or "")
        for name, value in element.attrib.items():
            told(value)
            assert not name.startswith("on"), name
            assert MARK not in name, name
            if name in _LOADS:
                address = urlsplit(unquote(value) if MARK in unquote(value) else value)
                foreign = address.netloc or address.scheme not in ("", "data", "https")
                assert not (foreign and MARK in unquote(value)), value
                assert "javascript:" not in value.partition("/")[0], value
    return told("".join(tree.itertext()))


def marked_down(data: bytes) -> str:
    text = plain(data)
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    for made in (shown, markdown.markdown(text, extensions=["tables"])):
        assert {element.tag for element in html.fromstring(f"<div>{made}</div>").iter()} <= (
            _OF_MARKDOWN
        ), made[:2000]
    return "".join(html.fromstring(f"<div>{shown}</div>").itertext())


def table(data: bytes) -> str:
    assert data.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in row:
            number = re.fullmatch(r"-?[\d.]+", cell)
            assert number or not re.match(r"\s*[=+@＝＋－＠-]|[\t\r]", cell), cell[:80]
    return plain(data.replace(b"\r\n", b"\n"))


def package(data: bytes) -> str:
    """Judge DOCX and XLSX: well formed, no formula, field, link or name of a stranger."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels", ".vml")):
                assert MARK.encode() not in archive.read(name), name
                continue
            for element in etree.fromstring(archive.read(name)).iter():
                kind = etree.QName(element).localname
                own = (element.text or "") + "".join(element.attrib.values())
                if kind in ("f", "instrText", "fldSimple", "Relationship"):
                    assert MARK not in own, (name, kind, own[:80])
                if kind == "definedName":  # it may name a sheet, and nothing else
                    assert MARK not in own or _OF_SHEET.fullmatch(element.text), own[:80]
                assert element.get("TargetMode") != "External", name
                found.append(told(own))
    return "\n".join(found)


def printed(data: bytes) -> str:
    for word in (b"/JavaScript", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert word not in data
    document = pypdfium2.PdfDocument(data)
    text = []
    for one in document:
        links = one.raw, pypdfium2.raw.FPDFPage_GetAnnotCount(one.raw)
        assert links[1] == 0
        text.append(one.get_textpage().get_text_bounded())
    return told("\n".join(text).replace("\r", "").replace("\x02", ""))


def record(data: bytes) -> str:
    text = plain(data)
    for line in text.splitlines() if "\n{" in text else (text,):
        json.loads(line)
    return text


def exchange(data: bytes) -> str:
    text = plain(data)
    json.loads(text)
    return text


def suites(data: bytes) -> str:
    etree.fromstring(data)
    return plain(data)


def columns(data: bytes) -> str:
    """Judge Parquet, which keeps what it is given: it can be read."""
    return str(parquet.read_table(io.BytesIO(data)).to_pylist())


JUDGES: dict[str, Callable[[bytes], str]] = {
    "html": page,
    "md": marked_down,
    "txt": plain,
    "csv": table,
    "xlsx": package,
    "docx": package,
    "pdf": printed,
    "json": record,
    "sarif": exchange,
    "xml": suites,
    "parquet": columns,
}
