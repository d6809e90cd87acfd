"""Read scans (扫描件): pictures, and pages of a PDF that have no text.

A picture becomes a sheet as the PDF reader knows it: the page is brought upright
(`pictures`, `stamps`, `straightening`, `turning`, `spreads`), its ruling lines are found
(`rulings`), its lines of text are found and recognised (`boxes`, `cutting`, `characters`),
and glyphs and rules go the way of every PDF page. The figures of the tables are then
recognised a second time, each alone (`second`). What one reading says and the other does
not is kept beside the text, for the matcher to doubt.

Everything here needs the extra `ogi[ocr]`; this module alone can be imported without it.
"""

from importlib.util import find_spec

from ogi.reading.document import Document
from ogi.reading.limits import Limits

_PARTS = ("numpy", "cv2", "rapidocr")
_ENGINES = ("openvino", "onnxruntime")


def is_installed() -> bool:
    """Tell whether everything that recognition needs is installed."""
    return all(map(_is_there, _PARTS)) and any(map(_is_there, _ENGINES))


def read_picture(data: bytes, limits: Limits) -> Document:
    """Read a picture, or every picture of a TIFF, as the pages of a document."""
    from ogi.reading.ocr.document import read_picture as read

    return read(data, limits)


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False
