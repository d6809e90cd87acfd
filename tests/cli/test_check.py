from ogi.findings import Severity

from .documents import KEPT, WRONG, report_text

FINDING = {
    "code", "severity", "message", "value", "expected", "difference",
    "cells", "places", "source", "advice", "id", "usual", "accepted",
}  # fmt: skip


def test_findings_have_the_keys_that_the_interface_promises(ogi, wrong):
    (made,) = ogi.json("check", "--json", wrong)
    assert {"file", "title", "organ", "year", "editions", "findings", "verdicts"} <= set(made)
    assert all(set(finding) == FINDING for finding in made["findings"])


def test_an_error_makes_the_exit_code_one(ogi, wrong):
    assert ogi("check", wrong).exit_code == 1
    assert ogi("check", "--json", wrong).exit_code == 1


def test_without_an_error_the_exit_code_is_nought(ogi, kept):
    assert ogi("check", kept).exit_code == 0


def test_an_unread_file_outweighs_an_error(ogi, wrong, broken):
    result = ogi("check", wrong, broken)
    assert result.exit_code == 2
    assert "R303" in result.stdout


def test_an_error_shows_figures_place_law_and_what_to_do(ogi, wrong):
    printed = ogi("check", wrong).stdout
    finding = printed[printed.index("R303") :].partition("\n\n")[0]
    for words in (
        "表三",
        "应为 3",
        "实为 5",
        "差 +2",
        "怎么办：",
        "依据：国办公开办函〔2021〕30号",
    ):
        assert words in finding, words


def test_errors_stand_before_warnings_and_the_counts_stand_last(ogi, wrong):
    lines = ogi("check", wrong).stdout.rstrip().splitlines()
    heads = [line.partition("　")[0] for line in lines]
    grades = [one.label for one in Severity]
    order = [word for word in heads if word in grades]
    assert order == sorted(order, key=grades.index)
    assert f"个{Severity.ERROR.label}" in lines[-1]
    assert "条规则成立" in lines[-1]


def test_severity_hides_what_is_lighter_and_changes_no_exit_code(ogi, wrong):
    (made,) = ogi.json("check", "--json", "--severity", "error", wrong)
    assert {finding["severity"] for finding in made["findings"]} == {"error"}
    assert ogi("check", "--severity", "error", wrong).exit_code == 1


def test_verbose_says_what_could_not_be_judged(ogi, wrong):
    assert "无从判断　" not in ogi("check", wrong).stdout
    blank = ogi.write("blank.md", report_text({**WRONG, "applications.received.company": ""}))
    assert "无从判断　" in ogi("check", "--verbose", blank).stdout


def test_last_years_report_is_held_against_this_one(ogi):
    last = {"applications.received.natural_person": 3, "applications.received.total": 3}
    last |= {"applications.carried_out.natural_person": 3, "applications.carried_out.total": 3}
    before = ogi.write("2022.md", report_text(last, year=2022))
    now = ogi.write("2023.md", report_text(KEPT))
    (alone,) = ogi.json("check", "--json", now)
    (both,) = ogi.json("check", "--json", now, "--previous", before)
    assert alone["previous"] is None
    assert both["previous"] == str(before)
    new = {finding["code"] for finding in both["findings"] if finding["severity"] == "error"}
    assert any(code.startswith("Y") for code in new)


def test_of_several_earlier_reports_the_organ_and_year_decide(ogi):
    other = ogi.write("other.md", report_text(year=2022).replace("云岭县林业局", "云岭县水利局"))
    older = ogi.write("2021.md", report_text(year=2021))
    right = ogi.write("2022.md", report_text(year=2022))
    now = ogi.write("2023.md", report_text(KEPT))
    words = [w for path in (other, older, right) for w in ("--previous", path)]
    (made,) = ogi.json("check", "--json", now, *words)
    assert made["previous"] == str(right)


def test_an_unreadable_earlier_report_is_said_and_the_check_goes_on(ogi, kept, broken):
    result = ogi("check", "--json", kept, "--previous", broken)
    assert result.exit_code == 2
    assert str(broken) in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_one_file_makes_one_page(ogi, wrong):
    out = ogi.folder / "out" / "page.html"
    assert ogi("check", "--html", out, wrong).exit_code == 1
    page = out.read_text(encoding="utf-8")
    assert page.lstrip().startswith("<!doctype html>")
    assert "有错误：云岭县林业局2023年政府信息公开工作年度报告" in page


def test_several_files_make_a_directory_of_pages(ogi, wrong, kept):
    twin = ogi.write("twin/wrong.md", report_text(KEPT))
    out = ogi.folder / "pages"
    ogi("check", "--html", out, wrong, kept, twin)
    assert sorted(p.name for p in out.iterdir()) == sorted(
        [
            "kept.html",
            f"{ogi.folder.name}-wrong.html",
            "twin-wrong.html",
            "index.html",
        ]
    )


def test_a_page_that_cannot_be_written_is_said(ogi, wrong):
    result = ogi("check", "--html", wrong / "page.html", wrong)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_pages_are_written_by_several_processes_too(ogi, wrong, kept):
    out = ogi.folder / "pages"
    ogi("check", "--workers", "2", "--html", out, wrong, kept)
    assert sorted(page.name for page in out.iterdir()) == ["index.html", "kept.html", "wrong.html"]


def test_every_finding_of_a_page_is_one_of_the_json(ogi, wrong):
    out = ogi.folder / "page.html"
    (made,) = ogi.json("check", "--json", "--html", out, wrong)
    page = out.read_text(encoding="utf-8")
    for number in range(1, len(made["findings"]) + 1):
        assert f'id="f{number}"' in page


def test_every_severity_has_a_word_of_its_own():
    assert len({one.label for one in Severity} - {one.value for one in Severity}) == len(Severity)


def test_the_page_of_a_pdf_shows_its_pages_with_the_cells_framed(ogi, printed):
    out = ogi.folder / "page.html"
    ogi("check", "--html", out, printed)
    page = out.read_text(encoding="utf-8")
    assert 'href="data:image/' in page
    assert page.count('class="pv-read"') > 100
    assert len(page) < 3_000_000
