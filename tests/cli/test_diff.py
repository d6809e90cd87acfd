from ogi.reading import read

from .documents import KEPT, report_text


def test_two_years_are_told_apart_cell_by_cell(ogi, kept):
    now = ogi.write("now.md", report_text({**KEPT, "disputes.review.total": 2}, year=2024))
    result = ogi("diff", kept, now)
    assert result.exit_code == 1
    assert "前后两年：1格数字不同" in result.stdout
    assert "行政复议，总计" in result.stdout


def test_a_report_and_itself_do_not_differ(ogi, kept):
    result = ogi("diff", kept, kept)
    assert result.exit_code == 0
    assert "同一年度的两个版本：数字没有不同；文字没有不同" in result.stdout


def test_a_comparison_is_one_line_of_json(ogi, kept):
    now = ogi.write("now.md", report_text({**KEPT, "disputes.review.total": 2}, year=2024))
    (made,) = ogi.json("diff", kept, now, "--json")
    assert made["pairing"] == "years"
    assert [(one["address"], one["change"]) for one in made["cells"]] == [
        ("disputes.review.total", 2)
    ]
    (whole,) = ogi.json("diff", kept, now, "--json", "--all")
    assert len(whole["cells"]) == 200


def test_a_comparison_is_written_by_suffix(ogi, kept, tmp_path):
    out = tmp_path / "对照.html"
    assert ogi("diff", kept, kept, "-o", out).exit_code == 0
    assert "两个版本对照" in out.read_text(encoding="utf-8")


def test_a_suffix_nobody_prints_is_refused_before_anything_is_read(ogi, kept, tmp_path):
    result = ogi("diff", kept, "nowhere.md", "-o", tmp_path / "对照.odt")
    assert result.exit_code == 2
    assert "后缀应当是" in result.stderr


def test_a_file_that_cannot_be_read_is_named(ogi, kept, broken):
    result = ogi("diff", kept, broken)
    assert result.exit_code == 2
    assert "broken.pdf" in result.stderr


def test_the_terminal_shows_what_was_carried_over(ogi, kept):
    now = ogi.write("now.md", report_text({"applications.carried_in.total": 1}, year=2024))
    assert read(now).year == 2024
    assert "上年结转应等于上年年报的结转下年度继续办理" in ogi("diff", kept, now).stdout
