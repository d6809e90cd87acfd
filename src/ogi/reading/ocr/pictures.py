"""Open pictures: one by one, within limits, whatever their mode."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageFile, ImageOps

from ogi.errors import DamagedError, LimitError
from ogi.reading.limits import Limits
from ogi.reading.ocr.engine import Picture

_A4 = 11.69  # inches of its longer side
_PLAUSIBLE = (7.0, 24.0)  # inches of the longer side of a page
_TAGGED = "dpi"
_MOST_FRAMES = 1000
_LONG = 4_000  # pixels: a shorter strip costs nothing to look at
_LONGEST_STRIP = 40  # how many times longer than wide a page may be
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, ZeroDivisionError, MemoryError)


@dataclass(frozen=True)
class Photograph:
    """A picture as pixels, in colour (height, width, 3) or grey, and its dots an inch."""

    pixels: Picture
    dpi: float

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        height, width = self.pixels.shape[:2]
        return 72 * width / self.dpi, 72 * height / self.dpi


def frames_in(data: bytes, limits: Limits) -> int:
    """Return how many pictures there are; raises DamagedError or LimitError."""
    with _opened(data) as image:
        _check_size(image, limits)
        return _frames(image, _MOST_FRAMES) if image.format in ("TIFF", "MPO") else 1


def _frames(image: Image.Image, most: int) -> int:
    """Return how many pictures there are, looking at no more than so many."""
    number = 1
    try:
        while number <= most:
            image.seek(number)
            number += 1
    except EOFError:
        pass
    if number > most:
        raise LimitError(f"图片文件里有{most:,}页以上，未作读取。只取年度报告的几页另存后再读。")
    image.seek(0)
    return number


def photographs_of(data: bytes, limits: Limits, most: int) -> Iterator[Photograph | None]:
    """Yield the first pictures of a file; None for one that is damaged."""
    with _opened(data) as image:
        count = _frames(image, _MOST_FRAMES) if image.format == "TIFF" else 1
        many = count > 1
        for index in range(min(most, count)):
            try:
                if many:
                    image.seek(index)
                _check_size(image, limits)
                yield photograph_of(image)
            except _BROKEN:
                yield None


def pictures_of(
    data: bytes, limits: Limits, scale: float
) -> Iterator[tuple[int, float, Image.Image]]:
    """Yield each picture's number, the pixels of a point, and itself, as the PDF's pages are."""
    for number, photograph in enumerate(photographs_of(data, limits, limits.scans), 1):
        if photograph is None:
            continue
        picture = Image.fromarray(photograph.pixels).convert("RGB")
        share = min(1.0, scale * 72 / photograph.dpi)
        size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
        yield number, share * photograph.dpi / 72, picture.resize(size)


def photograph_of(image: Image.Image, dpi: float | None = None) -> Photograph:
    """Return a picture as pixels; one that says how it was held is turned first."""
    with _whole():
        return _photograph(image, dpi)


@contextmanager
def _whole() -> Iterator[None]:
    """Let a picture that is cut short fail, whatever another library asked of Pillow."""
    asked, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = asked


def _photograph(image: Image.Image, dpi: float | None) -> Photograph:
    tagged = image.info.get(_TAGGED, (0, 0))[0]
    upright = ImageOps.exif_transpose(image)
    grey = upright.mode in ("1", "L", "I;16", "I", "F", "LA")
    pixels = np.asarray(_on_white(upright, "L" if grey else "RGB"), np.uint8)
    return Photograph(pixels, dpi or _plausible(float(tagged or 0), max(pixels.shape[:2])))


def _on_white(image: Image.Image, mode: str) -> Image.Image:
    if image.mode in ("I;16", "I", "F"):
        levels = np.asarray(image, np.float32)
        top = max(float(levels.max()), 1.0)
        return Image.fromarray((levels * (255 / top)).clip(0, 255).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(ground, clear).convert(mode)
    return image.convert(mode)


def _plausible(tagged: float, longest: int) -> float:
    """Return the dots an inch: as tagged, where that makes a page; else as if it were A4."""
    if tagged > 0 and _PLAUSIBLE[0] <= longest / tagged <= _PLAUSIBLE[1]:
        return tagged
    return longest / _A4


def _check_size(image: Image.Image, limits: Limits) -> None:
    width, height = image.size
    if width * height > limits.pixels:
        raise LimitError(
            f"图片有{width}×{height}像素，超过上限{limits.pixels:,}像素，未作读取。"
            "按200～300dpi另存后再读。"
        )
    longest = max(width, height)
    if longest > _LONG and longest > _LONGEST_STRIP * min(width, height) > 0:
        raise LimitError(
            f"图片有{width}×{height}像素，只是细长的一条，不是一页文件，未作读取。重新扫描后再读。"
        )
    if min(width, height) < 1:
        raise DamagedError("图片没有内容（宽或者高是0）。重新扫描或者重新下载后再读。")


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(BytesIO(data))
    except Image.DecompressionBombError as error:
        raise LimitError("图片的像素太多，未作读取。按200～300dpi另存后再读。") from error
    except _BROKEN as error:
        raise DamagedError("图片已损坏，无法打开。重新扫描或者重新下载后再读。") from error
