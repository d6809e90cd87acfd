import io

import office
import pytest
import xlwt

from ogi.errors import DamagedError, EncryptedError, NoTextError, UnsupportedFormatError
from ogi.reading import ocr
from ogi.reading.compound import SIGNATURE
from ogi.reading.detect import detect

TEXT = "云河县档案局2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开信息26条。\n"


def old_workbook() -> bytes:
    file = io.BytesIO()
    book = xlwt.Workbook()
    book.add_sheet("年报").write(0, 0, "规章")
    book.save(file)
    return file.getvalue()


def compound_file(name: str) -> bytes:
    """An XLS whose stream is given another name."""
    wide = "Workbook".encode("utf-16-le")
    data = old_workbook()
    at = data.index(wide)
    stream = name.encode("utf-16-le")
    entry = (stream + bytes(64 - len(stream))) + (len(stream) + 2).to_bytes(2, "little")
    return data[:at] + entry + data[at + 66 :]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT.encode(), "text"),
        (TEXT.encode("gb18030"), "text"),
        (TEXT.encode("utf-16"), "text"),
        (b"%PDF-1.7\n", "pdf"),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", "pdf"),
        (office.docx(office.paragraph("年报")), "docx"),
        (office.xlsx(""), "xlsx"),
        (old_workbook(), "xls"),
        (compound_file("WordDocument"), "doc"),
        (compound_file("worddocument"), "doc"),
        (office.zipped({"content.xml": "<x/>"}), "odf"),
        (office.zipped({"年报.pdf": "x"}), "zip"),
        (office.zipped({"word/年报.pdf": "x"}), "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1 x}", "rtf"),
        (b"From: a@b\r\nTo: c@d\r\nSubject: x\r\n\r\n<p>y</p>", "eml"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\nx", "html"),
        (
            b'<?xml version="1.0"?><x xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "sheetml",
        ),
        (b"<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("\ufeff<p>一、总体情况</p>".encode(), "html"),
        ("<p>一、总体情况</p>".encode("gbk"), "html"),
        ("名称\n<td>规章</td>\n<td>0</td>".encode(), "html"),
        ("正文：&lt;table&gt;&lt;td&gt;规章&lt;/td&gt;".encode(), "html"),
        ('{"content": "<p>一、总体情况<\\/p>"}'.encode(), "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "html"),
        ("| 信息内容 | 件数 |\n|---|---|\n| 规章 | 0 |\n".encode(), "markdown"),
        ('<div align="center"><p>年报</p></div>\n\n| 规章 | 0 |\n|---|---|\n'.encode(), "markdown"),
        ("# 年度报告\n\n一、总体情况\n".encode(), "markdown"),
        ("| 规章 | 0<br>件 |\n| --- | --- |\n".encode(), "markdown"),
    ],
)
def test_the_format_is_told_from_the_content(data, kind):
    assert detect(data) == kind


def test_an_expression_with_angle_brackets_is_not_markup():
    assert detect("贯彻<规划纲要>实施方案，1<2，3>2。".encode()) == "text"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", bytes(40)])
def test_an_empty_file_says_that_it_is_empty(data):
    with pytest.raises(DamagedError, match="空的"):
        detect(data)


def test_an_office_file_with_a_password_says_so():
    with pytest.raises(EncryptedError, match="密码"):
        detect(compound_file("EncryptedPackage"))


def test_a_compound_file_that_is_cut_short_is_damaged():
    with pytest.raises(DamagedError):
        detect(SIGNATURE + b"\x00" * 30)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n1",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"II*\x00",
        b"BM1234\x00\x00\x00\x00",
        b"RIFF1234WEBP",
    ],
)
def test_a_picture_names_the_extra_that_could_read_it(data, monkeypatch):
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(NoTextError, match=r"pip install .*\[ocr\]"):
        detect(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (office.zipped({"OFD.xml": "<x/>"}), "OFD"),
        (office.zipped({"ppt/presentation.xml": "<x/>"}), "PPTX"),
        (compound_file("__properties_version1.0"), "MSG"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b'<?xml version="1.0"?><?mso-application progid="InfoPath.Document"?><x/>', "XML"),
        (bytes(range(256)) * 40, "认不出"),
    ],
)
def test_a_format_that_cannot_be_read_is_named(data, says):
    with pytest.raises(UnsupportedFormatError, match=says):
        detect(data)


def test_a_zip_that_is_cut_short_is_damaged():
    with pytest.raises(DamagedError, match="没有下载完整"):
        detect(office.docx(office.paragraph("年报"))[:-30])
