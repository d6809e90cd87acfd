import json

import pytest

SAMPLES = "samples/ledgers"


@pytest.fixture
def ledgers(root):
    return root / SAMPLES


def test_the_day_is_said_with_the_days_left(ogi):
    result = ogi("due", "--received", "2026-09-18", "--on", "2026-10-13")
    assert result.exit_code == 0
    assert "答复期限　　　2026年10月22日（星期四）　还有7个工作日" in result.stdout


def test_an_explanation_counts_every_day(ogi):
    result = ogi("due", "--received", "2026-09-18", "--on", "2026-10-13", "--explain")
    assert "2026-09-20        调休上班" in result.stdout
    assert "国庆节放假" in result.stdout
    assert "第三十三条第二款" in result.stdout


def test_what_is_overdue_ends_with_one(ogi, ledgers):
    result = ogi("due", ledgers / "overdue.yaml", "--on", "2026-06-10")
    assert result.exit_code == 1
    assert "当时“待保密审查”；至今没有答复，逾期7个工作日" in result.stdout
    assert ogi("due", ledgers / "overdue.yaml", "--on", "2026-06-01").exit_code == 0


def test_a_folder_stands_for_its_ledgers(ogi, ledgers):
    made = ogi.json("due", ledgers, "--on", "2026-06-10", "--json")
    assert [one["case"] for one in made] == [
        "2026-0009",
        "2026-0019",
        "2026-0023",
        "2025-0077",
        "2026-0041",
    ]
    assert [one["overdue"] for one in made] == [52, 7, 0, 0, 0]


def test_json_says_the_same(ogi, ledgers):
    (made,) = ogi.json(
        "due",
        ledgers / "third-party-and-extension.yaml",
        "--on",
        "2026-10-30",
        "--json",
        "--explain",
    )
    assert (made["due"], made["left"], made["clock"]) == ("2026-11-18", 13, "running")
    assert made["lines"][-1]["numbers"] == [30, 30]
    assert made["dates"][0]["code"] == "L4"
    assert made["astray"] == []


def test_a_ledger_may_come_from_standard_input(ogi):
    text = json.dumps([{"act": "arrived", "day": "2026-09-18", "channel": "in_person"}])
    result = ogi("due", "-", "--on", "2026-09-18", stdin=text)
    assert "2026年10月22日" in result.stdout


def test_what_cannot_be_read_is_said_with_every_fault(ogi):
    path = ogi.write("wrong.yaml", "- {act: arrived}\n- {act: odd}\n")
    result = ogi("due", path, "--on", "2026-09-18")
    assert result.exit_code == 2
    assert "没有填日期（day）" in result.stderr
    assert "没有“odd”这种行为" in result.stderr
    assert ogi("due", "nowhere.yaml", "--on", "2026-09-18").exit_code == 2


def test_what_is_astray_in_a_ledger_is_said(ogi):
    path = ogi.write(
        "astray.yaml",
        "- {act: arrived, day: 2026-09-18, channel: in_person}\n"
        "- {act: extended, day: 2026-09-21, workdays: 30, approver: 王}\n",
    )
    result = ogi("due", path, "--on", "2026-09-22")
    assert "台账里不合规定的地方" in result.stdout


def test_options_say_what_happened(ogi):
    call = ["due", "--received", "2026-09-18", "--on", "2026-10-30", "--json"]

    def due(*more):
        return ogi.json(*call, *more)[0]["due"]

    consulted = ("--consulted", "2026-09-22..2026-10-12")
    assert due(*consulted) == "2026-11-04"
    assert due(*consulted, "--extended", "2026-10-28+10") == "2026-11-18"
    assert due("--corrected", "2026-09-21..2026-09-28") == "2026-10-30"
    assert due("--fee", "2026-09-21..2026-09-28") == "2026-10-30"
    assert due("--fee", "2026-09-21..") is None


def test_a_reply_posted_in_time_is_in_time(ogi):
    call = ("due", "--received", "2025-09-25", "--on", "2025-11-10", "--replied")
    assert "按期" in ogi(*call, "2025-10-29").stdout
    late = ogi(*call, "2025-10-30")
    assert "逾期1个工作日" in late.stdout
    assert late.exit_code == 1


@pytest.mark.notices_until(2026)
def test_a_year_without_a_notice_leaves_the_day_open_unless_asked_for(ogi):
    call = ("due", "--received", "2026-12-10", "--on", "2026-12-10")
    result = ogi(*call)
    assert result.exit_code == 0
    assert "答复期限　　　待定，暂推为2027年1月8日（星期五）" in result.stdout
    assert "2027年的放假安排尚未收录，答复期限待定" in result.stdout
    provisional = ogi(*call, "--provisional")
    assert provisional.exit_code == 0
    assert "答复期限　　　2027年1月8日（星期五）　还有20个工作日" in provisional.stdout
    assert "2027年的放假安排尚未收录" in provisional.stdout


def test_a_year_before_the_first_notice_is_said_to_be_open(ogi):
    for day, on in (("2016-03-01", "2016-04-01"), ("1995-09-18", "1995-10-01")):
        result = ogi("due", "--received", day, "--on", on)
        assert result.exit_code == 0
        assert "答复期限　　　待定" in result.stdout
        assert f"没有收录{day[:4]}年的放假安排或者那时的规定，答复期限待定" in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--received", "someday"),
        ("--received", "2026-09-18", "--consulted", "2026-09-22"),
        ("--received", "2026-09-18", "--extended", "20"),
        ("--received", "2026-09-18", "--channel", "pigeon"),
        ("--received", "2026-09-18", "--region", "nowhere"),
        ("--received", "2026-09-18", "ledger.yaml"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(ogi, words):
    result = ogi("due", *words, "--on", "2026-10-13")
    assert result.exit_code == 2
    assert result.stderr.startswith("ogi: ")
    assert "Traceback" not in result.stderr


def test_a_correction_asked_too_late_shows_both_days(ogi):
    result = ogi(
        *("due", "--received", "2026-09-18", "--corrected", "2026-09-30..2026-10-12"),
        *("--on", "2026-11-02"),
    )
    assert result.exit_code == 1
    assert "答复期限　　　2026年10月22日（星期四）　逾期7个工作日" in result.stdout
    assert "注意　2026-09-30才告知补正，应当在2026-09-29前告知" in result.stdout
    assert "自收到补正重新计算的，为2026-11-09" in result.stdout


def test_an_arrival_that_nobody_confirmed_is_late_and_says_so(ogi):
    path = ogi.write("case.yaml", "- {act: arrived, day: 2026-04-30, channel: ordinary_post}\n")
    result = ogi("due", path, "--on", "2026-06-10")
    assert result.exit_code == 1
    assert "2026年6月1日（星期一）（没有确认收到，从到件之日起算）　逾期7个工作日" in result.stdout
    (one,) = ogi.json("due", path, "--on", "2026-06-10", "--json")
    assert (one["clock"], one["due"], one["overdue"]) == ("unsettled", "2026-06-01", 7)
    assert one["doubts"][0]["due"] is None


@pytest.mark.notices_until(2026)
def test_a_folder_is_answered_though_a_case_reaches_a_year_without_a_notice(ogi):
    day, number = "- {act: arrived, day: 2026-12-10, channel: in_person}", "number: 2026-1"
    folder = ogi.write(
        "cases/a.yaml", f"{day}\n- {{act: registered, day: 2026-12-10, {number}}}\n"
    ).parent
    ogi.write("cases/b.yaml", day.replace("2026-12-10", "2026-09-18") + "\n")
    first, second = ogi.json("due", folder, "--on", "2026-10-13", "--json")
    assert (first["due"], second["due"]) == (None, "2026-10-22")
    assert ogi("due", folder, "--on", "2026-12-11").exit_code == 1
