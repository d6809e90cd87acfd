"""Photographed pages in a container: pictures of one folder are pages of one document."""

import io
from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageOps, TiffImagePlugin

from ogi.page_names import documents_of
from ogi.reading.containers import Member

BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, ZeroDivisionError)
_PLAIN = ("1", "L", "RGB")


def leaflets(pictures: Iterable[Member]) -> Iterator[tuple[Member, str]]:
    """Yield the pictures of each folder as one, in the order of the numbers in their names.

    Beside each stands what is to be said of that order. The name of the folder becomes that
    of the document; a picture alone, and the first of several documents' pages, keep theirs.
    """
    folders: dict[str, dict[str, Member]] = {}
    for picture in pictures:
        folders.setdefault(picture.name.rpartition("/")[0], {})[picture.name] = picture
    for folder, members in folders.items():
        found = list(documents_of(list(members)))
        for one in found:
            pages = [members[name] for name in one.names]
            errors = [page.error for page in pages if page.error]
            name = folder if len(found) == 1 else pages[0].name
            if len(pages) == 1:
                yield pages[0], ""
            elif errors:
                yield Member(name, error=errors[0]), ""
            else:
                yield Member(name, as_tiff([page.data for page in pages]), "image"), one.remark


def as_tiff(pages: Sequence[bytes]) -> bytes:
    """Return pictures as one TIFF; one that cannot be opened is left out."""
    file = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(file) as tiff:
        for page in pages:
            try:
                with Image.open(io.BytesIO(page)) as image:
                    _append(image, tiff)
            except BROKEN:
                continue
    return file.getvalue()


def _append(image: Image.Image, tiff: TiffImagePlugin.AppendingTiffWriter) -> None:
    dots = image.info.get("dpi")
    lossy = image.format in ("JPEG", "MPO", "WEBP")
    upright = ImageOps.exif_transpose(image)
    picture = upright if upright.mode in _PLAIN else upright.convert("RGB")
    how = {"compression": "jpeg", "quality": 95} if lossy else {"compression": "tiff_lzw"}
    picture.save(tiff, "TIFF", **how, **({"dpi": dots} if dots else {}))
    tiff.newFrame()
