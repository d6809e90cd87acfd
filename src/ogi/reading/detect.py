"""Tell the format of a document from its content; its name is never asked."""

import io
import re

from ogi.errors import (
    DamagedError,
    EncryptedError,
    ForeignFormatError,
    NoTextError,
    UnsupportedFormatError,
)
from ogi.expression import expression
from ogi.formats import FORMATS, Format, code, format_of
from ogi.parts import how_to_install
from ogi.reading import compound, ocr
from ogi.reading.encoding import decode_raw
from ogi.reading.mht import is_mht

_PDF_WITHIN = 1024
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_ARCHIVES = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"MSCF\x00\x00", "CAB"),
)
_TAR_AT = 257
_TAG = expression(
    r"<(?:!doctype html|/?(?:html|head|body|table|tbody|tr|td|th|p|div|span|font|h[1-6]|ul|ol|li"
    r"|section|article|strong|center|meta|title|a|img)(?=[\s>/])[^<>]{0,2000}>)",
    re.I,
)
_ESCAPED_TAG = expression(
    r"&lt;/?(?:table|td|tr|p|div|span)\b|<\\/(?:td|p|div)>|\\u003c/?(?:td|p)\b", re.I
)
_FEW_TAGS = 3
_PLAIN_PAGE = expression(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)[\s>]", re.I)
_PIPE_RULE = expression(r"^[ \t]*+(?:\|[ \t]*+)?:?-{3,}+:?[ \t]*\|[ \t:|-]*$", re.M)
_PIPE_ROW = expression(r"^[ \t]*\|.*\|[ \t]*$", re.M)
_MARKDOWN_HEADING = expression(r"^#{1,6}[ \t]+\S", re.M)


def detect(data: bytes) -> str:
    """Return the format: text, markdown, html, docx, doc, odf, xlsx, pdf, zip, eml …

    Raises UnsupportedFormatError for formats that cannot be read, ForeignFormatError for
    those no report comes in, NoTextError for pictures, EncryptedError for locked office
    files and DamagedError for an empty file.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedError(
            f"文件是空的（{len(data)}字节），没有可读的内容。请重新下载或者导出后再读。"
        )
    if data.startswith(compound.SIGNATURE):
        return _compound_format(data)
    if data.startswith(b"PK"):  # before PDF, which may stand unpacked at its start
        return _zip_format(data)
    if re.search(rb"%PDF-\d", data[:_PDF_WITHIN]):
        return "pdf"
    if _is_picture(data):
        return "image"
    _refuse_archives(data)
    return _by_beginning(data) or _office_xml(data) or _by_itself(data) or _text_format(data)


def _by_beginning(data: bytes) -> str:
    head = data[:_PDF_WITHIN].lstrip()
    return next((one.name for one in FORMATS if one.begins and head.startswith(one.begins)), "")


def _by_itself(data: bytes) -> str:
    return next((one.name for one in FORMATS if one.is_one and code(one.is_one)(data)), "")


def _zip_format(data: bytes) -> str:
    import zipfile

    from ogi.reading.archive import UNREADABLE

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except UNREADABLE as error:
        raise DamagedError(
            "文件已损坏：它是压缩格式（DOCX、XLSX等），但压缩目录无法读取，可能没有下载完整。请重新下载后再读。"
        ) from error
    found = _zipped({name.replace("\\", "/").lstrip("/").lower() for name in names})
    if found.refusal:
        raise (ForeignFormatError if found.foreign else UnsupportedFormatError)(found.refusal)
    return found.name


def _zipped(names: set[str]) -> Format:
    """Tell what the parts of a zipped file make it; without any known part, an archive."""
    zipped = [one for one in FORMATS if one.inside]
    known = [one for one in zipped if one.inside in names]
    if not known and ("[content_types].xml" in names or "_rels/.rels" in names):
        folders = {name.partition("/")[0] for name in names}
        known = [one for one in zipped if one.inside.partition("/")[0] in folders]
    return known[0] if known else format_of("zip")


def _compound_format(data: bytes) -> str:
    names = {name.lower() for name in compound.root_names(data)}
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise EncryptedError("文件设有打开密码，不能读取。请用原软件打开并取消密码，保存后再读。")
    for known in FORMATS:
        if not names.isdisjoint(known.stream):
            return known.name
    if "__properties_version1.0" in names:
        raise UnsupportedFormatError(
            "暂不能读取Outlook的MSG邮件。把附件存下来逐个读取，或者把邮件另存为EML后再读。"
        )
    if "powerpoint document" in names:
        raise ForeignFormatError("演示文稿（PPT）不能读取。请提供年度报告的DOCX、PDF或者网页。")
    raise UnsupportedFormatError(
        "这是旧式复合文档，但既不是DOC也不是XLS，不能读取。请另存为DOCX、XLSX或者PDF后再读。"
    )


def _is_picture(data: bytes) -> bool:
    """Tell whether this is a picture; raises NoTextError where it cannot be recognised."""
    kind = next((name for start, name in _PICTURES if data.startswith(start)), "")
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        kind = "BMP"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        kind = "WEBP"
    if kind and not ocr.is_installed():
        raise NoTextError(
            f"这是{kind}图片，没有可读的文字。安装文字识别（{how_to_install(format_of('image').needs)}）后可以识别，"
            "或者请发布单位提供可复制文字的版本。"
        )
    return bool(kind)


def _refuse_archives(data: bytes) -> None:
    kind = next((name for start, name in _ARCHIVES if data.startswith(start)), "")
    if data[_TAR_AT : _TAR_AT + 5] == b"ustar":
        kind = "TAR"
    if kind:
        raise UnsupportedFormatError(
            f"这是{kind}压缩包，不能直接读取。解压后逐个读取其中的文件，或者改打成ZIP后再读。"
        )


def _office_xml(data: bytes) -> str:
    """Return which of the office formats of one XML file this is, "" where it is none."""
    head = data[:8192]
    if not re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|\?mso|pkg:|w:|office:|Workbook)", head):
        return ""
    spaces = [one for one in FORMATS if one.namespace]
    if kind := next((one.name for one in spaces if one.namespace in head), ""):
        is_page = re.search(rb"<html[\s>]", head, re.I)
        return "" if is_page else kind
    if b"<?mso-application" in head:
        raise UnsupportedFormatError("暂不能读取这种Office的XML文件。请另存为DOCX或者XLSX后再读。")
    return ""


def _text_format(data: bytes) -> str:
    if _PLAIN_PAGE.match(data) or is_mht(data):
        return "html"
    text, _ = decode_raw(data)
    if _is_rubbish(text):
        raise ForeignFormatError(
            "认不出这是什么格式：既不是文字、网页，也不是DOCX、XLSX、XLS或者PDF。请确认文件没有损坏，并另存为其中一种格式后再读。"
        )
    if _is_html(text):
        return "html"
    return "markdown" if _is_markdown(text) else "text"


def _is_rubbish(text: str) -> bool:
    """Tell whether the bytes are no text: too many controls or meaningless characters."""
    sample = text[:20_000]
    strange = re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\ufffd]", sample)
    return len(strange) > max(3, len(sample) // 20)


def _is_html(text: str) -> bool:
    if _ESCAPED_TAG.search(text):
        return True
    tags = [found[0] for _, found in zip(range(_FEW_TAGS), _TAG.finditer(text), strict=False)]
    if not tags:
        return False
    if "<td" not in text and _PIPE_RULE.search(text):
        return False
    if text.lstrip("\ufeff \t\r\n").startswith("<") or len(tags) == _FEW_TAGS:
        return True
    return any(tag.startswith("</") for tag in tags)


def _is_markdown(text: str) -> bool:
    if _PIPE_RULE.search(text) or _MARKDOWN_HEADING.search(text):
        return True
    return sum(1 for _ in zip(range(2), _PIPE_ROW.finditer(text), strict=False)) == 2
