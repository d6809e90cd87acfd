import pytest

from ogi.dataset.standing import Listed, standings


def listed(file, **more):
    known = {
        "file": file,
        "member": "",
        "content": file,
        "organ": "云岭县林业局",
        "year": 2023,
        "title": "云岭县林业局2023年政府信息公开工作年度报告",
        "format": "docx",
        "figures": "same",
        "printed": 190,
        "doubts": 0,
    }
    return Listed(**known | more)


def by_file(*reports):
    return {one.report.file: one for one in standings(reports)}


@pytest.mark.parametrize(
    ("other", "wins", "because"),
    [
        ({"file": "a（更正）.docx", "printed": 10}, True, "更正"),
        ({"file": "a.docx", "title": "（修订）云岭县林业局2023年年度报告"}, True, "更正"),
        ({"file": "z.docx", "printed": 150}, False, "印有内容的格最多（190格）"),
        ({"file": "z.docx", "doubts": 4}, False, "存疑的格最少（0格）"),
        ({"file": "z.pdf", "format": "pdf", "figures": "other"}, False, "读得最准（docx）"),
        ({"file": "z.docx"}, True, "文件名排在最后"),
    ],
)
def test_one_version_is_current_for_a_reason_that_is_said(other, wins, because):
    first, second = listed("m.docx"), listed(**other)
    found = by_file(first, second)
    current, old = (second, first) if wins else (first, second)
    assert found[current.file].current
    assert because in found[current.file].reason
    assert found[old.file].status == "superseded"
    assert found[old.file].reason.startswith(f"现行的是 {current.file}：")
    assert because in found[old.file].reason


def test_the_same_bytes_twice_are_a_duplicate():
    found = by_file(listed("a.docx", content="x"), listed("b.docx", content="x"))
    assert found["b.docx"].current
    assert found["a.docx"].status == "duplicate"
    assert found["a.docx"].duplicate_of == found["b.docx"].report.id


def test_the_same_figures_in_another_format_are_a_duplicate():
    found = by_file(listed("a.docx"), listed("b.pdf", format="pdf"))
    assert found["a.docx"].current
    assert found["b.pdf"].reason == "与 a.docx 重复：各格数字相同，文件格式不同"


def test_a_report_without_figures_repeats_none():
    found = by_file(listed("a.docx", printed=0), listed("b.pdf", format="pdf", printed=0))
    assert {one.status for one in found.values()} == {"current", "superseded"}


def test_blanks_in_the_name_of_an_organ_make_no_other_organ():
    found = by_file(listed("a.docx"), listed("b.docx", organ="云岭县 林业局"))
    assert sum(one.current for one in found.values()) == 1


def test_another_year_is_another_report():
    found = by_file(listed("a.docx"), listed("b.docx", year=2022))
    assert all(one.current for one in found.values())


def test_reports_of_unknown_organs_are_not_versions_of_one_another():
    found = by_file(listed("a.docx", organ=None), listed("b.docx", organ=None))
    assert all(one.current for one in found.values())
    assert "没有读出机关或年度" in found["a.docx"].reason
