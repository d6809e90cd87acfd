"""Files that are sent in: told from their content, kept once, refused with a sentence."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ogisite.core.models import StoredFile
from ogisite.core.services.files import FileRefusedError, accept, store

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def package(*names: str, content: bytes = b"<x/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")


def taken(name: str, content: bytes) -> tuple[str, str]:
    found = accept(SimpleUploadedFile(name, content, content_type="text/html"))
    return found.name, found.file.media_type


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("申请.pdf", PDF, "申请.pdf"),
        ("照片.JPG", b"\xff\xd8\xff\xe0....\xff\xd9", "照片.jpg"),
        ("图.png", b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82", "图.png"),
        ("说明.docx", DOCX, "说明.docx"),
        ("表.xlsx", package("[Content_Types].xml", "xl/workbook.xml"), "表.xlsx"),
        ("说明.txt", "要的是补偿方案".encode("gb18030"), "说明.txt"),
        ("evil.html", PDF, "evil.pdf"),
        ("../../etc/passwd", b"root", "passwd.txt"),
        ("C:\\扫描\\件.pdf", PDF, "件.pdf"),
        ("a\u202efdp.exe", PDF, "afdp.pdf"),
        ("", PDF, "文件.pdf"),
    ],
)
def test_a_file_is_told_from_its_content(name: str, content: bytes, shown: str) -> None:
    upload = SimpleUploadedFile("x", content)
    upload._name = name
    assert accept(upload).name == shown


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "是空的"),
        (b"<!DOCTYPE html><script>1</script>", "是网页"),
        (b"  \n<svg onload=alert(1)>", "是网页"),
        (b"MZ\x90\x00\x03\x00", "不是能收的文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版的Word"),
        (package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "带有宏"),
        (package("a.txt"), "压缩包或者别种文件"),
        (b"PK\x03\x04" + b"\x00" * 50, "损坏的压缩包"),
        (PDF + DOCX, "后面还接着一个压缩包"),
        (b"%PDF-1.7\n<script>alert(1)</script>", "没有结尾"),
        (b"\xff\xd8\xff\xe0 cut", "不完整"),
        (b"\x00" * 1000, "不是能收的文件"),
    ],
)
def test_a_file_that_is_not_taken_says_what_it_is(content: bytes, says: str) -> None:
    with pytest.raises(FileRefusedError, match=says) as refused:
        accept(SimpleUploadedFile("件.pdf", content))
    assert refused.value.says.startswith("“件.pdf”")
    assert not StoredFile.objects.exists()


def test_a_package_that_unpacks_to_a_mountain_is_not_taken() -> None:
    bomb = package(*(f"word/{n}.xml" for n in range(3)), content=b"0" * 80 * 1024**2)
    assert len(bomb) < 1024**2
    with pytest.raises(FileRefusedError, match="大得不像一份文件"):
        accept(SimpleUploadedFile("件.docx", bomb))


def test_a_file_that_is_too_big_says_how_big_it_is(settings: object) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024  # type: ignore[attr-defined]
    with pytest.raises(FileRefusedError, match=r"有1\.5 MB，单个文件不超过1 MB"):
        accept(SimpleUploadedFile("件.pdf", PDF + b" " * (1536 * 1024)))


def test_the_same_content_is_kept_once() -> None:
    one = accept(SimpleUploadedFile("一.pdf", PDF)).file
    assert accept(SimpleUploadedFile("二.pdf", PDF)).file == one == store(PDF, "application/pdf")
    with one.content.open("rb") as content:
        assert content.read() == PDF
