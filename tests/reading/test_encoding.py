import pytest

from ogi.reading.encoding import MOJIBAKE_LATIN, clean, decode

TEXT = "三、收到和处理政府信息公开申请情况，本年新收26件。"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_a_chinese_text_is_read_in_every_encoding_it_comes_in(encoding, name):
    assert decode(TEXT.encode(encoding)) == (TEXT, name)


def test_a_page_that_declares_gb2312_may_hold_characters_outside_it():
    page = '<meta charset="gb2312">㐂𠮷镕'
    assert decode(page.encode("gb18030"))[0] == page


def test_a_declaration_that_is_out_of_date_is_not_believed():
    page = f'<meta charset="gb2312"><p>{TEXT}</p>'
    assert decode(page.encode("utf-8")) == (page, "utf-8")


def test_a_short_text_in_gbk_that_is_valid_utf8_by_accident_goes_by_its_declaration():
    page = "<meta charset=gbk>联通"
    assert decode(page.encode("gbk")) == (page, "gb18030")


def test_traditional_characters_in_big5_are_read_where_they_are_declared():
    page = '<meta charset="big5">政府資訊公開年度報告，本年新收件數'
    assert decode(page.encode("big5")) == (page, "big5")


def test_a_text_cut_within_a_character_is_still_utf8():
    text, name = decode(TEXT.encode("utf-8")[:-1])
    assert name == "utf-8"
    assert text.startswith(TEXT[:-1])


def test_a_stray_byte_does_not_turn_the_whole_text_into_another_encoding():
    data = TEXT.encode("utf-8") * 3
    text, name = decode(data[:60] + b"\xff" + data[60:])
    assert name == "utf-8"
    assert text.replace("\ufffd", "") == TEXT * 3


def test_utf8_that_was_read_as_latin1_is_read_back():
    assert decode(TEXT.encode("utf-8").decode("latin-1").encode("utf-8")) == (TEXT, MOJIBAKE_LATIN)


def test_characters_that_are_not_printed_are_not_text():
    assert clean("公\u200b开\ufeff年\u00ad报\x07，\u202a26\u202c件") == "公开年报，26件"


def test_every_kind_of_line_end_is_one():
    assert clean("一\r\n二\r三\u2028四\x0b五") == "一\n二\n三\n四\n五"
