"""The two models: where text stands, and which characters it is.

The models (PP-OCRv6, small) are files in the package `rapidocr`; they are run by OpenVINO,
or by onnxruntime where that is missing. Only their files are used: nothing is ever
downloaded, and nothing is sent. They are loaded once a process.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ogi.errors import MissingPartError
from ogi.parts import how_to_install

Floats = npt.NDArray[np.float32]
Picture = npt.NDArray[np.uint8]
Model = Callable[[Floats], Floats]

_MISSING = "扫描件要用文字识别组件才能读取，这里没有安装。安装后再读："
_TELEMETRY = "openvino_telemetry"
_FINDER = "PP-OCRv6_det_small.onnx"
_READER = "PP-OCRv6_rec_small.onnx"


@dataclass(frozen=True)
class Engine:
    """The models, ready to run.

    `find` takes pictures (n, 3, height, width) from -1 to 1, with sides that are multiples
    of 32, and says how likely each pixel is text (n, 1, height, width). `recognise` takes
    lines (n, 3, 48, width) and gives (n, steps, classes): a step is 8 pixels wide, the
    first class is nothing, the others are `characters`.
    """

    find: Model
    recognise: Model
    characters: tuple[str, ...]
    name: str


@cache
def engine() -> Engine:
    """Return the engine of this process; raises MissingPartError where it is not there."""
    folder = _folder()
    for load in (_with_openvino, _with_onnxruntime):
        try:
            return load(folder)
        except ImportError:
            continue
    raise MissingPartError(_MISSING + how_to_install("ocr"))


def _folder() -> Path:
    spec = find_spec("rapidocr")
    places = spec.submodule_search_locations if spec else None
    folder = Path(places[0]) / "models" if places else Path()
    if not all((folder / name).is_file() for name in (_FINDER, _READER)):
        raise MissingPartError(_MISSING + how_to_install("ocr"))
    return folder


def _with_openvino(folder: Path) -> Engine:
    with _without_telemetry():
        import openvino

    core: Any = openvino.Core()
    hint = {"PERFORMANCE_HINT": "LATENCY"}

    def compiled(model: Any) -> Model:
        request = core.compile_model(model, "CPU", hint).create_infer_request()

        def run(batch: Floats) -> Floats:
            request.infer([batch])
            found: Floats = request.get_output_tensor().data
            return found

        return run

    reader = core.read_model(folder / _READER)
    characters = reader.get_rt_info()["framework"]["character"].value.splitlines()
    finder = core.read_model(folder / _FINDER)
    return Engine(compiled(finder), compiled(reader), _classes(characters), "openvino")


@contextmanager
def _without_telemetry() -> Iterator[None]:
    """Import OpenVINO so that it reports to nobody.

    On import it tells its maker so, unless its package for that cannot be imported.
    """
    kept = sys.modules.get(_TELEMETRY)
    sys.modules[_TELEMETRY] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[_TELEMETRY]
        if kept is not None:
            sys.modules[_TELEMETRY] = kept


def _with_onnxruntime(folder: Path) -> Engine:
    import onnxruntime

    def session(name: str) -> Any:
        return onnxruntime.InferenceSession(folder / name, providers=["CPUExecutionProvider"])

    def runner(one: Any) -> Model:
        entry = one.get_inputs()[0].name

        def run(batch: Floats) -> Floats:
            found: Floats = one.run(None, {entry: batch})[0]
            return found

        return run

    reader = session(_READER)
    characters = reader.get_modelmeta().custom_metadata_map["character"].splitlines()
    return Engine(runner(session(_FINDER)), runner(reader), _classes(characters), "onnxruntime")


def _classes(characters: list[str]) -> tuple[str, ...]:
    """Return what each class means: nothing first, then the characters, a space last."""
    return ("", *characters, " ")
