"""Photographed pages in a container: pictures of one folder are pages of one document."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageOps, TiffImagePlugin

from ogi.reading.containers import Member

BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, ZeroDivisionError)
_PLAIN = ("1", "L", "RGB")


def leaflets(pictures: Iterable[Member]) -> Iterator[Member]:
    """Yield the pictures of each folder as one, in the order of the numbers in their names.

    The name of the folder becomes that of the document. A picture alone keeps its own.
    """
    folders: dict[str, list[Member]] = {}
    for picture in pictures:
        folders.setdefault(picture.name.rpartition("/")[0], []).append(picture)
    for folder, members in folders.items():
        errors = [member.error for member in members if member.error]
        if len(members) == 1:
            yield from members
        elif errors:
            yield Member(folder, error=errors[0])
        else:
            pages = sorted(members, key=lambda member: _natural(member.name))
            yield Member(folder, as_tiff([page.data for page in pages]), "image")


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key that puts 第2页 before 第10页."""
    return [
        (int(piece), "") if piece.isdecimal() else (-1, piece)
        for piece in re.split(r"(\d{1,9})", name)
    ]


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
