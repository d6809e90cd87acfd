"""Read documents into annual reports."""

from ogi.reading.document import Document, Page, TableBlock, TableCell, TextBlock
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.matching import match
from ogi.reading.read import load, read, read_bytes, read_document

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "Limits",
    "Page",
    "TableBlock",
    "TableCell",
    "TextBlock",
    "load",
    "match",
    "read",
    "read_bytes",
    "read_document",
]
