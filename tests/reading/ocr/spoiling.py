"""What happens to a page before it is read: printing, scanning, photographing, faxing."""

import io
from collections.abc import Callable, Iterable

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image

Picture = npt.NDArray[np.uint8]


def printed(data: bytes, dpi: int) -> list[Picture]:
    """Return the pages of a PDF as grey pictures."""
    document = pdfium.PdfDocument(data)
    try:
        return [
            np.array(document[index].render(scale=dpi / 72).to_pil().convert("L"))
            for index in range(len(document))
        ]
    finally:
        document.close()


def clean(page: Picture) -> Picture:
    return page


def skewed(page: Picture, degrees: float = 0.8) -> Picture:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=250)


def noisy(page: Picture, sigma: float) -> Picture:
    noise = np.random.default_rng(1).normal(0, sigma, page.shape)
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def packed(page: Picture, quality: int) -> Picture:
    return cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)


def scanned(page: Picture) -> Picture:
    """An office scanner: a little skew, grey paper, noise, JPEG."""
    grey = np.clip(page * 0.85 + 30, 0, 255).astype(np.uint8)
    return packed(noisy(cv2.GaussianBlur(skewed(grey), (0, 0), 0.7), 8), 60)


def faint(page: Picture) -> Picture:
    """Toner that runs out."""
    grey = (255 - (255 - page.astype(np.float32)) * 0.35).astype(np.uint8)
    return packed(noisy(cv2.GaussianBlur(grey, (0, 0), 0.8), 6), 70)


def faxed(page: Picture) -> Picture:
    """Black and white, torn lines, more skew."""
    turned = cv2.GaussianBlur(skewed(page, 2.2), (0, 0), 0.6)
    noise = np.random.default_rng(1).normal(0, 25, page.shape)
    return np.where(turned + noise < 150, 0, 255).astype(np.uint8)


def photographed(page: Picture) -> Picture:
    """A sheet on a dark desk, held at an angle, half in the shadow."""
    height, width = page.shape
    high, wide = int(height * 1.15), int(width * 1.2)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    target = np.array(
        [[0.09 * wide, 0.05 * high], [0.93 * wide, 0.08 * high],
         [0.97 * wide, 0.95 * high], [0.04 * wide, 0.93 * high]], np.float32
    )  # fmt: skip
    matrix = cv2.getPerspectiveTransform(source, target)
    lying = cv2.warpPerspective(page, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=60)
    down, across = np.mgrid[0:high, 0:wide]
    shadow = (0.62 + 0.38 * across / wide) * (0.8 + 0.2 * down / high)
    return packed(noisy(cv2.GaussianBlur(lying * shadow, (0, 0), 0.8), 6), 75)


def bent(page: Picture) -> Picture:
    """A book that does not lie flat."""
    height, width = page.shape
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    down += 0.006 * height * np.sin(np.pi * across / width)
    return scanned(cv2.remap(page, across, down, cv2.INTER_CUBIC, borderValue=255))


def sealed(page: Picture) -> Picture:
    """A red seal over the table; the picture has colours."""
    height, width = page.shape
    radius, centre = int(width * 0.09), (int(width * 0.62), int(height * 0.45))
    mark = np.zeros((height, width), np.uint8)
    cv2.circle(mark, centre, radius, 255, max(3, radius // 14))
    cv2.circle(mark, centre, radius // 4, 255, -1)
    share = (mark / 255.0)[..., None]
    colour = np.repeat(page[..., None].astype(np.float32), 3, axis=2)
    ink = np.array([205, 30, 40], np.float32) / 255
    return np.clip(colour * (1 - share) + colour * ink * share, 0, 255).astype(np.uint8)


def on_its_side(page: Picture) -> Picture:
    return np.ascontiguousarray(np.rot90(page))


def on_its_head(page: Picture) -> Picture:
    return np.ascontiguousarray(page[::-1, ::-1])


def side_by_side(pages: Iterable[Picture]) -> Picture:
    """An opened booklet: two pages on one picture."""
    return np.hstack([*pages])


KINDS: dict[str, Callable[[Picture], Picture]] = {
    kind.__name__: kind
    for kind in (
        clean, scanned, faint, faxed, photographed, bent, sealed, on_its_side, on_its_head
    )
}  # fmt: skip


def as_tiff(pages: Iterable[Picture], dpi: int) -> bytes:
    first, *others = (Image.fromarray(page) for page in pages)
    out = io.BytesIO()
    first.save(
        out, "TIFF", compression="tiff_deflate", save_all=True, append_images=others, dpi=(dpi, dpi)
    )
    return out.getvalue()


def as_picture(page: Picture, kind: str) -> bytes:
    out = io.BytesIO()
    Image.fromarray(page).save(out, kind)
    return out.getvalue()


def as_pdf(pages: Iterable[Picture], dpi: int) -> bytes:
    first, *others = (Image.fromarray(page) for page in pages)
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others, resolution=dpi)
    return out.getvalue()
