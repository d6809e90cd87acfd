"""What PDFium says of characters, put right."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.reading.pdf.characters import UNKNOWN
from ogi.reading.pdf.glyphs import _characters


def test_a_character_that_takes_two_codes_is_one_character():
    assert "".join(_characters([0xD842, 0xDFB7, ord("家")])) == "𠮷 家"


def test_half_a_character_is_unknown():
    assert "".join(_characters([0xDFB7, ord("1"), 0xD842])) == f"{UNKNOWN}1{UNKNOWN}"


@settings(derandomize=True)
@given(st.lists(st.integers(0, 0x11FFFF)))
def test_every_code_keeps_its_index(codes):
    assert len("".join(_characters(codes))) == len(codes)
