"""Read documents into annual reports."""

from ogi.reading.document import Document, Page, TableBlock, TableCell, TextBlock
from ogi.reading.found import Found
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.matching import match
from ogi.reading.read import load, read, read_all, read_all_bytes, read_bytes, read_document

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "Found",
    "Limits",
    "Page",
    "TableBlock",
    "TableCell",
    "TextBlock",
    "load",
    "match",
    "read",
    "read_all",
    "read_all_bytes",
    "read_bytes",
    "read_document",
]
