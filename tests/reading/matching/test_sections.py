"""Title, organ, year and the six sections are found in the ways they are printed."""

import pytest

from ogi.reading import read_bytes

TABLE = (
    "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
    "规章\t0\t0\t0\n行政规范性文件\t1\t0\t4\n"
)


def read(head: str, tail: str = ""):
    return read_bytes(f"{head}\n{TABLE}{tail}".encode())


@pytest.mark.parametrize(
    ("head", "title", "organ", "year"),
    [
        (
            "临溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n好。",
            None,
            "临溪县水务局",
            2023,
        ),
        (
            "临溪县水务局\n2023年度政府信息公开\n工作年度报告\n一、总体情况\n好。",
            None,
            "临溪县水务局",
            2023,
        ),
        ("2022年临溪县水务局政府信息公开年报\n一、总体情况\n好。", None, "临溪县水务局", 2022),
        (
            "临溪县水务局二〇二二年政府信息公开工作年度报告\n一、总体情况\n好。",
            None,
            "临溪县水务局",
            2022,
        ),
        (
            "标题：石桥镇2021年政务公开年度报告\n来源：石桥镇\n一、总体情况\n好。",
            None,
            "石桥镇",
            2021,
        ),
    ],
)
def test_the_title_tells_organ_and_year(head, title, organ, year):
    report = read(head)
    assert (report.organ, report.year) == (organ, year)


def test_a_title_without_an_organ_is_left_without_one():
    report = read("2023年政府信息公开工作年度报告\n一、总体情况\n好。")
    assert report.title == "2023年政府信息公开工作年度报告"
    assert report.organ is None


@pytest.mark.parametrize("wording", ["政府信恩公开工作年度报告", "政府信息公 作年度报告"])
def test_a_title_with_a_slip_in_its_wording_is_kept_as_printed(wording):
    report = read(f"石桥镇2022年{wording}\n一、总体情况\n好。")
    assert report.title == f"石桥镇2022年{wording}"
    assert (report.organ, report.year) == ("石桥镇", 2022)


def test_a_report_on_something_else_gives_no_title():
    report = read("石桥镇2022年法治政府建设工作年度报告\n一、总体情况\n好。")
    assert report.title is None


def test_a_title_whose_last_characters_are_in_disorder_is_kept_as_printed():
    report = read("石桥镇2022年政府信息公开工作报年度告\n一、总体情况\n好。")
    assert report.title == "石桥镇2022年政府信息公开工作报年度告"
    assert (report.organ, report.year) == ("石桥镇", 2022)


def test_without_a_title_the_statistical_period_tells_the_year():
    report = read(
        "本报告数据统计期限为2022年1月1日至2022年12月31日，2023年1月公布。\n一、总体情况\n好。"
    )
    assert report.year == 2022


def test_the_day_of_publication_is_not_the_year_of_the_report():
    report = read("石桥镇2022年政府信息公开工作年度报告\n发布日期：2023-01-18\n一、总体情况\n好。")
    assert report.year == 2022


def test_sections_are_found_under_other_wordings_and_numbers():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n1、总体情况\n一切按规定。\n2、主动公开政府信息情况",
        "五、存在问题及改进措施\n人手不够。\n六、其它需要报告的事项\n没有收费。",
    )
    assert report.sections["overview"].text == "一切按规定。"
    assert report.sections["problems"].text == "人手不够。"
    assert report.sections["other"].text == "没有收费。"


def test_a_section_that_only_says_none_is_kept():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n一、总体情况\n好。", "六、其他需要报告的事项\n无"
    )
    assert report.sections["other"].text == "无"


def test_lines_broken_by_a_page_are_joined_to_sentences():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n一、总体情况\n"
        "全年共收到政府信息公开申请十二件，其中自然人提出的\n\n有十一件，企业提出的有一件。\n\n二是继续改进。"
    )
    first, second = report.sections["overview"].paragraphs
    assert (
        first.text
        == "全年共收到政府信息公开申请十二件，其中自然人提出的有十一件，企业提出的有一件。"
    )
    assert second.text == "二是继续改进。"


def test_printed_punctuation_is_kept():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n一、总体情况\n做到“应公开、尽公开”（见附件）。"
    )
    assert report.sections["overview"].text == "做到“应公开、尽公开”（见附件）。"


def test_narrative_numbered_apart_from_the_tables_stays_in_the_overview():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n一、总体情况\n好。\n二、制度建设\n完善。\n"
        "三、主动公开工作情况\n公开很多。\n一、主动公开政府信息情况"
    )
    assert "公开很多。" in report.sections["overview"].text
    assert [h.key for h in report.headings] == ["overview", None, None, "proactive"]


def test_a_filling_instruction_stays_in_the_heading():
    report = read(
        "石桥镇2022年政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况（提示：必须填）"
    )
    heading = next(h for h in report.headings if h.key == "proactive")
    assert "提示：必须填" in heading.text
