"""Running text: folding, sentences, figures and lists."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogi.checks.narrative.figures import blanked, chinese_value, figures
from ogi.checks.narrative.flow import sentences
from ogi.checks.narrative.folding import fold, printed_span
from ogi.checks.narrative.reading import read_narrative
from ogi.checks.narrative.shares import printed_as
from ogi.form import AnnualReport, Paragraph, Section
from ogi.place import Place


def report(*lines: str) -> AnnualReport:
    paragraphs = tuple(Paragraph(line, Place(line=n)) for n, line in enumerate(lines, 1))
    return AnnualReport(sections={"overview": Section("overview", paragraphs)})


def test_folding_makes_one_text_of_all_its_writings() -> None:
    assert fold("辦結 申請 ２８ 件 (其中 3 件)") == fold("办结申请28件（其中3件）")


@given(st.text(alphabet="收到申請 28　件（）,，\u200bＡ", max_size=40))
def test_what_is_printed_is_found_again_for_every_stretch_of_the_folded_text(text: str) -> None:
    folded = fold(text)
    for end in range(1, len(folded) + 1):
        assert fold(printed_span(text, 0, end)) == folded[:end]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_narrative(report(text, "收到申请" + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请1,024件", [(1024, "件")]),
        ("金额35.60万元，占33.9%", [(Decimal("35.60"), "万元"), (Decimal("33.9"), "%")]),
        ("三名自然人、一家企业", [(3, "名"), (1, "家")]),
        ("十二件，两百零五条", [(12, "件"), (205, "条")]),
        ("2024年12月31日前，第33条、国办函〔2021〕30号", []),
        ("每一件申请，第一件，一次性告知", []),
        ("电话0512-12345678，12345热线", []),
        ("（3）公告5条", [(5, "条")]),
        ("在20个工作日内", []),
        ("分为六个部分", []),
    ],
)
def test_figures_are_told_from_what_only_looks_like_one(
    text: str, expected: list[tuple[int | Decimal, str]]
) -> None:
    assert [(figure.value, figure.unit) for figure in figures(fold(text))] == expected


@pytest.mark.parametrize("text", ["约60条", "近40件", "60余条", "1.2万件", "80%以上"])
def test_a_figure_that_is_not_exact_is_marked(text: str) -> None:
    (figure,) = figures(text)
    assert figure.approximate


@given(st.integers(min_value=0, max_value=9999))
def test_chinese_numerals_are_read(number: int) -> None:
    assert chinese_value(cn2an.an2cn(str(number))) == number


def test_titles_are_blanked_out_and_keep_their_length() -> None:
    assert blanked("按照《某某办法（2019年）》收到3件") == "按照" + "□" * 13 + "收到3件"


def test_a_wrapped_line_goes_on_in_the_next() -> None:
    (sentence,) = sentences(report("全年我局依法办理的政府信息公开申请共有", "26件。"))
    assert sentence.place(sentence.text.index("26")) == Place(line=2)


def test_a_heading_is_a_sentence_of_its_own() -> None:
    texts = [s.text.strip() for s in sentences(report("（一）依申请公开", "收到申请26件。"))]
    assert texts == ["（一）依申请公开", "收到申请26件。"]


def lists(text: str) -> list[tuple[int, list[int]]]:
    read = read_narrative(report(text))
    return [(int(each.total_figure.value), [int(v) for v in each.values]) for each in read.listings]


def test_the_parts_of_a_total_are_found() -> None:
    assert lists("公开信息64篇，其中：公告52篇、解读12篇。") == [(64, [52, 12])]


def test_brackets_hold_a_list_of_their_own() -> None:
    found = lists("公示240条，其中招标120条，验收90条（水库35条、河道55条）、监理30条。")
    assert found == [(240, [120, 90, 30]), (90, [35, 55])]


def test_a_list_over_several_paragraphs_is_one_list() -> None:
    read = read_narrative(
        report("公开政府信息30条，其中：", "（1）机构类10条；", "（2）公告类20条。")
    )
    assert [each.values for each in read.listings] == [(10, 20)]


def test_a_list_ends_where_another_statement_begins() -> None:
    assert lists("公开64条，其中公告52条、解读12条，全年推送微信90条。") == [(64, [52, 12])]


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_share_may_be_rounded_or_cut(part: int, rest: int) -> None:
    whole = part + rest
    exact = Decimal(part) * 100 / whole
    for printed in (round(exact, 1), int(exact * 10) / Decimal(10)):
        (figure,) = figures(f"{printed:.1f}%")
        assert printed_as(figure, part, whole)
