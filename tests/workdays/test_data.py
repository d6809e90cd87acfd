"""The files of the notices and of the regions."""

import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from ogi.errors import DataFileError, UnknownYearError, UsageError
from ogi.workdays import WorkCalendar, load_region, notices, region, yearly
from ogi.workdays import calendar as counting

NEXT_YEAR = """
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


def _forget():
    for cached in (
        yearly.notices,
        counting._reach,
        counting._unsettled_from,
        counting._unsettled_until,
        counting._exceptions,
        counting._ordinals,
    ):
        cached.cache_clear()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of the data, copied, so that a file can be added."""
    shutil.copytree(Path(str(files("ogi.workdays"))) / "data", tmp_path / "data")
    monkeypatch.setattr(yearly, "files", lambda package: tmp_path)
    _forget()
    yield tmp_path / "data"
    monkeypatch.undo()
    _forget()


def test_a_new_year_is_added_by_one_file(folder):
    with pytest.raises(UnknownYearError):
        WorkCalendar().add(date(2026, 12, 24), 6)
    (folder / "2027.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    _forget()
    assert WorkCalendar().is_workday(date(2027, 2, 4))
    assert WorkCalendar().day(date(2027, 2, 5)).why == "春节放假"


def test_a_new_year_may_alter_the_year_before(folder):
    assert not WorkCalendar().is_workday(date(2026, 12, 27))
    (folder / "2027.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    _forget()
    assert WorkCalendar().is_workday(date(2026, 12, 27))
    assert not WorkCalendar().is_workday(date(2026, 12, 31))
    assert WorkCalendar().add(date(2026, 12, 24), 6) == date(2027, 1, 4)


def test_a_year_left_out_is_noticed(folder):
    (folder / "2028.yaml").write_text("notice: 某年放假安排的通知\nrest: {}\nwork: []\n")
    _forget()
    with pytest.raises(DataFileError, match="between those for 2026 and 2028"):
        notices()


def test_a_file_that_is_not_named_by_its_year_is_noticed(folder):
    (folder / "next.yaml").write_text(NEXT_YEAR, encoding="utf-8")
    _forget()
    with pytest.raises(DataFileError, match="not named by its year"):
        notices()


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("notice:", "title:", "must have notice"),
        ("work:", "off:", "must have notice"),
        ("2027-02-11", "2027-02-01", "ends before it begins"),
        ("2027-02-11", "2027-03-11", "lasts too long"),
        ("[2027-02-05, 2027-02-11]", "2027-02-05", "must be"),
        ("[2027-02-05, 2027-02-11]", "[二月五日, 2027-02-11]", "must be"),
        ("[2026-12-27]", "[2026-12-28]", "is a weekday"),
        ("[2026-12-27]", "[2026-12-25]", "is a weekday"),
        ("[2026-12-27]", "[2027-01-02]", "both at rest and at work"),
        ("[2026-12-27]", "[2024-12-28]", "no day near that year"),
        ("[2026-12-27]", "[十二月]", "no day near that year"),
        ("[2026-12-27]", "2026-12-27", "spans in rest and days in work"),
        ("work: [", "work: [[", "no YAML"),
    ],
)
def test_a_wrong_notice_is_refused(old, new, trouble):
    with pytest.raises(DataFileError, match=trouble):
        yearly.read_notice(2027, NEXT_YEAR.replace(old, new))


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
    local = load_region("region: 某州\nrest: {某节: [[2026-12-31, 2026-12-31]]}")
    assert not WorkCalendar(local).is_workday(date(2026, 12, 31))
    with pytest.raises(UnknownYearError):
        WorkCalendar(local).add(date(2026, 12, 30), 1)


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
