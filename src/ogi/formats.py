"""The formats (文件格式): what each is called, told by, read by, and printed by.

Everything that needs a list of formats asks this one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Code = str  # `module:function`, imported only when it is called


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format; what is not given, it does not have.

    suffixes   of its files; the first is that of what is written
    collected  whether files of these suffixes in a folder are taken for reports
    linked     whether a web page may link to its report in this format
    wrapped    whether its lines are broken where a page or a screen ends
    sheets     whether it is made of sheets of cells
    drawn      whether its pages can be drawn as pictures
    sure       how surely a figure is read from it, against other formats of the same report
    begins     the bytes that files begin with
    inside     the part that a ZIP file of this format has
    stream     the streams of a compound file, one of which is there
    namespace  what a file of XML names near its beginning
    is_one     tells it from the bytes, where nothing of these does
    reader     makes a document of bytes, within limits
    opener     takes the documents out of a container
    needs      the part of the library (an extra) that reads it
    printer    makes bytes of a paper
    prints_by  the part of the library that prints it
    writer     makes bytes of a report itself
    refusal    why it is not read, where that is known
    foreign    whether no report comes in it
    """

    name: str
    label: str
    suffixes: tuple[str, ...] = ()
    collected: bool = True
    linked: bool = False
    wrapped: bool = False
    sheets: bool = False
    drawn: bool = False
    sure: int = 0
    begins: bytes = b""
    inside: str = ""
    stream: tuple[str, ...] = ()
    namespace: bytes = b""
    is_one: Code = ""
    reader: Code = ""
    opener: Code = ""
    needs: str = ""
    printer: Code = ""
    prints_by: str = ""
    writer: Code = ""
    refusal: str = ""
    foreign: bool = False


FORMATS = (
    Format(
        name="docx",
        label="Word（DOCX）",
        suffixes=(".docx",),
        linked=True,
        sure=5,
        inside="word/document.xml",
        reader="ogi.reading.docx:read_docx",
        printer="ogi.writing.docx:print_docx",
    ),
    Format(
        name="html",
        label="网页（HTML）",
        suffixes=(".html", ".htm", ".mht", ".mhtml"),
        sure=4,
        reader="ogi.reading.html:read_html",
        printer="ogi.writing.html:print_html",
    ),
    Format(
        name="pdf",
        label="PDF",
        suffixes=(".pdf",),
        wrapped=True,
        drawn=True,
        linked=True,
        sure=1,
        reader="ogi.reading.paged:read_pdf",
        printer="ogi.writing.pdf:print_pdf",
        prints_by="pdf",
    ),
    Format(
        name="xlsx",
        label="Excel（XLSX）",
        suffixes=(".xlsx",),
        sheets=True,
        linked=True,
        sure=7,
        inside="xl/workbook.xml",
        reader="ogi.reading.workbook:read_workbook",
        printer="ogi.writing.xlsx:print_xlsx",
    ),
    Format(
        name="markdown",
        label="Markdown",
        suffixes=(".md",),
        wrapped=True,
        sure=3,
        reader="ogi.reading.text:read_markdown",
        printer="ogi.writing.markdown:print_markdown",
    ),
    Format(
        name="json",
        label="JSON",
        suffixes=(".json",),
        collected=False,
        is_one="ogi.reading.structured:is_report",
        writer="ogi.writing.json:print_json",
    ),
    Format(
        name="text",
        label="纯文本",
        suffixes=(".txt", ".text"),
        wrapped=True,
        sure=2,
        reader="ogi.reading.text:read_text",
        printer="ogi.writing.text:print_text",
    ),
    Format(
        name="doc",
        label="Word（DOC、WPS）",
        suffixes=(".doc", ".wps"),
        linked=True,
        stream=("worddocument",),
        reader="ogi.reading.doc:read_doc",
    ),
    Format(
        name="xls",
        label="Excel（XLS）",
        suffixes=(".xls", ".et"),
        sheets=True,
        linked=True,
        sure=6,
        stream=("workbook", "book"),
        reader="ogi.reading.workbook:read_workbook",
    ),
    Format(
        name="rtf",
        label="RTF",
        suffixes=(".rtf",),
        begins=b"{\\rtf",
        reader="ogi.reading.office:read_rtf",
    ),
    Format(
        name="flatopc",
        label="Word（XML）",
        namespace=b"schemas.microsoft.com/office/2006/xmlPackage",
        reader="ogi.reading.office_xml:read_flat_opc",
    ),
    Format(
        name="wordml",
        label="Word（XML）",
        namespace=b"schemas.microsoft.com/office/word/2003/wordml",
        reader="ogi.reading.office_xml:read_wordml",
    ),
    Format(
        name="sheetml",
        label="Excel（XML）",
        namespace=b"urn:schemas-microsoft-com:office:spreadsheet",
        reader="ogi.reading.office_xml:read_sheetml",
    ),
    Format(
        name="pptx",
        label="演示文稿（PPTX）",
        inside="ppt/presentation.xml",
        refusal="演示文稿（PPTX）不能读取。请提供年度报告的DOCX、PDF或者网页。",
        foreign=True,
    ),
    Format(
        name="ofd",
        label="OFD",
        suffixes=(".ofd",),
        collected=False,
        linked=True,
        inside="ofd.xml",
        refusal="暂不能读取OFD文件。请在阅读器中另存为PDF或者DOCX后再读。",
    ),
    Format(
        name="odf",
        label="OpenDocument",
        inside="content.xml",
        namespace=b"urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        reader="ogi.reading.odf:read_odf",
    ),
    Format(name="odt", label="OpenDocument（ODT）", suffixes=(".odt", ".fodt")),
    Format(name="ods", sheets=True, label="OpenDocument（ODS）", suffixes=(".ods",)),
    Format(
        name="image",
        label="图片",
        suffixes=(".png", ".gif", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
        wrapped=True,
        drawn=True,
        reader="ogi.reading.ocr:read_picture",
        needs="ocr",
    ),
    Format(
        name="zip",
        label="ZIP",
        suffixes=(".zip",),
        opener="ogi.reading.containers.zipped:members_of_zip",
    ),
    Format(
        name="gzip",
        label="GZIP",
        suffixes=(".gz",),
        begins=b"\x1f\x8b\x08",
        opener="ogi.reading.containers.packed:members_of_gzip",
    ),
    Format(
        name="eml",
        label="电子邮件",
        suffixes=(".eml",),
        is_one="ogi.reading.mht:is_mail",
        opener="ogi.reading.containers.mail:members_of_mail",
    ),
)
_BY_NAME = {one.name: one for one in FORMATS}
_UNKNOWN = Format(name="", label="")

COLLECTED = frozenset(suffix for one in FORMATS if one.collected for suffix in one.suffixes)
PICTURES = frozenset(suffix for one in FORMATS if one.name == "image" for suffix in one.suffixes)
LINKED = tuple(suffix for one in FORMATS if one.linked for suffix in one.suffixes)
PRINTED = {one.suffixes[0][1:]: one for one in FORMATS if one.printer}
WRITTEN = {one.suffixes[0][1:]: one for one in FORMATS if one.printer or one.writer}


def format_of(name: str) -> Format:
    """Return the format of a name; one that has nothing where there is none of that name."""
    return _BY_NAME.get(name, _UNKNOWN)


def format_name(name: str) -> str:
    """Call a format as people do."""
    return format_of(name).label or name


def code(where: Code) -> Callable[..., Any]:
    """Import what a format names; a module is loaded only when a document needs it."""
    module, _, name = where.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
