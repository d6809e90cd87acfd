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


def _seal(page: Picture) -> npt.NDArray[np.float32]:
    """Where the ink of a seal lies, from 0 to 1: a ring, a star, and signs around it."""
    height, width = page.shape
    radius, centre = int(min(width, height) * 0.13), np.array([width * 0.62, height * 0.45])
    mark = np.zeros((height, width), np.uint8)
    cv2.circle(mark, centre.astype(int), radius, 255, max(3, radius // 16))
    corners = [
        centre + radius * (0.35 if n % 2 == 0 else 0.14) * np.array([np.sin(turn), -np.cos(turn)])
        for n, turn in enumerate(np.arange(10) * np.pi / 5)
    ]
    cv2.fillPoly(mark, [np.array(corners, np.int32)], 255)
    drawn = np.random.default_rng(3)
    for turn in np.linspace(0.85, 2.15, 9) * np.pi:
        middle = centre + 0.77 * radius * np.array([np.cos(turn), np.sin(turn)])
        for _ in range(6):
            ends = middle + drawn.uniform(-0.13, 0.13, (2, 2)) * radius
            start, end = ends.astype(int)
            cv2.line(mark, start, end, 255, max(2, radius // 40))
    uneven = cv2.GaussianBlur(drawn.uniform(0.5, 1.1, mark.shape), (0, 0), 3)
    return np.clip(mark / 255 * uneven, 0, 1).astype(np.float32)


def sealed(page: Picture, *, covers: float = 0.0) -> Picture:
    """A red seal over the table, as a JPEG in colours.

    `covers` is how much of the text its ink hides: 0 for none, as on paper.
    """
    ink = np.array([205, 30, 40], np.float32)
    share = _seal(page)[..., None]
    colours = np.repeat(page[..., None].astype(np.float32), 3, axis=2)
    through = colours * (1 - share * (1 - ink / 255))
    over = colours * (1 - share) + ink * share
    return packed_in_colours(through + covers * (over - through), 70)


def packed_in_colours(page: npt.NDArray[np.float32], quality: int) -> Picture:
    out = io.BytesIO()
    Image.fromarray(np.clip(page, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=quality)
    return np.array(Image.open(out))


def covered(page: Picture) -> Picture:
    """A seal that was laid over the page by a program: its ink hides most of the text."""
    return sealed(page, covers=0.75)


def sealed_and_scanned(page: Picture) -> Picture:
    colours = sealed(page)
    return np.stack([scanned(np.ascontiguousarray(colours[..., n])) for n in range(3)], axis=-1)


def sealed_and_copied(page: Picture) -> Picture:
    """A copy in grey of a sealed page: no colour tells the seal from the text."""
    return np.array(Image.fromarray(sealed(page)).convert("L"))


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
        clean, scanned, faint, faxed, photographed, bent, on_its_side, on_its_head,
        sealed, covered, sealed_and_scanned, sealed_and_copied,
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
