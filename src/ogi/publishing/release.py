"""The check before release (发布前检查): everything that a file carries unseen, each by name."""

import io
import zipfile

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import Package, UnreadableError
from ogi.publishing.pdf import hidden_in_pdf
from ogi.publishing.pictures import hidden_in_picture
from ogi.publishing.properties import names_in_properties
from ogi.publishing.text_document import hidden_in_text_document
from ogi.publishing.workbook import hidden_in_workbook

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG")


def before_release(content: bytes) -> tuple[Finding, ...]:
    """Return what a file carries unseen: of DOCX, XLSX, PDF, JPEG and PNG, told by content.

    A file that cannot be looked through to its end is a finding, too.
    """
    try:
        return tuple(_looked_through(content))
    except UnreadableError as error:
        return (Finding(Hidden.UNREADABLE, str(error)),)


def _looked_through(content: bytes) -> list[Finding]:
    if content.startswith(b"%PDF"):
        return list(hidden_in_pdf(content))
    if content.startswith(_PICTURES):
        return list(hidden_in_picture(content))
    if content.startswith(b"PK"):
        return _package(content)
    return []


def _package(content: bytes) -> list[Finding]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            package = Package(opened)
            if "xl/workbook.xml" in package.names:
                return [*hidden_in_workbook(package), *names_in_properties(package)]
            if "word/document.xml" in package.names:
                return [*hidden_in_text_document(package), *names_in_properties(package)]
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableError("文件打不开，没有检查完") from error
    return []


__all__ = ["Finding", "Hidden", "before_release"]
