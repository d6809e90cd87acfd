import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest

import ogi
from ogi.checks import check
from ogi.findings import Finding, Outcome, Severity, Verdict
from ogi.form import State
from ogi.place import Place
from ogi.writing.page import check_page
from ogi.writing.sources import (
    PagePicture,
    SourceCell,
    SourceTable,
    SourceText,
    SourceView,
)

from .made import WRONG_TOTAL, doubted, report, section, unreadable
from .pages import Page

TOTAL = "applications.received.total"
HOSTILE = "</td></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def page(made=None, source=None, verdicts=None):
    made = made or report(cells=WRONG_TOTAL)
    return Page(check_page(made, check(made) if verdicts is None else verdicts, source))


def everything():
    """A report with an error, a doubt, an unreadable cell, a blank and a marked sentence."""
    made = report(
        cells={
            **WRONG_TOTAL,
            "disputes.review.total": unreadable("12", "1", "12"),
            "proactive.licensing.decisions": doubted(126, "末位有墨点", "126", "128"),
            "proactive.penalties.decisions": None,
        }
    )
    sentence = made.sections["overview"].paragraphs[0].place
    found = Finding("N201", Severity.ERROR, "文字写3件，表三5件", 3, 5, -2, (TOTAL,), (sentence,))
    verdicts = (*check(made), Verdict("N201", Outcome.BROKEN, (found,)))
    source = SourceView(
        "林业局.txt",
        "text",
        2048,
        "0f" * 32,
        blocks=(
            SourceText("一、总体情况", Place(line=1), 2),
            SourceText("全年收到申请3件。全部按期答复。", sentence),
            SourceTable(
                (
                    (SourceCell("件数", colspan=2), SourceCell("5", place=made.cells[TOTAL].place)),
                    (SourceCell("总计", rowspan=1), SourceCell(""), SourceCell("0")),
                )
            ),
        ),
    )
    return made, verdicts, source


@pytest.fixture(scope="module")
def full():
    made, verdicts, source = everything()
    return page(made, source, verdicts)


def pictured():
    place = Place(page=1, box=(100.0, 200.0, 160.0, 215.0), table=1, row=1, column=7)
    made = report(cells=WRONG_TOTAL)
    cells = {**made.cells, TOTAL: replace(made.cells[TOTAL], place=place)}
    made = replace(made, cells=cells)
    return page(made, SourceView("a.pdf", "pdf", pages=(PagePicture(1, 595, 842, DOT),)))


def test_a_page_needs_nothing_beside_itself(full):
    for element in full.elements:
        for name in ("src", "href", "action", "poster", "data", "srcset"):
            value = element.attributes.get(name, "")
            assert not value or value.startswith(("#", "data:")), element
        assert element.tag not in ("script", "iframe", "object", "embed", "form", "base"), element
    css = full.all("style")[0].text
    assert "url(" not in css
    assert "@import" not in css


def test_its_own_policy_admits_its_style_sheet_and_nothing_else(full):
    policy = next(
        e.attributes["content"]
        for e in full.all("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    css = full.all("style")[0].text
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert not any("style" in e.attributes for e in full.elements)
    assert not any(name.startswith("on") for e in full.elements for name in e.attributes)


def test_every_link_leads_to_something_on_the_page(full):
    for page in (full, pictured()):
        ids = set(page.ids)
        for link in page.all("a", "use"):
            assert link.attributes["href"][1:] in ids, link


def test_no_two_things_have_the_same_name(full):
    for page in (full, pictured()):
        assert len(page.ids) == len(set(page.ids))


def test_a_line_that_holds_a_cell_and_its_sentence_is_marked_once():
    made, verdicts, source = everything()
    line = made.cells[TOTAL].place
    found = Finding("N201", Severity.ERROR, "文中“全年收到申请3件”与表不符", cells=(TOTAL,))
    verdicts = (Verdict("N201", Outcome.BROKEN, (found,)),)
    source = replace(source, blocks=(SourceText("全年收到申请3件。", line),))
    ids = page(made, source, verdicts).ids
    assert len(ids) == len(set(ids))


def test_each_cell_says_which_boxes_head_it(full):
    ids = set(full.ids)
    cells = [e for e in full.all("td") if "headers" in e.attributes]
    assert len(cells) == len(report().cells)
    for cell in cells:
        assert set(cell.attributes["headers"].split()) <= ids


def test_headings_landmarks_and_tables_are_named(full):
    assert len(full.all("h1")) == 1
    assert len(full.all("main")) == 1
    levels = [int(e.tag[1]) for e in full.all("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert full.all("html")[0].attributes["lang"] == "zh-CN"
    assert len(full.all("caption")) == len(full.all("table"))
    assert all(e.attributes.get("scope") for e in full.all("th"))
    assert full.all("a")[0].attributes["class"] == "skip"
    for named in full.all("section"):
        assert named.attributes["aria-labelledby"] in full.ids


def test_marks_and_links_without_words_are_named(full):
    for link in full.all("a"):
        name = link.attributes.get("aria-label") or link.text.strip()
        assert re.search(r"[\u4e00-\u9fff]", name), link


@pytest.mark.parametrize("where", ["title", "organ", "text", "cell", "finding", "source", "file"])
def test_markup_in_a_document_is_text(where):
    made, verdicts, source = everything()
    if where in ("title", "organ"):
        made = replace(made, **{where: HOSTILE})
    if where == "text":
        made = replace(made, sections={"overview": section("overview", HOSTILE)})
    if where == "cell":
        cell = replace(made.cells[TOTAL], text=HOSTILE, note=HOSTILE)
        made = replace(made, cells={**made.cells, TOTAL: cell})
    if where == "finding":
        found = Finding("N201", Severity.ERROR, HOSTILE, HOSTILE, HOSTILE, advice=HOSTILE)
        verdicts = (Verdict("N201", Outcome.BROKEN, (found,), (), HOSTILE),)
    if where == "source":
        source = replace(source, blocks=(SourceText(HOSTILE, Place(line=1)),))
    if where == "file":
        source = replace(source, name=HOSTILE)
    result = page(made, source, verdicts)
    assert not result.all("script", "img")
    assert HOSTILE in result.text


def test_the_title_says_first_that_something_is_wrong(full):
    assert full.all("title")[0].text.startswith("有错误：")
    assert not page(report(), verdicts=()).all("title")[0].text.startswith("有错误")


def test_an_error_says_its_figures_its_law_and_what_to_do():
    found = Finding(
        "R303",
        Severity.ERROR,
        "自然人3，总计印5，多2",
        5,
        3,
        2,
        (TOTAL,),
        source="国办公开办函〔2021〕30号",
        advice="核对这一行",
    )
    result = page(verdicts=[Verdict("R303", Outcome.BROKEN, (found,))])
    error = result.at("f1")
    for words in ("错误", "R303", "应为 3", "实为 5", "差 +2", "国办公开办函", "核对"):
        assert words in " ".join(error.text.split()), words


def test_a_doubt_is_never_listed_among_the_errors(full):
    doubts = [e for e in full.all("li") if e.attributes.get("id", "").startswith("d")]
    assert len(doubts) == 2
    assert all("存疑" in e.text and "错误" not in e.text for e in doubts)
    cell = full.at("c-proactive.licensing.decisions")
    assert "dbt" in cell.attributes["class"]
    assert "brk" not in cell.attributes["class"]


def test_a_wrong_cell_is_marked_and_leads_to_its_finding(full):
    cell = full.at(f"c-{TOTAL}")
    assert "brk" in cell.attributes["class"]
    assert "≠" not in cell.text  # beside a number it would read as a formula
    assert full.at("f1").text


def test_a_blank_is_drawn_as_a_blank_and_read_out_as_one(full):
    cell = full.at("c-proactive.penalties.decisions")
    assert "空白" in cell.text
    assert "0" not in re.sub(r"\D", "", cell.text.replace("空白", ""))[:1]


def test_an_unreadable_cell_shows_what_it_may_be(full):
    assert "无法读取" in full.at("c-disputes.review.total").text
    assert "1或12" in full.at("c-disputes.review.total").text


def test_the_sentence_of_a_finding_is_marked_in_the_text(full):
    marked = [e.text.strip() for e in full.all("mark")]
    assert "全年收到申请3件。" in marked
    assert "全部按期答复。" not in marked


def test_the_source_stands_beside_and_its_marks_lead_back(full):
    assert "看原件" in full.text
    assert full.at("s-f1")


def test_the_labels_are_those_of_the_form(full):
    labels = {e.text for e in full.all("th")}
    assert "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" in labels
    assert "2.其他法律行政法规禁止公开" in labels


def test_what_is_printed_is_shown_as_printed():
    made = report()
    cell = replace(made.cells[TOTAL], value=22, text="22（其中修订16件）", note="其中修订16件")
    result = page(replace(made, cells={**made.cells, TOTAL: cell}))
    assert "22（其中修订16件）" in result.at(f"c-{TOTAL}").text


def test_a_report_without_a_table_says_so():
    made = report()
    without = replace(
        made,
        editions={"proactive": 2021},
        cells={a: c for a, c in made.cells.items() if a.startswith("proactive")},
    )
    assert page(without).text.count("报告里没有读到这张表") == 2


def test_an_empty_report_still_makes_a_page():
    empty = replace(report(), title=None, organ=None, year=None, editions={}, cells={}, sections={})
    assert "没有读到标题" in page(empty).at("main").text


def test_nothing_wrong_is_said_in_words():
    assert "没有发现问题" in page(report(), verdicts=()).text


def test_what_could_not_be_judged_says_why():
    result = page(verdicts=[Verdict("R301", Outcome.UNJUDGED, (), (), "上年结转没有数字")])
    assert "上年结转没有数字" in result.text
    assert "第一项加第二项之和" in result.text


def test_the_foot_names_versions_and_the_hash_of_the_file(full):
    foot = full.all("footer")[0].text
    for words in (ogi.__version__, "0f" * 32, "国办公开办函〔2021〕30号", "文件没有离开本机"):
        assert words in foot, words


def test_the_same_report_makes_the_same_page():
    made, verdicts, source = everything()
    assert check_page(made, verdicts, source) == check_page(made, verdicts, source)


def test_a_page_picture_carries_frames_where_the_cells_stand():
    result = pictured()
    (image,) = result.all("image")
    assert image.attributes["href"].startswith("data:image/png;base64,")
    frame = next(e for e in result.all("rect") if e.attributes["class"] == "pv-bad")
    assert (frame.attributes["x"], frame.attributes["width"]) == ("100.0", "60.0")


def test_a_cell_the_report_lacks_is_hatched_and_not_blank():
    made = report()
    gone = replace(made.cells[TOTAL], value=None, text="", state=State.ABSENT)
    cell = page(replace(made, cells={**made.cells, TOTAL: gone})).at(f"c-{TOTAL}")
    assert "na" in cell.attributes["class"]
    assert "未见" in cell.text
