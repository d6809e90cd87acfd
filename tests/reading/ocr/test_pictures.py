"""Pictures that are too large, broken or empty; nothing is ever sent or fetched."""

import io
import socket
import subprocess
import sys

import numpy as np
import pytest
from needed import need
from PIL import Image, ImageFile

from ogi.errors import DamagedError, LimitError, MissingPartError, NoTextError
from ogi.reading import ocr, read_bytes
from ogi.reading.limits import Limits
from ogi.reading.ocr import engine as engines
from ogi.reading.ocr.pictures import photographs_of
from ogi.reading.pictured import left_out

from .spoiling import as_picture, as_tiff

PAPER = np.full((700, 500), 255, np.uint8)
NOISE = np.random.default_rng(2).integers(0, 255, (300, 300), np.uint8)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_a_picture_without_text_says_so(kind: str) -> None:
    with pytest.raises(NoTextError, match="没有认出文字"):
        read_bytes(as_picture(PAPER, kind))


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 2), (300, 300)])
@pytest.mark.parametrize("level", [0, 255])
def test_a_picture_of_nothing_says_so(size: tuple[int, int], level: int) -> None:
    with pytest.raises(NoTextError):
        read_bytes(as_picture(np.full(size, level, np.uint8), "PNG"))


@pytest.mark.parametrize("lax", [False, True])  # some libraries ask Pillow to be so
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.5])
def test_a_picture_cut_short_is_damaged(
    kind: str, share: float, lax: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lax)
    data = as_picture(NOISE, kind)
    with pytest.raises(DamagedError, match="损坏"):
        read_bytes(data[: max(20, int(len(data) * share))])


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(LimitError, match=r"500×700像素.*100,000"):
        read_bytes(as_picture(PAPER, "PNG"), limits=Limits(pixels=100_000))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(LimitError, match="像素"):
        read_bytes(out.getvalue())


def test_of_a_long_scan_the_first_pages_are_read() -> None:
    data = as_tiff([PAPER] * 5, 100)
    assert len(list(photographs_of(data, Limits(), 3))) == 3
    assert "其中2页图像" in left_out(5, 2)


@pytest.mark.parametrize(
    ("installed", "says"), [(False, r"pip install .*\[ocr\]"), (True, "没有认出")]
)
def test_a_pdf_of_a_white_page_says_what_would_help(
    monkeypatch: pytest.MonkeyPatch, installed: bool, says: str
) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: installed)
    out = io.BytesIO()
    Image.new("L", (400, 600), 255).save(out, "PDF")
    with pytest.raises(NoTextError, match=says):
        read_bytes(out.getvalue())


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "CMYK", "I;16", "F"])
def test_pictures_of_every_mode_become_grey_or_colours(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (40, 60)).save(out, "TIFF" if mode != "P" else "PNG")
    (photograph,) = photographs_of(out.getvalue(), Limits(), 1)
    assert photograph is not None
    assert photograph.pixels.shape[:2] == (60, 40)
    assert photograph.pixels.dtype == np.uint8


def test_a_page_is_taken_for_a4_where_its_resolution_makes_no_sense() -> None:
    (phone,) = photographs_of(as_tiff([PAPER], 1), Limits(), 1)
    (scanner,) = photographs_of(as_tiff([PAPER], 60), Limits(), 1)
    assert phone is not None
    assert scanner is not None
    assert round(phone.size[1]) == 842
    assert scanner.dpi == 60


def test_without_an_engine_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_with_openvino", _missing)
    monkeypatch.setattr(engines, "_with_onnxruntime", _missing)
    with pytest.raises(MissingPartError, match=r"pip install .*\[ocr\]"):
        engines.engine.__wrapped__()


def _missing(folder: object) -> engines.Engine:
    raise ImportError


def test_recognition_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    loaded = engines.engine.__wrapped__()
    assert loaded.recognise(np.zeros((1, 3, 48, 64), np.float32)).shape[-1] == len(
        loaded.characters
    )


def test_the_engine_reports_to_nobody() -> None:
    """In a process of its own: OpenVINO would send a message as soon as it is imported."""
    code = (
        "import sys; from ogi.reading.ocr.engine import engine; engine(); "
        "print([m for m in ('openvino_telemetry', 'rapidocr', 'requests') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_onnxruntime_runs_the_same_models() -> None:
    need("onnxruntime", "recognition with it")
    loaded = engines._with_onnxruntime(engines._folder())
    line = np.zeros((1, 3, 48, 64), np.float32)
    assert loaded.characters == engines.engine().characters
    assert np.allclose(loaded.recognise(line), engines.engine().recognise(line), atol=0.02)
