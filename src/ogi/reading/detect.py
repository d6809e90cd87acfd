"""Tell the format of a document from its content; its name is never asked."""

import io
import re
import zipfile

from ogi.errors import DamagedError, EncryptedError, NoTextError, UnsupportedFormatError
from ogi.reading import compound
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
    (b"\x1f\x8b\x08", "GZIP"),
)
_TAG = re.compile(
    r"<(?:!doctype html|/?(?:html|head|body|table|tbody|tr|td|th|p|div|span|font|h[1-6]|ul|ol|li"
    r"|section|article|strong|center|meta|title|a|img)(?=[\s>/])[^<>]{0,2000}>)",
    re.I,
)
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:table|td|tr|p|div|span)\b|<\\/(?:td|p|div)>|\\u003c/?(?:td|p)\b", re.I
)
_FEW_TAGS = 3
_PLAIN_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)[\s>]", re.I)
_PIPE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$", re.M)
_PIPE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.M)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.M)


def detect(data: bytes) -> str:
    """Return the format: text, markdown, html, docx, xlsx, xls or pdf.

    Raises UnsupportedFormatError for other formats, NoTextError for pictures,
    EncryptedError for locked office files and DamagedError for an empty file.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedError(
            f"文件是空的（{len(data)}字节），没有可读的内容。请重新下载或者导出后再读。"
        )
    if re.search(rb"%PDF-\d", data[:_PDF_WITHIN]):
        return "pdf"
    if data.startswith(compound.SIGNATURE):
        return _compound_format(data)
    if data.startswith(b"PK"):
        return _zip_format(data)
    _refuse_pictures(data)
    _refuse_known(data)
    return _text_format(data)


def _zip_format(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise DamagedError(
            "文件已损坏：它是压缩格式（DOCX、XLSX等），但压缩目录无法读取，可能没有下载完整。请重新下载后再读。"
        ) from error
    folders = {name.replace("\\", "/").partition("/")[0].lower() for name in names}
    if "word" in folders:
        return "docx"
    if "xl" in folders:
        return "xlsx"
    if "ofd.xml" in folders:
        raise UnsupportedFormatError("暂不能读取OFD文件。请在阅读器中另存为PDF或者DOCX后再读。")
    if "content.xml" in folders:
        raise UnsupportedFormatError("暂不能读取ODF文件（ODT、ODS）。请另存为DOCX或者XLSX后再读。")
    if "ppt" in folders:
        raise UnsupportedFormatError(
            "演示文稿（PPTX）不能读取。请提供年度报告的DOCX、PDF或者网页。"
        )
    raise UnsupportedFormatError("这是压缩包，不能直接读取。请解压后逐个读取其中的文件。")


def _compound_format(data: bytes) -> str:
    names = {name.lower() for name in compound.root_names(data)}
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise EncryptedError("文件设有打开密码，不能读取。请用原软件打开并取消密码，保存后再读。")
    if "worddocument" in names:
        raise UnsupportedFormatError(
            "暂不能读取DOC、WPS文字文件。请用WPS或者Word另存为DOCX后再读。"
        )
    if names & {"workbook", "book"}:
        return "xls"
    raise UnsupportedFormatError(
        "这是旧式复合文档，但既不是DOC也不是XLS，不能读取。请另存为DOCX、XLSX或者PDF后再读。"
    )


def _refuse_pictures(data: bytes) -> None:
    kind = next((name for start, name in _PICTURES if data.startswith(start)), "")
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        kind = "BMP"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        kind = "WEBP"
    if kind:
        raise NoTextError(
            f'这是{kind}图片，没有可读的文字。安装文字识别（pip install "ogi[ocr]"）后可以识别，'
            "或者请发布单位提供可复制文字的版本。"
        )


def _refuse_known(data: bytes) -> None:
    """Refuse formats that look like text and cannot be read as text."""
    if kind := next((name for start, name in _ARCHIVES if data.startswith(start)), ""):
        raise UnsupportedFormatError(
            f"这是{kind}压缩包，不能直接读取。请解压后逐个读取其中的文件。"
        )
    head = data[:2048]
    if data.startswith(b"{\\rtf"):
        raise UnsupportedFormatError("暂不能读取RTF文件。请用WPS或者Word另存为DOCX后再读。")
    if b"<?mso-application" in head or b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        raise UnsupportedFormatError("暂不能读取Office的XML文件。请另存为DOCX或者XLSX后再读。")


def _text_format(data: bytes) -> str:
    if _PLAIN_PAGE.match(data) or is_mht(data):
        return "html"
    text, _ = decode_raw(data)
    if _is_rubbish(text):
        raise UnsupportedFormatError(
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
