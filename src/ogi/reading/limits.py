"""How large a document may be before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on a document; whoever calls may raise them.

    bytes          size of the file
    pages          pages of a PDF
    unpacked_bytes size of all parts of a zipped format (DOCX, XLSX) together
    ratio          how many times larger than packed a part may be unpacked
    cells          cells of all tables together
    """

    bytes: int = 50_000_000
    pages: int = 200
    unpacked_bytes: int = 200_000_000
    ratio: int = 200
    cells: int = 200_000


DEFAULT_LIMITS = Limits()
