import json
from zipfile import ZipFile

import openpyxl
import pytest

from ogi.reading import read

from .documents import KEPT, report_text

REGISTER = "机构名称,上级\n云岭县林业局,云岭县人民政府\n云岭县水务局,云岭县人民政府\n"
TOTAL = "applications.received.total"
SUM = ("--organ", "云岭县人民政府")


@pytest.fixture
def county(ogi, kept):
    """Two reports in one folder, one of them in a folder below."""
    water = report_text(KEPT).replace("云岭县林业局", "云岭县水务局")
    ogi.write("收到/林业局.md", kept.read_bytes())
    ogi.write("收到/局/水务局.md", water)
    return ogi.folder / "收到"


def test_the_reports_of_a_folder_are_added_up(ogi, county):
    result = ogi("merge", county, *SUM)
    assert result.exit_code == 0
    assert "云岭县人民政府2023年政府信息公开年度报告汇总说明" in result.stdout
    assert "已计入2份报告" in result.stdout


def test_the_reports_of_a_zip_are_added_up(ogi, county, tmp_path):
    packed = tmp_path / "收到.zip"
    with ZipFile(packed, "w") as archive:
        for path in county.rglob("*.md"):
            archive.write(path, path.name)
    (made,) = ogi.json("merge", packed, *SUM, "--json")
    assert made["cells"][TOTAL] == 6
    assert {one["source"].partition("收到.zip/")[2] for one in made["added"]} == {
        "林业局.md",
        "水务局.md",
    }


def test_each_figure_is_traced_to_its_reports(ogi, county):
    (made,) = ogi.json("merge", county, *SUM, "--json")
    assert made["cells"][TOTAL] == 6
    assert [(one["organ"], one["value"]) for one in made["details"][TOTAL]["parts"]] == [
        ("云岭县水务局", 3),
        ("云岭县林业局", 3),
    ]


def test_who_has_not_reported_is_named(ogi, county):
    register = ogi.write("册.csv", REGISTER + "云岭县文化局,云岭县人民政府\n")
    result = ogi("merge", county, *SUM, "--register", register)
    assert result.exit_code == 1
    assert "登记册上1个机关没有报告" in result.stdout
    assert "云岭县文化局" in result.stdout


def test_a_consolidated_report_is_compared_and_not_added_to_itself(ogi, county):
    given = report_text({**KEPT, TOTAL: 5}).replace("云岭县林业局", "云岭县人民政府")
    path = ogi.write("收到/县政府.md", given)
    result = ogi("merge", county, "--against", path)
    assert result.exit_code == 1
    assert "汇总报告印5，所属2份报告之和6，少1" in result.stdout
    assert "已计入2份报告" in result.stdout


def test_the_report_is_written_with_two_papers_beside_it(ogi, county, tmp_path):
    out = tmp_path / "汇总.docx"
    result = ogi("merge", county, *SUM, "-o", out)
    assert result.exit_code == 0
    assert {one.name for one in tmp_path.glob("汇总*")} == {
        "汇总.docx",
        "汇总-说明.docx",
        "汇总-来源.xlsx",
    }
    written = read(out)
    assert (written.organ, written.year) == ("云岭县人民政府", 2023)
    assert written.value(TOTAL) == 6


def test_of_two_equal_files_the_one_with_the_plainer_name_is_taken(ogi, county, kept):
    ogi.write("收到/林业局 (1).md", kept.read_bytes())
    ogi.write("收到/局/林业局-副本.md", kept.read_bytes())
    (made,) = ogi.json("merge", county, *SUM, "--json")
    (taken,) = [one["source"] for one in made["added"] if one["organ"] == "云岭县林业局"]
    assert taken.endswith("/林业局.md")


def test_the_workbook_of_sources_adds_up_itself_and_can_be_filtered(ogi, county, tmp_path):
    blank = report_text({**KEPT, TOTAL: ""}).replace("云岭县林业局", "云岭县文化局")
    ogi.write("收到/文化局.md", blank)
    ogi("merge", county, *SUM, "-o", tmp_path / "汇总.docx")
    path = tmp_path / "汇总-来源.xlsx"
    live, kept_values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in live.worksheets[:3]:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        sums = [row[1] for row in sheet.iter_rows() if row[1].data_type == "f"]
        assert sums
        for cell in sums:
            beside = [c.value for c in sheet[cell.row][2:] if isinstance(c.value, int | float)]
            assert kept_values[sheet.title][cell.coordinate].value == pytest.approx(sum(beside))
    formats = {cell.number_format for row in live.worksheets[1] for cell in row}
    assert any(one.startswith('"至少"0"，缺1份') for one in formats)


def test_what_an_earlier_run_wrote_is_not_added(ogi, county):
    out = county / "汇总.docx"
    assert ogi("merge", county, *SUM, "-o", out).exit_code == 0
    assert ogi("merge", county, *SUM, "-o", out).exit_code == 0
    assert read(out).value(TOTAL) == 6


def test_what_is_not_complete_is_not_read_back_as_a_figure(ogi, county, tmp_path):
    blank = report_text({**KEPT, TOTAL: ""}).replace("云岭县林业局", "云岭县文化局")
    ogi.write("收到/文化局.md", blank)
    for kind in ("docx", "xlsx", "html"):
        out = tmp_path / f"汇总.{kind}"
        assert ogi("merge", county, *SUM, "-o", out).exit_code == 1
        cell = read(out).cells[TOTAL]
        assert cell.value is None or cell.doubts, kind


def test_of_two_versions_the_preferred_one_is_taken(ogi, county):
    ogi.write("收到/水务局-改.md", report_text().replace("云岭县林业局", "云岭县水务局"))
    assert "不知道采用哪一份" in ogi("merge", county, *SUM).stdout
    (made,) = ogi.json("merge", county, *SUM, "--prefer", "水务局.md", "--json")
    assert made["cells"][TOTAL] == 6


def test_a_preferred_file_that_is_not_there_is_refused(ogi, county):
    result = ogi("merge", county, *SUM, "--prefer", "别处.md")
    assert result.exit_code == 2
    assert "“别处.md”不在所给的文件里" in result.stderr


def test_a_file_that_cannot_be_read_costs_the_others_nothing(ogi, county):
    ogi.write("收到/坏.pdf", b"%PDF-1.7\nnothing behind it")
    result = ogi("merge", county, *SUM, "--json")
    assert result.exit_code == 2
    made = json.loads(result.stdout)
    assert made["cells"][TOTAL] == 6
    assert made["complete"] is False
    assert "坏.pdf" in made["left_out"][0]["source"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "登记册是空的"),
        ("名字\n甲局\n", "没有“机构名称”一列"),
        ("机构名称,起始\n甲局,去年\n", "第2行的日期“去年”"),
    ],
)
def test_a_register_that_is_none_is_refused_with_its_line(ogi, county, text, says):
    result = ogi("merge", county, "--register", ogi.write("册.csv", text))
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_year_that_cannot_be_told_is_asked_for(ogi, county):
    ogi.write("收到/旧.md", report_text(KEPT, year=2022))
    ogi.write("收到/局/旧.md", report_text(year=2022))
    result = ogi("merge", county)
    assert result.exit_code == 2
    assert "--year" in result.stderr
