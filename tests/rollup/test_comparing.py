"""Two reports side by side: cells by cases, then what is carried over, then the texts."""

from dataclasses import replace

import pytest

from ogi.form import AnnualReport, Paragraph, Section
from ogi.form.wording import NO_FIGURE, signed
from ogi.paper import Grid, Line
from ogi.rollup import TextKind, compare, comparison_paper
from ogi.rollup.names import standing

from .made import Case, cases, full, report


@pytest.mark.parametrize("case", cases("comparing"), ids=str)
def test_two_reports_compare_as_the_case_says(case: Case) -> None:
    data = case.data
    made = compare(report(**data["old"]), report(**data["new"]))
    if "pairing" in data:
        assert made.pairing.value == data["pairing"]
    if "changes" in data:
        assert {
            one.address: [
                standing(one.old),
                standing(one.new),
                signed(one.change),
                NO_FIGURE if one.percent is None else f"{signed(one.percent)}%",
            ]
            for one in made.changed()
        } == {full(address): texts for address, texts in data["changes"].items()}
    assert any(data.get("remark", "") in one for one in (*made.remarks, ""))
    alone = {one.address for one in made.changes if one.why}
    assert {full(one) for one in data.get("alone", ())} <= alone
    if "caution" in data:
        assert [one.address for one in made.changed() if one.caution] == [data["caution"]]


def test_what_is_left_open_is_taken_up_next_year():
    old = report(year=2023, cells={"carried_out.total": 2, "carried_out.company": None})
    new = report(year=2024, cells={"carried_in.total": 3})
    carried = {one.column: one for one in compare(old, new).carried}
    assert carried["total"].difference == 1
    assert carried["natural_person"].difference == 0
    assert carried["company"].difference is None


def test_documents_in_force_follow_from_last_year():
    row = "proactive.normative_documents"
    old = report(year=2023, cells={f"{row}.in_force": 9})
    new = report(year=2024, cells={f"{row}.issued": 2, f"{row}.repealed": 1, f"{row}.in_force": 12})
    stock = compare(old, new).stocks[1]
    assert (stock.expected, stock.difference) == (10, 2)


def test_versions_and_years_apart_hand_nothing_over():
    for year in (2024, 2022):
        made = compare(report(year=year), report(year=2024))
        assert (made.carried, made.stocks) == ((), ())


def test_the_old_form_has_no_stock_of_documents():
    made = compare(report(year=2020, edition=2019), report(year=2021))
    assert made.stocks == ()
    assert len(made.carried) == 7


def _said(*paragraphs: str, year: int = 2024) -> AnnualReport:
    section = Section("overview", tuple(Paragraph(text) for text in paragraphs))
    return replace(report(year=year), sections={"overview": section})


def _became(old: AnnualReport, new: AnnualReport) -> list[tuple[str, str, str]]:
    (section,) = compare(old, new).sections
    return [
        (one.kind.value, one.old.text if one.old else "", one.new.text if one.new else "")
        for one in section.sentences
    ]


def test_a_sentence_with_another_figure_is_one_that_changed():
    old, new = _said("全年收到申请17件，均已办结。"), _said("全年收到申请25件，均已办结。")
    assert _became(old, new) == [
        ("changed", "全年收到申请17件，均已办结。", "全年收到申请25件，均已办结。")
    ]
    (one,) = compare(old, new).sections[0].sentences
    assert [piece.text for piece in one.old_pieces if not piece.shared] == ["17"]
    assert [piece.text for piece in one.new_pieces if not piece.shared] == ["25"]


def test_a_sentence_that_only_moved_is_neither_new_nor_gone():
    old = _said("甲事已经办完。", "乙项正在推进。", "丙处明年再修。")
    new = _said("丙处明年再修。", "甲事已经办完。", "乙项正在推进。")
    kinds = [kind for kind, _, _ in _became(old, new)]
    assert sorted(kinds) == ["moved", "same", "same"]


def test_blanks_and_widths_of_characters_are_no_difference():
    old, new = _said("收到申请 17 件，已办结。"), _said("收到申请１７件，已办结。")
    assert [kind for kind, _, _ in _became(old, new)] == ["same"]


def test_what_is_gone_stands_where_it_stood():
    old = _said("甲事已经办完。组织培训三次。丙处明年再修。")
    new = _said("甲事已经办完。丙处明年再修。新设查阅点一处。")
    assert [kind for kind, _, _ in _became(old, new)] == ["same", "removed", "same", "added"]


def test_a_quotation_keeps_its_closing_mark():
    (section,) = compare(_said("他说“公开是常态。”办法照旧。"), _said()).sections
    assert [one.old.text for one in section.sentences] == ["他说“公开是常态。”", "办法照旧。"]
    assert {one.kind for one in section.sentences} == {TextKind.REMOVED}


def test_a_section_only_one_report_has_is_all_new():
    bare = replace(report(year=2023), sections={})
    assert [kind for kind, _, _ in _became(bare, _said("甲事已经办完。"))] == ["added"]


def test_the_paper_shows_what_changed_and_on_demand_everything():
    old = report(year=2023, cells={"received.total": 20})
    made = compare(old, report(year=2024, cells={"received.total": 25}))
    brief, long = (_rows(comparison_paper(made, everything=one)) for one in (False, True))
    assert "一、本年新收政府信息公开申请数量，总计" in brief
    assert "（一）予以公开，总计" not in brief
    assert "（一）予以公开，总计" in long


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("水务局", "临溪县水务局", "临溪县水务局2023年与2024年年度报告对照"),
        ("民政局", "水务局", "2023年与2024年年度报告对照"),
    ],
)
def test_the_title_names_an_organ_only_where_both_go_by_it(old, new, title):
    reports = (replace(report(year=2023), organ=old), replace(report(year=2024), organ=new))
    assert comparison_paper(compare(*reports)).title == title


def test_the_paper_says_what_is_not_compared():
    made = compare(report(year=2020, edition=2019), report(year=2021))
    lines = [one.text for one in comparison_paper(made).blocks if isinstance(one, Line)]
    assert "只见于表二2019年版，没有可以比较的数：14格。" in lines
    gone = "2021年版没有“政府集中采购”一行，2019年版以后没有了，没有可以比较的数：2格。"
    assert gone in lines
    assert "注：2019年版没有写明是否包括依法未公开的处理决定，两年的口径可能不同。" in lines


def _rows(paper) -> set[str]:
    grids = [block for block in paper.blocks if isinstance(block, Grid)]
    return {box.text for grid in grids for box in grid.boxes if box.scope == "row"}
