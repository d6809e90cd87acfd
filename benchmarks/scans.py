"""Scans: time a page against the bare engine on the same page, and what is read right."""

import json
import time
from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.tables import Grid
from ogi.reading import read_bytes
from ogi.reading.evaluation import Score, compare
from ogi.reading.ocr.engine import engine
from tests.reading.ocr.spoiling import KINDS, Picture, as_picture, as_tiff, printed
from tools.samples.declaration import ROOT

SAMPLES = ("printed-by-browser", "landscape", "mixed-editions")
DPI = (150, 200, 300)
STATES = {
    "clean": "原样",
    "scanned": "扫描",
    "faint": "墨淡",
    "faxed": "传真",
    "photographed": "拍照",
    "bent": "弯曲",
    "on_its_side": "横放",
    "on_its_head": "倒放",
    "sealed": "盖章",
    "covered": "章盖住字",
    "sealed_and_scanned": "盖章后扫描",
    "sealed_and_copied": "盖章后黑白复印",
}
RUNS = 3


def scan_times() -> Grid:
    """Reading a page against recognising its text alone, in one run, in turns."""
    heads = ("样例", "页", "读取 ms", "引擎 ms", "倍数")
    title = "扫描页：从图片到年报，比同一引擎只认文字（200dpi）"
    return Grid(title, heads, list(_time_rows()))


def _time_rows() -> Iterator[tuple[str, ...]]:
    bare = _bare_engine()
    for name in SAMPLES:
        for number, page in enumerate(_pages(name, 200), 1):
            data = as_picture(KINDS["scanned"](page), "PNG")
            colours = np.repeat(KINDS["scanned"](page)[..., None], 3, axis=2)
            whole, least = [], []
            for _ in range(RUNS + 1):
                whole.append(_seconds(lambda data=data: _read(data)))
                least.append(_seconds(lambda colours=colours: bare(colours)))
            reading, floor = min(whole[1:]) * 1000, min(least[1:]) * 1000
            ratio = median(a / b for a, b in zip(whole[1:], least[1:], strict=True))
            yield name, str(number), f"{reading:.0f}", f"{floor:.0f}", f"{ratio:.2f}"


def _read(data: bytes) -> None:
    from ogi.errors import NotAnAnnualReportError

    try:
        read_bytes(data)
    except NotAnAnnualReportError:
        return  # a single page may hold no table


def _seconds(work: Any) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _bare_engine() -> Any:
    """Return rapidocr on OpenVINO with the models of its own package."""
    engine()  # imports OpenVINO so that it reports to nobody
    from rapidocr import EngineType, RapidOCR

    spec = find_spec("rapidocr")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    models = Path(spec.submodule_search_locations[0]) / "models"
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "error",
            "Det.engine_type": EngineType.OPENVINO,
            "Rec.engine_type": EngineType.OPENVINO,
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
        }
    )


def scan_accuracy() -> Grid:
    """Cells read right, doubted, not read, and wrong without a doubt, by resolution and state."""
    heads = (
        "分辨率",
        "状态",
        "格",
        "读对",
        "读对 %",
        "其中存疑",
        "未读出",
        "读错并存疑",
        "读错未存疑",
    )
    title = f"扫描件读得对不对（{'、'.join(SAMPLES)}）"
    return Grid(title, heads, list(_accuracy_rows()))


def _accuracy_rows() -> Iterator[tuple[str, ...]]:
    for dpi in DPI:
        for state, word in STATES.items():
            scores = [_score(name, dpi, state) for name in SAMPLES]
            cells, right = sum(s.cells for s in scores), sum(s.right for s in scores)
            yield (
                f"{dpi} dpi",
                word,
                str(cells),
                str(right),
                f"{100 * right / cells:.2f}",
                *(
                    str(sum(getattr(s, part) for s in scores))
                    for part in ("doubted", "missed", "wrong", "silent")
                ),
            )


def _score(name: str, dpi: int, state: str) -> Score:
    data = as_tiff(map(KINDS[state], _pages(name, dpi)), dpi)
    truth = (ROOT / name / "truth.json").read_text(encoding="utf-8")
    return compare(name, read_bytes(data), json.loads(truth, parse_float=Decimal))


def _pages(name: str, dpi: int) -> list[Picture]:
    return printed((ROOT / name / "source.pdf").read_bytes(), dpi)
