"""Files that are sent to do harm: refused with a sentence, or served so that they do none."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ogisite.core.models import Person, StoredFile
from ogisite.core.services.files import FileRefusedError, accept
from ogisite.intake.models import Attachment, Case
from website.hostile.walking import closed

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
TYPES = "[Content_Types].xml"
MACRO = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'


def package(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in ({TYPES: b"<Types/>"} | parts).items():
            made.writestr(name, content)
    return out.getvalue()


WORD, BOOK = {"word/document.xml": b"<x/>"}, {"xl/workbook.xml": b"<x/>"}
HARMFUL = {
    "zip bomb": (package(**WORD, **{"word/a.xml": b"0" * 210 * 1024**2}), "大得不像一份文件"),
    "10,000 parts": (package(**WORD, **{f"p/{n}": b"" for n in range(10_000)}), "大得不像"),
    "DOCM as DOCX": (package(**WORD, **{"word/vbaProject.bin": b"x"}), "带有宏"),
    "XLSM as XLSX": (package(**BOOK, **{"xl/vbaProject.bin": b"x"}), "带有宏"),
    "macro under another name": (package(**WORD, **{TYPES: MACRO, "word/a.bin": b""}), "带有宏"),
    "macro sheet": (package(**BOOK, **{"xl/macrosheets/sheet1.xml": b"<x/>"}), "带有宏"),
    "control": (package(**WORD, **{"word/activeX/activeX1.bin": b"x"}), "带有宏"),
    "program inside": (package(**WORD, **{"word/embeddings/a.EXE": b"MZ"}), "带有宏"),
    "broken list of types": (
        package(**WORD).replace(b"<Types/>", b"<Txpes/>", 1)[:-40],
        "损坏的压缩包",
    ),
    "PDF and archive": (PDF + package(**WORD), "还接着一个压缩包"),
    "page before a PDF": (b"<html><script>alert(1)</script>" + PDF, "是网页"),
    "HTML as PDF": (b"<!DOCTYPE html><body onload=alert(1)>", "是网页"),
    "page after a remark": (b"<!-- x -->\n<script>alert(1)</script>", "是网页"),
    "SVG with script": (b"<svg xmlns='x'><script>alert(1)</script></svg>", "是网页"),
    "SVG with mark": ("\ufeff<?xml version='1.0'?><svg onload='x'/>".encode(), "是网页"),
    "a page without a head": (b"<img src=x onerror=alert(1)>", "是网页"),
    "mail with a page": (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html>", "是网页"),
    "page in UTF-16": ("<html><script>".encode("utf-16"), "不是能收的文件"),
    "empty": (b"", "是空的"),
    "21 MB": (PDF + b" " * (21 * 1024**2 - len(PDF)), "有21 MB"),
    "program": (b"MZ\x90\x00\x03\x00\x00\x00", "不是能收的文件"),
    "program of Linux": (b"\x7fELF\x02\x01\x01\x00", "不是能收的文件"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", HARMFUL)
def test_a_harmful_file_is_refused_with_a_sentence(kind: str) -> None:
    content, says = HARMFUL[kind]
    with pytest.raises(FileRefusedError, match=says):
        accept(SimpleUploadedFile("申请.docx", content))
    assert not StoredFile.objects.exists()


def add(client: Client, case: Case, name: str, content: bytes) -> Attachment:
    upload = SimpleUploadedFile("x", content, content_type="text/html")
    upload._name = name
    answer = client.post(f"/desk/cases/{case.pk}/files/", {"kind": "answer", "file": upload})
    assert answer.status_code == 302, answer.content.decode()
    return case.attachments.latest("pk")


@pytest.mark.parametrize(
    ("kind", "content", "media_type"),
    [
        ("PDF with a page in it", b"%PDF-1.7\n<html><script>x</script>" + PDF, "application/pdf"),
        ("a text with marks", b"a<b> </b><script>x</script>", "text/plain"),
        ("Word", package(**WORD), "application/vnd.openxmlformats-officedocument"),
    ],
)
def test_what_is_taken_is_never_shown_as_a_page(
    case: Case, people: dict[str, Person], kind: str, content: bytes, media_type: str
) -> None:
    client = Client()
    client.force_login(people["handler"])
    paper = add(client, case, "来函.html", content)
    answer = client.get(f"/desk/cases/{case.pk}/files/{paper.pk}/")
    assert answer["Content-Type"].startswith(media_type)
    assert answer["Content-Disposition"].startswith("attachment")
    assert ".html" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= {*answer["Cache-Control"].split(", ")}
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer) == content


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "a\r\nSet-Cookie: x=1"]
)
def test_a_name_reaches_neither_a_folder_nor_a_header(
    case: Case, people: dict[str, Person], name: str
) -> None:
    client = Client()
    client.force_login(people["handler"])
    paper = add(client, case, name, PDF)
    assert "/" not in paper.name
    assert "\\" not in paper.name
    assert paper.file.content.name == f"{paper.file.digest[:2]}/{paper.file.digest[2:]}"
    answer = client.get(f"/desk/cases/{case.pk}/files/{paper.pk}/")
    closed(answer)
    said = answer["Content-Disposition"]
    assert "\r" not in said
    assert "\n" not in said


def test_only_rights_open_a_file(case: Case, persons: dict[str, Person | None]) -> None:
    client = Client()
    handler, stranger = persons["handler"], persons["stranger"]
    assert handler
    assert stranger
    client.force_login(handler)
    paper = add(client, case, "来函.pdf", PDF)
    address = f"/desk/cases/{case.pk}/files/{paper.pk}/"
    assert Client().get(address).status_code == 302
    client.force_login(stranger)
    assert client.get(address).status_code == 404
    for guess in (paper.file.content.name, paper.file.digest):
        for root in ("/", "/files/", "/media/", "/static/", "/static/../files/"):
            assert client.get(root + guess).status_code == 404


def test_ten_thousand_files_at_once_are_refused(case: Case, people: dict[str, Person]) -> None:
    client = Client()
    client.force_login(people["handler"])
    files = [SimpleUploadedFile(f"{n}.pdf", b"%") for n in range(10_000)]
    client.post("/apply/", {"organ": case.organ_id, "how": "page"})
    for address in (f"/desk/cases/{case.pk}/files/", "/apply/form/"):
        answer = client.post(address, {"kind": "answer", "file": files})
        assert answer.status_code == 400
        assert "没有收下" in answer.content.decode()
        for file in files:
            file.seek(0)


def test_two_gigabytes_are_refused_before_they_are_read(db: None) -> None:
    answer = Client().generic("POST", "/apply/form/", b"x", CONTENT_LENGTH=str(2 * 1024**3))
    assert answer.status_code == 413
    assert "最多传100 MB" in answer.content.decode()
