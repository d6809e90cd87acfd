"""The register of organs: names, periods, superiors."""

from datetime import date

import pytest

from ogi.errors import ReadingError
from ogi.rollup import read_register


def _read(text: str, encoding: str = "utf-8"):
    return read_register(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_register_saved_by_any_office_is_read(encoding):
    register = _read("机构名称,代码\r\n云岭县林业局,01\r\n", encoding)
    assert [(one.name, one.code) for one in register.organs] == [("云岭县林业局", "01")]


def test_a_name_is_found_whatever_its_blanks_and_widths():
    register = _read("单位名称,曾用名\n云岭县林业局（本级）,云岭县林业 和草原局|县林业局\n")
    for name in ("云岭县林业局(本级)", "云岭县 林业局（本级）", "云岭县林业和草原局", "县林业局"):
        assert register.named(name), name
    assert not register.named("云岭县林业局")


def test_a_name_that_is_not_there_is_suggested_and_never_taken():
    register = _read("机构名称\n云岭县林业局\n")
    assert register.named("云岭县林业") == ()
    assert register.like("云岭县林业") == "云岭县林业局"
    assert register.like("白榆市公安") == ""


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024/3/5", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024年3月5日", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("", None, None),
    ],
)
def test_a_day_may_be_written_short(written, first, last):
    (one,) = _read(f"机构名称,起始,截止\n云岭县林业局,{written},{written}\n").organs
    assert (one.since, one.until) == (first, last)


def test_an_organ_reports_on_the_years_at_whose_end_it_exists():
    (one,) = _read("机构名称,起始,截止\n云岭县林业局,2019-03-01,2024-06-30\n").organs
    assert [year for year in range(2017, 2026) if one.reports_on(year)] == [
        2019,
        2020,
        2021,
        2022,
        2023,
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "登记册是空的"),
        ("代码\n01\n", "登记册第1行没有“机构名称”一列"),
        ("机构名称,截止\n甲局,2024-13-01\n", "登记册第2行的日期“2024-13-01”读不懂"),
    ],
)
def test_what_is_no_register_is_refused(text, says):
    with pytest.raises(ReadingError, match=says):
        _read(text)
