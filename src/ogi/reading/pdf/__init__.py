"""Read PDF documents with a text layer: tables by their ruling lines or white space."""

from ogi.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
