import csv
import io
import json
import re
from urllib.parse import unquote

import openpyxl
import pytest
from lxml import etree

from .documents import KEPT, WRONG, report_text


@pytest.fixture
def three(ogi):
    """Two sound reports and a wrong one, and a file that cannot be read, in a folder."""
    ogi.write("in/甲.md", report_text(KEPT).replace("林业局", "水利局"))
    ogi.write("in/乙.md", report_text(KEPT).replace("林业局", "民政局"))
    ogi.write("in/丙.md", report_text(WRONG))
    ogi.write("in/丁.pdf", b"%PDF-1.7\nnothing behind it")
    return ogi.folder / "in"


def test_many_reports_end_with_a_table_and_a_line_of_totals(ogi, three):
    lines = ogi("check", three).stdout.rstrip().splitlines()
    assert lines[-1].startswith("合计：3份报告")
    assert "1个文件没有读成" in lines[-1]
    assert any(line.startswith("云岭县水利局") for line in lines[-8:])


def test_asked_for_errors_a_clean_report_says_nothing(ogi, kept):
    result = ogi("check", "--severity", "error", kept)
    assert (result.stdout, result.exit_code) == ("", 0)


def test_asked_for_errors_only_wrong_reports_are_listed(ogi, three):
    printed = ogi("check", "--severity", "error", three).stdout
    assert "云岭县林业局" in printed
    assert "云岭县水利局" not in printed
    assert "其余2份没有列出" in printed


def test_rules_can_be_chosen_and_skipped(ogi, wrong):
    (made,) = ogi.json("check", "--json", "--rules", "R", wrong)
    assert {one["code"][0] for one in made["findings"]} == {"R"}
    (made,) = ogi.json("check", "--json", "--skip", "R，S", wrong)
    assert not {one["code"][0] for one in made["findings"]} & {"R", "S"}


def test_an_office_can_fail_on_warnings(ogi):
    blank = ogi.write("a.md", report_text({"proactive.rules.issued": ""}))
    assert ogi("check", blank).exit_code == 0
    assert ogi("check", "--fail-on", "warning", blank).exit_code == 1


def test_an_unknown_rule_is_refused_before_anything_is_read(ogi, wrong):
    result = ogi("check", "--skip", "Q1", wrong)
    assert result.exit_code == 2
    assert "没有以此开头的规则：Q1" in result.stderr


def test_the_settings_of_the_working_directory_count_and_are_named(ogi, wrong, monkeypatch):
    ogi.write("ogi.toml", '[check]\nskip = ["R", "N"]\n')
    monkeypatch.chdir(ogi.folder)
    result = ogi("check", wrong)
    assert result.exit_code == 0
    assert "按 ogi.toml 的设置检查" in result.stderr


def test_an_accepted_finding_is_shown_and_fails_no_more(ogi, wrong):
    (made,) = ogi.json("check", "--json", wrong)
    entries = [
        f'[[accepted]]\nid = "{one["id"]}"\nreason = "合计含转办件"\nby = "王某"\non = 2026-01-05\n'
        for one in made["findings"]
        if one["severity"] == "error"
    ]
    accepted = ogi.write("accepted.toml", "\n".join(entries))
    result = ogi("check", "--accepted", accepted, wrong)
    assert result.exit_code == 0
    assert "王某2026-01-05接受：合计含转办件" in result.stdout
    assert f"{len(entries)}个有人接受" in result.stdout


def test_an_acceptance_that_fits_nothing_is_named(ogi, kept):
    text = '[[accepted]]\nid = "R303-0"\nreason = "旧"\nby = "王某"\non = 2026-01-05\n'
    result = ogi("check", "--accepted", ogi.write("accepted.toml", text), kept)
    assert "没有对上任何问题" in result.stderr


def test_findings_come_as_csv_with_a_row_each(ogi, three):
    out = ogi.folder / "all.csv"
    ogi("check", three, "-o", out)
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert {row["程度"] for row in rows} >= {"错误", "没有读成"}
    assert all(row["编号"].startswith(row["规则"]) for row in rows if row["规则"])


def test_findings_come_as_a_workbook_to_filter_and_a_matrix(ogi, three):
    out = ogi.folder / "all.xlsx"
    ogi("check", three, "-o", out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["各机关", "问题", "机关与规则"]
    assert book["问题"].auto_filter.ref
    assert book["问题"].freeze_panes == "B2"
    assert book["机关与规则"]["A3"].value


def test_the_workbook_prints_across_with_its_heads_on_every_page(ogi, three):
    out = ogi.folder / "all.xlsx"
    ogi("check", three, "-o", out)
    for sheet in openpyxl.load_workbook(out):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows


def test_a_finding_in_a_workbook_says_its_sheet_and_cell(ogi, wrong):
    book = ogi.folder / "a.xlsx"
    ogi("write", wrong, "-o", book)
    out = ogi.folder / "all.csv"
    ogi("check", book, "-o", out)
    rows = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig")))
    (where,) = [row["原件何处"] for row in rows if row["规则"] == "R303"]
    assert re.fullmatch(r"工作表“三、收到和处理政府信息公开申请情况”[A-Z]+\d+", where)


def test_findings_come_as_sarif_with_their_ids_and_lines(ogi, three):
    out = ogi.folder / "all.sarif"
    ogi("check", three, "-o", out)
    (run,) = json.loads(out.read_text(encoding="utf-8"))["runs"]
    assert all(one["partialFingerprints"]["ogi/v1"] for one in run["results"])
    known = {one["id"] for one in run["tool"]["driver"]["rules"]}
    assert {one["ruleId"] for one in run["results"]} <= known
    assert not run["invocations"][0]["executionSuccessful"]


def test_findings_come_as_junit_whose_counts_add_up(ogi, three):
    out = ogi.folder / "all.xml"
    ogi("check", three, "-o", out)
    for suite in etree.parse(out).getroot():
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))


def test_an_output_of_an_unknown_kind_is_refused_before_anything_is_read(ogi, wrong):
    result = ogi("check", wrong, "-o", ogi.folder / "a.doc")
    assert result.exit_code == 2
    assert "后缀应当是 .csv、.xlsx、.sarif、.xml 之一" in result.stderr


def test_the_index_page_leads_to_every_page_and_names_what_was_not_read(ogi, three):
    out = ogi.folder / "pages"
    ogi("check", three, "--html", out)
    page = etree.HTML((out / "index.html").read_text(encoding="utf-8"))
    links = {a.get("href") for a in page.iter("a") if not a.get("href").startswith("#")}
    assert links
    assert all((out / unquote(one)).is_file() for one in links)
    assert "没有读成" in "".join(page.itertext())
    assert len(page.findall(".//tbody/tr[@class]")) == 4


HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x1b[31m'


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "sarif", "xml"])
def test_a_hostile_name_is_only_text_in_every_file(ogi, suffix):
    text = report_text(WRONG).replace("云岭县林业局", HOSTILE.replace("\x1b", ""))
    source = ogi.write("a.md", text)
    out = ogi.folder / f"all.{suffix}"
    ogi("check", source, "-o", out)
    assert out.stat().st_size
    if suffix == "csv":
        rows = csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig")))
        words = [cell for row in rows for cell in row if not cell.lstrip("-").isdigit()]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in words)
    if suffix == "xlsx":
        cells = (c for sheet in openpyxl.load_workbook(out) for row in sheet for c in row)
        formulas = [c for c in cells if c.data_type == "f"]
        assert all(c.value.startswith("=SUM(") for c in formulas)
