"""Chinese numerals, against a library that has them too."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogi.numerals import chinese_numeral, whole_number

numbers = st.integers(0, 99_999_999)


@given(numbers)
def test_a_number_is_written_as_another_library_writes_it(number):
    written = cn2an.an2cn(str(number))
    assert chinese_numeral(number) == (written[1:] if written.startswith("一十") else written)


@given(numbers)
def test_what_is_written_is_read(number):
    assert whole_number(chinese_numeral(number)) == number
    assert whole_number(cn2an.an2cn(str(number))) == number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二〇二四", 2024),
        ("二百五", 250),
        ("一万二", 12_000),
        ("三千六", 3600),
        ("两千零五十", 2050),
        ("一百零二", 102),
        ("一百一十", 110),
        ("一百十一", 111),
        ("〇", 0),
    ],
)
def test_what_people_say_is_read(numeral, value):
    assert whole_number(numeral) == value


@pytest.mark.parametrize(
    "text", ["", "百", "廿", "十百", "零百", "三五十", "一百零", "12", "百分之"]
)
def test_what_is_no_numeral_is_refused(text):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        whole_number(text)
