"""What we use of the package rapidocr beside its promises: two files, what they take and give."""

import numpy as np
import pytest

from ogi.reading.ocr import engine as engines

STEP = 8  # pixels


def test_the_models_are_files_in_the_package():
    folder = engines._folder()
    assert {path.name for path in folder.glob("PP-OCRv6_*_small.onnx")} == {
        "PP-OCRv6_det_small.onnx",
        "PP-OCRv6_rec_small.onnx",
    }


@pytest.mark.parametrize("load", [engines._with_openvino, engines._with_onnxruntime])
def test_the_models_take_and_give_what_the_engine_says(load):
    engine = load(engines._folder())
    found = engine.find(np.zeros((1, 3, 64, 96), np.float32))
    assert found.shape == (1, 1, 64, 96)
    assert 0 <= found.min() <= found.max() <= 1
    lines = engine.recognise(np.zeros((2, 3, 48, 320), np.float32))
    assert lines.shape == (2, 320 // STEP, len(engine.characters))
    assert np.allclose(lines.sum(axis=2), 1, atol=0.01)


def test_the_characters_are_those_that_reports_are_printed_with():
    characters = engines.engine().characters
    assert (characters[0], characters[-1]) == ("", " ")
    assert len(set(characters)) == len(characters)
    assert set("0123456789一二三四五六七八九十政府信息公开申请不予处理其他结转、（）“”.") <= set(
        characters
    )
