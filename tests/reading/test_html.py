import base64
import json
import quopri

import pytest

from ogi.errors import DamagedError, LimitError
from ogi.place import Place
from ogi.reading.document import TableBlock, TextBlock
from ogi.reading.html import read_html
from ogi.reading.limits import DEFAULT_LIMITS, Limits

ROW = "<tr><td>规章</td><td>0</td><td>12</td></tr>"
TABLE = f"<table><tr><td>信息内容</td><td>制发</td><td>废止</td></tr>{ROW}</table>"


def read(page: str):
    return read_html(page.encode(), DEFAULT_LIMITS)


def texts(page: str) -> list[str]:
    """The lines outside tables."""
    return [block.text for block in read(page).blocks if isinstance(block, TextBlock)]


def rows(page: str) -> list[list[str]]:
    """The rows of the only table."""
    (table,) = read(page).tables()
    return [[cell.text for cell in row] for row in table.by_row()]


def spans(page: str) -> list[tuple[str, int, int, int, int]]:
    (table,) = read(page).tables()
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in table.cells]


# Text


def test_paragraphs_breaks_items_and_headings_are_lines_in_the_order_of_the_page():
    page = "前<h2>一、总体情况</h2><p>甲<br>乙</p><div>丙<p>丁</p>戊</div><ul><li>己</li></ul>后"
    assert texts(page) == ["前", "一、总体情况", "甲", "乙", "丙", "丁", "戊", "己", "后"]


def test_a_heading_has_its_level_and_the_text_after_it_has_none():
    levels = [(b.text, b.level) for b in read("<h1>年报<br>2023</h1>正文<h3>一、</h3>").blocks]
    assert levels == [("年报", 1), ("2023", 1), ("正文", 0), ("一、", 3)]


def test_one_span_a_character_is_one_line():
    page = "<p><span>二</span><font face='黑体'>、主</font><b>动<i>公</i></b>开<o:p></o:p></p>"
    assert texts(page) == ["二、主动公开"]


def test_a_line_that_an_editor_wrapped_in_the_source_has_no_space_in_it():
    assert texts("<p>收到和处理政府\r\n   信息公开申请 2023\n 年</p>") == [
        "收到和处理政府信息公开申请 2023 年"
    ]


def test_spaces_of_every_kind_are_one_space_and_zero_width_ones_none():
    assert texts("<p>&nbsp;存在的\u3000&emsp;问题&#8203;及\u200b改进</p>") == ["存在的 问题及改进"]


def test_preformatted_text_keeps_its_lines():
    assert texts("<pre>一、总体情况\n全年26件\n</pre>后") == ["一、总体情况", "全年26件", "后"]


def test_scripts_chrome_and_hidden_parts_are_not_text():
    page = (
        "<head><title>年报</title></head><nav>首页</nav><script>a='甲'</script><style>p{}</style>"
        "<p style='color:red; DISPLAY : none'>乙</p><p hidden>丙</p><!-- 丁 --><select><option>戊"
        "</select><button>己</button><p>正文</p><footer>庚</footer><iframe src='x'>辛</iframe>"
        "<!--[if gte mso 9]><xml><w:View>壬</w:View></xml><![endif]-->"
    )
    assert texts(page) == ["正文"]


def test_a_form_around_the_whole_page_is_no_chrome():
    assert texts("<form id='aspnetForm'><input type=hidden value='x'><p>正文</p></form>") == [
        "正文"
    ]


def test_every_title_a_page_carries_is_a_candidate_once():
    page = (
        "<title>云河县年报 - 云河县</title><meta name='ArticleTitle' content='云河县年报'>"
        "<meta property='og:title' content='云河县年报'><div><title>\n云河县人民政府</title></div>"
        "<svg><title>图标</title></svg>"
    )
    assert read(page).titles == ("云河县年报 - 云河县", "云河县人民政府", "云河县年报")


def test_struck_out_words_are_left_out_and_the_reader_is_told():
    document = read("<p>收到<s>25</s><del>24</del>26件</p>")
    assert document.blocks[0].text == "收到26件"
    assert "删除线" in document.remarks[0]


def test_hidden_parts_may_hold_hidden_parts_and_struck_words_struck_words():
    hidden = "<div style='display:none'>" * 40 + "甲" + "</div>" * 40
    struck = "<del><s style='text-decoration:line-through'>" * 40 + "乙" + "</s></del>" * 40
    assert texts(f"<div hidden>{hidden}</div><p>正文{struck}</p>") == ["正文"]


# Cells


def test_a_cell_has_its_place():
    (table,) = read("<p>前</p>" + TABLE).tables()
    assert table.cells[5] == table.by_row()[1][2]
    assert table.cells[5].place == Place(table=1, row=2, column=3)
    assert table.exact


def test_the_blank_cell_of_a_word_processor_is_blank():
    page = (
        "<table><tr><td>甲</td><td><p>&nbsp;<o:p></o:p></p></td><td><o:p> </o:p></td></tr></table>"
    )
    assert rows(page) == [["甲", "", ""]]


def test_lines_within_a_cell_stay_apart_so_that_no_number_is_made_up():
    page = "<table><tr><td>商业<br>企业</td><td><p>1</p><p>2</p></td><td>1<br/>0</td></tr></table>"
    assert rows(page) == [["商业\n企业", "1\n2", "1\n0"]]


def test_a_number_cut_over_spans_is_one_number():
    assert rows(
        "<table><tr><td><p><span>2</span><span>6</span></p></td><td>x</td></tr></table>"
    ) == [["26", "x"]]


def test_a_footnote_mark_is_not_a_digit_of_the_number():
    assert rows("<table><tr><td>26<sup>1</sup></td><td>x</td></tr></table>") == [["26[1]", "x"]]


def test_what_is_filled_in_a_field_is_printed_in_the_cell():
    fields = "<td><input value='26'></td><td><input type=hidden value=9></td>"
    page = f"<table><tr><td>规章</td>{fields}</tr></table>"
    assert rows(page) == [["规章", "26", ""]]


def test_the_foot_of_a_table_stands_last():
    page = "<table><tfoot><tr><td>总计<td>3</tfoot><tbody><tr><td>甲<td>3</tbody></table>"
    assert rows(page) == [["甲", "3"], ["总计", "3"]]


def test_a_caption_is_a_line_before_its_table():
    blocks = read(f"<table><caption>表二</caption>{ROW}</table>").blocks
    assert [type(block) for block in blocks] == [TextBlock, TableBlock]


# Spans


def test_rows_and_columns_span_as_a_browser_shows_them():
    page = (
        "<table><tr><td rowspan=2 colspan=2>甲<td>乙<td>丙</tr><tr><td>丁<td>戊</tr>"
        "<tr><td>己<td>庚<td>辛<td>壬</tr></table>"
    )
    assert spans(page) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("丙", 0, 3, 1, 1),
        ("丁", 1, 2, 1, 1),
        ("戊", 1, 3, 1, 1),
        ("己", 2, 0, 1, 1),
        ("庚", 2, 1, 1, 1),
        ("辛", 2, 2, 1, 1),
        ("壬", 2, 3, 1, 1),
    ]


def test_rowspan_zero_reaches_to_the_end_of_its_group():
    first = "<tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody>"
    page = f"<table>{first}<tbody><tr><td>乙<td>3</tbody></table>"
    assert spans(page)[0] == ("甲", 0, 0, 2, 1)
    assert spans(page)[-2:] == [("乙", 2, 0, 1, 1), ("3", 2, 1, 1, 1)]


def test_a_span_never_reaches_beyond_its_group():
    page = "<table><thead><tr><th rowspan=9>甲<th>乙</thead><tbody><tr><td>1<td>2</tbody></table>"
    assert [cell[:4] for cell in spans(page)] == [
        ("甲", 0, 0, 1),
        ("乙", 0, 1, 1),
        ("1", 1, 0, 1),
        ("2", 1, 1, 1),
    ]


@pytest.mark.parametrize("span", ["", "x", "-3", "0", "1.5", "１"])
def test_a_span_that_is_no_number_is_one(span):
    page = f"<table><tr><td colspan='{span}'>甲<td>乙<tr><td>1<td>2</table>"
    assert spans(page)[:2] == [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 1)]


def test_an_absurd_span_covers_the_table_and_no_more():
    page = "<table><tr><td colspan=999999999 rowspan=999999999>题<tr><td>甲<td>乙</table>"
    (table,) = read("<table><tr><td colspan=99999>题</tr><tr><td>甲<td>乙</tr></table>").tables()
    assert (table.columns, table.cells[0].colspan) == (2, 2)
    assert read(page).blocks


def test_cells_that_would_overlap_are_cut_short_and_those_after_them_stay_where_they_are():
    page = (
        "<table><tr><td>甲<td>乙<td rowspan=2>丙<td>丁</tr>"
        "<tr><td>戊<td colspan=2>己<td>庚</tr></table>"
    )
    assert spans(page)[4:] == [("戊", 1, 0, 1, 1), ("己", 1, 1, 1, 1), ("庚", 1, 3, 1, 1)]


# Tables in tables


def test_a_table_that_only_lays_out_the_page_is_opened():
    page = (
        f"<table><tr><td>菜单</td><td><p>二、主动公开</p>{TABLE}<p>三、依申请</p></td></tr></table>"
    )
    assert texts(page) == ["菜单", "二、主动公开", "三、依申请"]
    assert rows(page)[1] == ["规章", "0", "12"]


def test_the_metadata_above_a_report_in_the_same_table_stay_a_table():
    above = "<tr><td>索引号<td>01<td>分类<td>年报</tr>"
    page = f"<table>{above}<tr><td colspan=4>{TABLE}</td></tr></table>"
    first, second = read(page).tables()
    assert [cell.text for cell in first.cells] == ["索引号", "01", "分类", "年报"]
    assert second.rows == 2
    assert [cell.place.table for cell in (first.cells[0], second.cells[0])] == [1, 2]


def test_a_report_set_in_one_column_is_text():
    page = "<table><tr><td>一、总体情况</td></tr><tr><td><p>甲</p><p>乙</p></td></tr></table>"
    assert texts(page) == ["一、总体情况", "甲", "乙"]


def test_a_long_paragraph_across_a_table_is_text_between_two_tables():
    long = "全年认真做好政府信息公开工作。" * 10
    page = f"<table>{ROW}<tr><td colspan=3>{long}</td></tr>{ROW}</table>"
    before, text, after = read(page).blocks
    assert text.text == long
    assert (before.rows, after.rows) == (1, 1)
    assert after.cells[0].place == Place(table=2, row=1, column=1)


def test_an_empty_table_of_the_layout_is_nothing():
    assert read("<table><tr><td>&nbsp;</td><td></td></tr></table>文").blocks[0].text == "文"


# Pages that carry the report in another way


def test_markup_that_was_escaped_once_more_is_read():
    escaped = TABLE.replace("<", "&lt;").replace(">", "&gt;")
    assert rows(f"<html><body>{escaped}</body></html>")[1] == ["规章", "0", "12"]
    assert rows(escaped.replace("&", "&amp;"))[1] == ["规章", "0", "12"]


def test_a_report_in_a_json_answer_is_read():
    answer = json.dumps({"code": 0, "data": {"title": "年报", "content": f"<p>一、</p>{TABLE}"}})
    assert rows(answer)[1] == ["规章", "0", "12"]
    assert texts(answer) == ["一、"]


def test_a_report_in_a_string_of_a_script_is_read():
    string = TABLE.replace('"', '\\"').replace("/", "\\/").replace("<", "\\u003c")
    assert rows(f'<div id="app"></div><script>var html = "{string}";</script>')[1] == [
        "规章",
        "0",
        "12",
    ]


def test_rows_without_their_table_are_a_table():
    assert rows(ROW + ROW) == [["规章", "0", "12"]] * 2


def test_tables_pasted_into_a_text_leave_its_lines_alone():
    page = f"# 云河县2023年年报\n\n**一、总体情况**\n全年26件。\n{TABLE}\n五、存在的问题\n无"
    assert texts(page) == ["云河县2023年年报", "一、总体情况", "全年26件。", "五、存在的问题", "无"]
    assert read(page).blocks[0].level == 1


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_one_file_is_read(coding):
    page = f"<meta charset=gb2312>{TABLE}".encode("gbk")
    body = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
        "8bit": bytes,
    }[coding](page)
    head = (
        "From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\tboundary="--=x"\r\n\r\n----=x\r\nContent-Transfer-Encoding: '
        f'{coding}\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
    )
    data = head.encode() + body.replace(b"\n", b"\r\n") + b"\r\n----=x--\r\n"
    (table,) = read_html(data, DEFAULT_LIMITS).tables()
    assert [cell.text for cell in table.by_row()[1]] == ["规章", "0", "12"]


def test_a_page_without_tables_says_which_attachment_may_hold_the_report():
    document = read("<p>年报见附件</p><a href='/a/1.pdf'>云河县2023年年报.pdf</a>")
    assert "云河县2023年年报.pdf" in document.remarks[0]


def test_a_page_of_pictures_names_the_extra_that_could_read_them():
    document = read("<p>年报（图片版）</p><img src='/logo.png'><img src='/W02024.jpg'>")
    assert "1张图片" in document.remarks[0]
    assert "[ocr]" in document.remarks[0]


# What is refused


def test_nesting_without_end_is_refused_before_it_takes_hours():
    with pytest.raises(DamagedError, match="嵌套"):
        read("<div>" * 60_000)
    with pytest.raises(DamagedError, match="嵌套"):
        read("<table><tr><td>文<td>字" * 300)


def test_too_many_cells_are_refused_with_the_figure():
    with pytest.raises(LimitError, match="20个单元格"):
        read_html(f"<table>{ROW * 10}</table>".encode(), Limits(cells=20))


def test_cells_that_all_reach_to_the_last_row_are_refused_before_they_fill_the_memory():
    with pytest.raises(LimitError, match="单元格"):
        read(f"<table>{'<tr><td rowspan=0>1' * 2000}</table>")


def test_a_file_over_the_limit_is_refused_with_the_figures():
    with pytest.raises(LimitError, match="超过10字节"):
        read_html(TABLE.encode(), Limits(bytes=10))
