"""The commands that count working days and compute the processing fee."""

import pytest

from ogi.cli.days import read_day

REGION = "region: 示例自治州\nrest: {火把节: [[2026-08-06, 2026-08-08]]}\n"
LIST = """
- {编号: 2026-0001, 申请人: 王某, 收到日期: 2026-09-01}
- {编号: 2026-0002, 申请人: 王某, 收到日期: 2026-09-02, 件数: 12}
- {编号: 2026-0003, 申请人: 李某, 收到日期: 2026-09-03, 页数: 120}
"""


@pytest.mark.parametrize("day", ["2026-09-18", "20260918", "2026年9月18日", "2026.9.18"])
def test_working_days_are_added_to_a_day(ogi, day):
    result = ogi("calendar", "add", day, 20)
    assert result.exit_code == 0
    assert result.stdout == "2026-10-22\n"


def test_working_days_are_counted_between_two_days(ogi):
    assert ogi("calendar", "count", "2026-09-18", "2026-10-22").stdout == "20\n"


def test_a_derivation_lists_every_day_and_why(ogi):
    lines = ogi("calendar", "add", "2026-09-18", 20, "--explain").stdout.splitlines()
    assert lines[0].startswith("2026-09-18　不计　起算日")
    assert "《中华人民共和国民事诉讼法》第八十五条" in lines[0]
    assert "2026-09-20　第1个　周日，调休上班" in lines
    assert "2026-09-25　不计　中秋节放假" in lines
    assert lines[-2:] == ["2026-10-22　第20个　周四", "2026-10-22"]


def test_a_count_is_explained_too(ogi):
    lines = ogi("calendar", "count", "2026-09-18", "2026-09-21", "--explain").stdout.splitlines()
    assert lines[1:] == [
        "2026-09-19　不计　周六",
        "2026-09-20　第1个　周日，调休上班",
        "2026-09-21　第2个　周一",
        "2",
    ]


@pytest.mark.notices_until(2026)
def test_a_year_without_a_notice_is_refused_unless_provisional(ogi):
    refused = ogi("calendar", "add", "2026-12-18", 20)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert "2027年的节假日安排尚未收录" in refused.stderr
    allowed = ogi("calendar", "add", "2026-12-18", 20, "--provisional")
    assert allowed.stdout.splitlines() == [
        "2027-01-18",
        "说明：2027年的放假安排尚未收录，暂按周一至周五、除去法定节日推算，结果待定",
    ]


@pytest.mark.notices_until(2026)
def test_a_result_as_json_says_what_is_provisional(ogi):
    (known,) = ogi.json("calendar", "add", "2026-09-18", 20, "--json")
    assert known == {
        "after": "2026-09-18",
        "until": "2026-10-22",
        "workdays": 20,
        "day": "2026-10-22",
        "provisional_years": [],
    }
    words = ("calendar", "count", "2026-12-31", "2027-01-04", "--json", "--explain")
    (unknown,) = ogi.json(*words, "--provisional")
    assert unknown["provisional_years"] == [2027]
    assert unknown["workdays"] == 1
    assert len(unknown["days"]) == 4


def test_a_region_on_file_or_in_a_file_takes_days_away(ogi):
    path = ogi.write("region.yaml", REGION)
    assert ogi("calendar", "add", "2026-08-05", 2).stdout == "2026-08-07\n"
    result = ogi("calendar", "add", "2026-08-05", 2, "--region", path)
    assert result.stdout == "2026-08-11\n"
    assert "火把节：8月6日（周四）" in ogi("calendar", "2026", "--region", path).stdout


def test_a_region_that_is_none_is_refused(ogi):
    assert "没有收录地区" in ogi("calendar", "2026", "--region", "nowhere").stderr
    path = ogi.write("region.yaml", "region: 某州")
    said = ogi("calendar", "2026", "--region", path).stderr
    assert "region.yaml 第1行：缺少“rest”这一项" in said


def test_a_year_is_shown_with_its_rests_and_its_worked_days(ogi):
    printed = ogi("calendar", "2026").stdout
    assert printed.startswith("2026年　工作日248天\n")
    assert "19   20   21   22   23   24   25      16休 17休 18休 19休 20休 21休 22休" in printed
    assert "1休  2休  3休  4班" in printed
    assert "12月（工作日23天）" in printed
    assert "元旦：1月1日（周四）至1月3日（周六）\n" in printed
    assert "调休上班：1月4日（周日）、2月14日（周六）" in printed
    assert "国务院办公厅关于2026年部分节假日安排的通知" in printed
    assert all(line == line.rstrip() for line in printed.splitlines())


def test_a_year_altered_by_the_next_notice_cites_both(ogi):
    printed = ogi("calendar", "2018").stdout
    assert "12月29日（周六）" in printed
    assert "关于2018年" in printed
    assert "关于2019年" in printed
    assert "元旦：1月1日（周一）\n" in printed


@pytest.mark.notices_until(2026)
def test_a_provisional_year_is_shown_as_such(ogi):
    assert "2027年的节假日安排尚未收录" in ogi("calendar", "2027").stderr
    assert "暂按周一至周五、除去法定节日推算" in ogi("calendar", "2027", "--provisional").stdout
    (year,) = ogi.json("calendar", "2027", "--provisional", "--json")
    assert year["provisional"] is True
    assert year["notices"] == []


def test_a_year_as_json_has_every_day(ogi):
    (year,) = ogi.json("calendar", "2026", "--json")
    assert year["workdays"] == 248 == sum(day["counts"] for day in year["days"])
    assert len(year["days"]) == 365
    assert year["provisional"] is False


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("soon",), "写法：ogi calendar 2026"),
        (("add", "2026-09-18"), "写法：ogi calendar 2026"),
        (("0",), "写法：ogi calendar 2026"),
        (("99999",), "写法：ogi calendar 2026"),
        (("add", "2026-02-30", "20"), "2026-02-30 不是日期"),
        (("add", "tomorrow", "20"), "tomorrow 不是日期"),
        (("add", "2026-09-18", "many"), "many 应当是工作日的个数"),
        (("add", "2026-09-18", "999999", "--provisional"), "离已收录的年份太远"),
        (("add", "2026-09-18", "9" * 5000), "应当是工作日的个数"),
        (("0001",), "写法：ogi calendar 2026"),
        (("9999", "--provisional"), "离已收录的年份太远"),
        ((), "缺少"),
    ],
)
def test_wrong_words_are_refused_in_chinese(ogi, words, says):
    result = ogi("calendar", *words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_word_that_is_no_day_is_none():
    assert read_day("2026-13-01") is None
    assert read_day(20) is None


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (("--pieces", 45), "5500元\n"),
        (("--pieces", 1, "--before", 10), "100元\n"),
        (("--pages", 250), "4700元\n"),
        (("--pages", 0), "0元\n"),
        (("--pieces", 45, "--on", "2021-01-01"), "5500元\n"),
    ],
)
def test_a_fee_is_computed(ogi, words, printed):
    result = ogi("fee", *words)
    assert (result.exit_code, result.stdout) == (0, printed)


def test_a_fee_is_explained_with_its_law(ogi):
    lines = ogi("fee", "--pages", 250, "--explain").stdout.splitlines()
    assert lines[0] == "按量计收，依据《政府信息公开信息处理费管理办法》第五条"
    assert lines[-2] == "合计4700元"
    assert lines[-1] == "说明：A4及以下幅面的单面为1页"


def test_a_list_is_charged_by_applicant_and_month(ogi):
    path = ogi.write("list.yaml", LIST)
    assert ogi("fee", path).stdout.splitlines() == [
        "2026-0003：1100元",
        "王某2026年9月：300元",
        "合计：1400元",
    ]
    assert (
        "第11至13件，3件，每件100元，计300元（2026-0002）" in ogi("fee", path, "--explain").stdout
    )
    (made,) = ogi.json("fee", path, "--json")
    assert [one["total_yuan"] for one in made] == [1100, 300]
    assert made[1]["lines"][1] == {
        "first": 11,
        "last": 13,
        "rate_yuan": 100,
        "amount_yuan": 300,
        "ids": ["2026-0002"] * 3,
    }


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "三者之一"),
        (("--pieces", 1, "--pages", 1), "三者之一"),
        (("--pieces", "-1"), "应当是不小于0的整数"),
        (("--pieces", 1, "--on", "2020-12-31"), "还没有施行"),
        (("--pieces", 1, "--on", "someday"), "不是日期"),
        (("nowhere.yaml",), "打不开"),
    ],
)
def test_a_fee_that_cannot_be_computed_is_refused_in_chinese(ogi, words, says):
    result = ogi("fee", *words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_wrong_list_is_refused_in_chinese(ogi):
    path = ogi.write("list.yaml", "- {编号: 1, 申请人: 王某, 收到日期: 2020-09-01}")
    assert "早于信息处理费办法施行" in ogi("fee", path).stderr
    path = ogi.write("list.yaml", "- {编号: 1}")
    assert "第1项没有申请人" in ogi("fee", path).stderr
