"""The files of the notices and of the regions."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from ogi.data import locality, of_place, read
from ogi.errors import DataFileError, UnknownYearError, UsageError
from ogi.workdays import WorkCalendar, load_region, notices, region
from ogi.workdays.yearly import NoticeFile

LAST = notices()[-1].year
NEXT = LAST + 1  # the year after the last on file
SUNDAY = date(LAST, 12, 28) - timedelta(date(LAST, 12, 28).isoweekday())
NEXT_YEAR = f"""
notice: 某年放假安排的通知
rest:
  元旦: [{LAST}-12-31, {NEXT}-01-03]
  春节: [{NEXT}-02-05, {NEXT}-02-11]
work: [{SUNDAY}]
"""
WRONG = """
year: 2027
notice: 某年放假安排的通知
rest:
  元旦: [2026-12-31, 2027-01-03]
  春节: [2027-02-05, 2027-02-11]
work: [2026-12-27]
"""
REGION = """
region: 示例自治州
source: 示例州政府公告
rest:
  火把节: [[2025-07-18, 2025-07-20], [2026-08-06, 2026-08-08]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data of the place in use, copied, where a notice can be added."""
    if own := locality().folder:
        shutil.copytree(own, tmp_path, dirs_exist_ok=True)
    (tmp_path / "workdays").mkdir(exist_ok=True)
    return tmp_path / "workdays"


def test_a_new_year_is_added_by_one_file(folder):
    with pytest.raises(UnknownYearError):
        WorkCalendar().is_workday(date(NEXT, 2, 4))
    (folder / f"{NEXT}.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    with of_place(folder.parent):
        assert notices()[-1].year == NEXT
        assert WorkCalendar().day(date(NEXT, 2, 5)).why == "春节放假"


def test_a_new_year_may_alter_the_year_before(folder):
    assert not WorkCalendar().is_workday(SUNDAY)
    (folder / f"{NEXT}.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    with of_place(folder.parent):
        assert WorkCalendar().is_workday(SUNDAY)
        assert not WorkCalendar().is_workday(date(LAST, 12, 31))


def test_a_year_left_out_is_noticed(folder):
    text = "notice: 某年放假安排的通知\nrest: {}\nwork: []\n"
    (folder / f"{NEXT + 1}.yaml").write_text(text, encoding="utf-8")
    with of_place(folder.parent), pytest.raises(DataFileError, match=f"缺少{NEXT}年的通知"):
        notices()


def test_a_file_that_is_not_named_by_its_year_is_noticed(folder):
    (folder / "next.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    with of_place(folder.parent), pytest.raises(DataFileError, match="文件名应当是年份"):
        notices()


@pytest.mark.parametrize(
    ("old", "new", "line", "trouble"),
    [
        ("notice:", "title:", 3, "没有“title”这一项"),
        ("work:", "off:", 7, "没有“off”这一项"),
        ("2027-02-11", "2027-02-01", 6, "止日在起日之前"),
        ("2027-02-11", "2027-03-11", 6, "放假太长"),
        ("[2027-02-05, 2027-02-11]", "2027-02-05", 6, "应当是列表"),
        ("[2027-02-05, 2027-02-11]", "[二月五日, 2027-02-11]", 6, "应当是日期"),
        ("[2027-02-05, 2027-02-11]", "[2027-02-05]", 6, "应当"),
        ("[2026-12-27]", "[2026-12-28]", 7, "是周一至周五"),
        ("[2026-12-27]", "[2026-12-25]", 7, "是周一至周五"),
        ("[2026-12-27]", "[2027-01-02]", 7, "既写了放假，又写了上班"),
        ("[2026-12-27]", "[2024-12-28]", 7, "不在2027年前后"),
        ("2026-12-31", "2026-12-32", 5, "没有 2026-12-32 这一天"),
        ("[2026-12-27]", "[十二月]", 7, "应当是日期"),
        ("[2026-12-27]", "2026-12-27", 7, "应当是列表"),
        ("work: [", "work: [[", 8, "不是正确的 YAML"),
    ],
)
def test_a_wrong_notice_is_refused_with_its_line(old, new, line, trouble):
    text = WRONG.replace("year: 2027", "year: '2027'").replace(old, new)
    with pytest.raises(DataFileError, match=trouble) as caught:
        read(text, NoticeFile, "2027.yaml")
    assert line in {one.line for one in caught.value.faults}


def test_every_notice_names_itself_after_its_year():
    for notice in notices():
        assert str(notice.year) in notice.title
        assert notice.rest
        assert notice.work


def test_a_region_adds_its_own_holidays():
    local = load_region(REGION)
    assert local.name == "示例自治州"
    assert WorkCalendar().add(date(2026, 8, 5), 2) == date(2026, 8, 7)
    assert WorkCalendar(local).add(date(2026, 8, 5), 2) == date(2026, 8, 11)
    assert WorkCalendar(local).day(date(2026, 8, 6)).why == "火把节放假"
    assert WorkCalendar(local).is_workday(date(2025, 8, 6))


def test_a_region_is_stronger_than_a_day_worked_in_lieu():
    local = load_region("region: 某州\nrest: {某节: [[2026-09-20, 2026-09-20]]}")
    assert not WorkCalendar(local).is_workday(date(2026, 9, 20))


def test_the_last_day_on_file_may_be_a_holiday_of_the_region():
    local = load_region(f"region: 某州\nrest: {{某节: [[{LAST}-12-31, {LAST}-12-31]]}}")
    assert not WorkCalendar(local).is_workday(date(LAST, 12, 31))
    with pytest.raises(UnknownYearError):
        WorkCalendar(local).add(date(LAST, 12, 30), 1)


@pytest.mark.parametrize(
    "text",
    ["", "region: 某州", "region: 某州\nrest: [2026-01-01]", "region: 某州\nrest: {节: 一}", "["],
)
def test_a_wrong_region_is_refused(text):
    with pytest.raises(DataFileError):
        load_region(text)


@pytest.mark.parametrize("key", ["nowhere", "../2026", ""])
def test_a_region_that_is_not_on_file_is_refused(key):
    with pytest.raises(UsageError, match="no region"):
        region(key)
    if key:
        with pytest.raises(UsageError, match="no region"):
            WorkCalendar(key).is_workday(date(2026, 1, 5))
