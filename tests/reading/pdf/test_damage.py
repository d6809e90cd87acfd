"""Damaged bytes never end in a traceback, and never in a table made up."""

import random
from contextlib import suppress

import pytest

from ogi.errors import ReadingError
from ogi.reading.limits import Limits
from ogi.reading.pdf import read_pdf

from .conftest import Print
from .handmade import HandmadePage, form, grid, pdf, text

TIGHT = Limits(pages=20, cells=20_000)


def _changed(data: bytes, seed: int) -> bytes:
    """Return bytes with some of them changed, cut out, doubled or moved."""
    dice = random.Random(seed)
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 10, 40))):
        at = dice.randrange(len(changed))
        size = dice.choice((1, 1, 2, 8, 64))
        match dice.randrange(4):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                del changed[at : at + size]
            case 2:
                changed[at:at] = changed[at : at + size]
            case _:
                changed[at : at + size] = dice.randbytes(size)
    return bytes(changed)


def _read(data: bytes) -> None:
    with suppress(ReadingError):
        read_pdf(data, TIGHT)


def test_changed_bytes_of_a_small_document_are_read_or_refused() -> None:
    table = grid(100, 700, [100, 50], [20, 20]) + text(105, 685, "made") + text(210, 685, "12")
    page = HandmadePage(table + "/A Do", {"A": form(text(10, 10, "inside"))})
    data = pdf([page, page])
    for seed in range(400):
        _read(_changed(data, seed))


def test_changed_bytes_of_a_printed_report_are_read_or_refused(printed: Print) -> None:
    data = printed("typst", 2021, "ruled")
    for seed in range(40):
        _read(_changed(data, seed))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_document_cut_off_is_read_or_refused(printed: Print, share: float) -> None:
    data = printed("typst", 2021, "ruled")
    _read(data[: int(len(data) * share)])
