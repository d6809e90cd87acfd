"""A paper as DOCX: own XML from template parts, packed the same way every time."""

from ogi.paper import Paper
from ogi.writing.archive import packed
from ogi.writing.docx.body import body
from ogi.writing.docx.parts import parts


def print_docx(paper: Paper) -> bytes:
    """Print a paper as DOCX."""
    return packed(parts(paper, body(paper)))
