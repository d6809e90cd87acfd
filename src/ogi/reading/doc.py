"""DOC and WPS (Word 97–2003) to blocks, by way of DOCX.

A pure-Python converter does most of them; what it cannot do goes to LibreOffice.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ogi.errors import EncryptedError, MissingPartError, ReadingError
from ogi.reading.document import Document
from ogi.reading.docx import read_docx
from ogi.reading.limits import Limits
from ogi.reading.office import find_office, to_docx

_CALLED = "DOC、WPS"
_LOCKED = "文件设有打开密码，不能读取。用原软件打开并取消密码，保存后再读。"
_OFFICE = (
    "转换程序读不了这份DOC、WPS文件：可能已损坏，或者是Word 97以前的格式。"
    "安装LibreOffice后再试，或者用WPS、Word另存为DOCX后再读。"
)


def read_doc(data: bytes, limits: Limits) -> Document:
    """Read a DOC or WPS into a document."""
    document = _read_converted(data, limits)
    if document is None and find_office() is None:
        raise MissingPartError(_OFFICE)
    if document is None:
        document = read_docx(to_docx(data, "doc", _CALLED), limits)
    return replace(document, format="doc")


def _read_converted(data: bytes, limits: Limits) -> Document | None:
    """Return what the converter makes of a file, None where it makes nothing of it.

    It is young, and its faults on damaged files are not all of its own kinds of error.
    """
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with TemporaryDirectory(prefix="ogi-", ignore_cleanup_errors=True) as name:
        source, made = Path(name, "source.doc"), Path(name, "made.docx")
        source.write_bytes(data)
        try:
            convert(source, made)
            document = read_docx(made.read_bytes(), limits)
        except EncryptedDocumentError as error:
            raise EncryptedError(_LOCKED) from error
        except ReadingError:
            return None
        except Exception:  # see above
            return None
    return document if document.blocks else None
