"""E-mail: its attachments and its own text, in the ways that mail is written."""

import base64
from email.message import EmailMessage

import office
import pytest
from hypothesis import given, settings
from reading.made import made, says
from reading.test_damaged_bytes import damage

from ogi.errors import NotAnAnnualReportError
from ogi.reading import read_all_bytes
from ogi.reading.mht import is_mail, is_mht

REPORT, CELLS = made("云川县水务局")
OTHER, OTHER_CELLS = made("云川县教育局", seed=2)
HEAD = b"From: a@example.cn\r\nTo: b@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def letter(*attached: tuple[str, bytes], text: str = "各位：年报见附件。") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.cn", "b@example.cn", "报送年报"
    mail.set_content(text)
    for name, content in attached:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail


def attachment(disposition: bytes, content: bytes = REPORT) -> bytes:
    """Return a mail with one attachment, its header as given."""
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        + b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        + disposition
        + b"\r\n\r\n"
        + base64.encodebytes(content)
        + b"--x--\r\n"
    )


def test_each_report_attached_to_a_mail_is_read():
    mail = letter(("水务局.html", REPORT), ("教育局.html", OTHER)).as_bytes()
    first, second = read_all_bytes(mail, "报送.eml")
    assert (first.name, second.name) == ("报送.eml/水务局.html", "报送.eml/教育局.html")
    assert says(first.report, CELLS)
    assert says(second.report, OTHER_CELLS)
    assert first.report.remarks == second.report.remarks == ()


def test_a_report_in_the_text_of_a_mail_is_read():
    plain, cells = made("云川县水务局", style="tabs")
    (found,) = read_all_bytes(letter(text=plain.decode()).as_bytes(), "年报.eml")
    assert found.name == "年报.eml/正文"
    assert says(found.report, cells)


def test_of_a_text_sent_twice_the_one_with_tables_is_read():
    mail = letter(text="一、本年新收 3")
    mail.add_alternative(REPORT.decode(), subtype="html")
    (found,) = read_all_bytes(mail.as_bytes(), "年报.eml")
    assert says(found.report, CELLS)


def test_a_mail_forwarded_in_a_mail_is_opened():
    outer = letter()
    outer.add_attachment(letter(("水务局.html", REPORT)))
    (found,) = read_all_bytes(outer.as_bytes(), "转.eml")
    assert says(found.report, CELLS)


def test_a_zip_attached_to_a_mail_is_opened():
    mail = letter(("年报.zip", office.zipped({"水.html": REPORT, "育.html": OTHER})))
    names = [found.name for found in read_all_bytes(mail.as_bytes(), "报.eml")]
    assert names == ["报.eml/年报.zip/水.html", "报.eml/年报.zip/育.html"]


@pytest.mark.parametrize(
    "disposition",
    [
        b'Content-Disposition: attachment; filename="\xc4\xea\xb1\xa8.html"',
        'Content-Disposition: attachment; filename="年报.html"'.encode(),
        b'Content-Disposition: attachment; filename="=?gb2312?B?xOqxqC5odG1s?="',
        b'Content-Disposition: attachment; filename="=?utf-8?B?5bm0?=\r\n'
        b' =?utf-8?B?5oqlLmh0bWw=?="',
        b"Content-Disposition: attachment; filename*=gb2312''%C4%EA%B1%A8.html",
        b"Content-Disposition: attachment;\r\n filename*0*=utf-8''%E5%B9%B4;\r\n"
        b" filename*1*=%E6%8A%A5.html",
    ],
)
def test_names_of_attachments_are_read_in_all_the_ways_they_are_written(disposition):
    (found,) = read_all_bytes(attachment(disposition), "x.eml")
    assert found.name == "x.eml/年报.html"


def test_a_mail_with_nothing_but_a_greeting_holds_no_report():
    (found,) = read_all_bytes(letter().as_bytes(), "问候.eml")
    assert isinstance(found.error, NotAnAnnualReportError)


def test_a_text_in_gbk_is_read_as_its_header_says():
    body = REPORT.decode().encode("gb18030")
    mail = HEAD + b"Content-Type: text/html; charset=gb2312\r\n\r\n" + body
    (found,) = read_all_bytes(mail, "x.eml")
    assert says(found.report, CELLS)


def test_a_declaration_that_stands_on_any_mail_is_not_believed():
    mail = HEAD + b"Content-Type: text/html; charset=iso-8859-1\r\n\r\n" + REPORT
    (found,) = read_all_bytes(mail, "x.eml")
    assert says(found.report, CELLS)


def test_a_page_saved_as_one_file_is_a_page_and_no_mail():
    page = (
        b"From: <Saved by Blink>\r\nSubject: x\r\nDate: Fri, 5 Jan 2024 08:00:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"'
        b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(REPORT)
        + b"--b--\r\n"
    )
    assert is_mht(page)
    assert not is_mail(page)
    (found,) = read_all_bytes(page, "年报.mht")
    assert found.name == "年报.mht"
    assert says(found.report, CELLS)


def test_a_report_that_begins_like_a_header_is_no_mail():
    assert not is_mail("Title: 年报\nSubject: 2023\n\n一、总体情况".encode())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(damage(letter(("a.zip", office.zipped({"b.txt": b"x"})), ("c.html", b"<p>1")).as_bytes()))
def test_a_damaged_mail_is_read_or_refused(data):
    for found in read_all_bytes(data, "x.eml"):
        assert found.report or str(found.error)
