"""Kinds of print that once slid, vanished or joined: each in our own words, in other shapes."""

import pytest

from ogi.reading import read_bytes

TITLE = "云川市测试局2023年政府信息公开工作年度报告"
KINDS = ("natural_person", "company", "research_body", "public_interest_body", "legal_service_body")
KINDS = (*KINDS, "other_body", "total")
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
RECEIVED = "一、本年新收政府信息公开申请数量"


def page(*tables: str) -> bytes:
    return f"<h1>{TITLE}</h1><p>一、总体情况</p><p>无。</p>{''.join(tables)}".encode()


def html(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def licensing(cell: str):
    rows = (("第二十条第（五）项", ""), ("信息内容", "本年处理决定数量"), ("行政许可", cell))
    found = read_bytes(page("<p>二、主动公开政府信息情况</p>", html(*rows, ("行政处罚", "7"))))
    return found.cells["proactive.licensing.decisions"]


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("3<sup>1</sup>", "[1]"),
        ("3<sub>注</sub>", "[注]"),
        ('3<a href="#_ftn2">2</a>', "[2]"),
        ('3<span style="vertical-align:super">2</span>', "[2]"),
        ("3²", "²"),
        ("3①", "①"),
        ('<input value="5">3', "[5]"),
    ],
)
def test_a_note_or_a_field_beside_a_number_is_none_of_its_digits(cell, note):
    assert (licensing(cell).value, licensing(cell).note) == (3, note)


@pytest.mark.parametrize(
    ("cell", "value"), [("共12件", 12), ("1,234", 1234), ("1, 234", 1234), ("87", 87)]
)
def test_a_number_with_its_words_is_that_number(cell, value):
    assert licensing(cell).value == value
    assert licensing(cell).doubts == ()


@pytest.mark.parametrize(("cell", "value"), [("十二", 12), ("二十件", 20)])
def test_a_number_in_words_is_doubted(cell, value):
    assert licensing(cell).value in (value, None)
    assert licensing(cell).doubts


@pytest.mark.parametrize("cell", ["1O", "l2", "约30", "见附件", "O"])
def test_what_is_no_number_is_unread_with_its_text(cell):
    found = licensing(cell)
    assert (found.value, found.state.value, found.text) == (None, "unreadable", cell)


@pytest.mark.parametrize("order", [(2, 1, 0, 3, 4, 5, 6), (0, 5, 4, 3, 2, 1, 6), (6, *range(6))])
@pytest.mark.parametrize("style", ["html", "pipes", "tabs"])
def test_columns_are_read_by_their_heads(order, style):
    numbers = (6, 5, 2, 1, 0, 4, 18)
    rows = [
        ("项目", *(HEADS[i] for i in order)),
        (RECEIVED, *(str(numbers[i]) for i in order)),
        ("二、上年结转政府信息公开申请数量", *("0" * 7)),
    ]
    heading = "三、收到和处理政府信息公开申请情况"
    if style == "html":
        data = page(f"<p>{heading}</p>", html(*rows))
    else:
        mark = "|" if style == "pipes" else "\t"
        text = "\n".join(mark.join(row) for row in rows)
        data = f"{TITLE}\n一、总体情况\n无。\n{heading}\n{text}\n".encode()
    report = read_bytes(data)
    found = {kind: report.cells[f"applications.received.{kind}"] for kind in KINDS}
    assert {kind: cell.value for kind, cell in found.items()} == dict(
        zip(KINDS, numbers, strict=True)
    )


@pytest.mark.parametrize("label", ["备注", "上年总计", "同比"])
def test_a_column_that_the_form_has_not_moves_no_number(label):
    rows = [
        ("项目", *HEADS[:5], label, *HEADS[5:]),
        (RECEIVED, "6", "5", "2", "1", "", "9", "0", "14"),
        ("二、上年结转政府信息公开申请数量", *("0" * 5), "3", "0", "0"),
    ]
    report = read_bytes(page("<p>三、收到和处理政府信息公开申请情况</p>", html(*rows)))
    values = [report.cells[f"applications.received.{kind}"].value for kind in KINDS]
    assert values == [6, 5, 2, 1, None, 0, 14]
    assert "9" in [line.text for line in report.stray]


@pytest.mark.parametrize("label", ["小计", "（三）不予公开小计", "上年数", "去年同期"])
def test_a_row_that_the_form_has_not_belongs_to_no_row(label):
    lines = [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 7 3 0 0 0 1 11",
        f"{label} 43 21 2 1 1 6 74",
        "1.属于国家秘密 0 0 4 0 0 2 6",
    ]
    text = "\n".join((TITLE, "三、收到和处理政府信息公开申请情况", *lines))
    report = read_bytes(text.encode())
    values = [report.cells[f"applications.refused.state_secret.{kind}"].value for kind in KINDS]
    assert values == [0, 0, 4, 0, 0, 2, 6]
    assert any("74" in line.text for line in report.stray)


@pytest.mark.parametrize("mark", ["-", "—", "/", "不涉及", "无"])
def test_a_mark_for_no_number_is_a_cell_of_its_own(mark):
    lines = [
        f"5.属于三类内部事务信息 12 4 0 {mark} {mark} 4 20",
        "7.属于行政执法案卷 0 1 0 0 0 0 1",
    ]
    text = "\n".join((TITLE, "三、收到和处理政府信息公开申请情况", *lines))
    report = read_bytes(text.encode())
    values = [report.cells[f"applications.refused.internal_affairs.{kind}"].value for kind in KINDS]
    assert values == [12, 4, 0, None, None, 4, 20]


@pytest.mark.parametrize("first", ["行政复议", "复议后起诉"])
def test_the_fourth_table_is_read_as_a_list_downwards(first):
    columns = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    rows = {"行政复议": "12014", "未经复议直接起诉": "03003", "复议后起诉": "00101"}
    order = sorted(rows, key=lambda row: row != first)
    listed = [(row, *pair) for row in order for pair in zip(columns, rows[row], strict=True)]
    report = read_bytes(page("<p>四、政府信息公开行政复议、行政诉讼情况</p>", html(*listed)))
    keys = ("review", "direct_suit", "suit_after_review")
    values = {
        key: "".join(
            str(report.cells[f"disputes.{key}.{column}"].value)
            for column in ("upheld", "corrected", "other", "pending", "total")
        )
        for key in keys
    }
    assert values == dict(zip(keys, rows.values(), strict=True))


@pytest.mark.parametrize("label", ["行政许可xíngzhèng xǔkě", "行政许可（含备案）"])
def test_readings_and_remarks_in_a_label_are_none_of_it(label):
    rows = (("第二十条第（五）项", ""), ("信息内容", "本年处理决定数量"), (label, "34"))
    report = read_bytes(page("<p>二、主动公开政府信息情况</p>", html(*rows, ("行政处罚", "7"))))
    assert report.cells["proactive.licensing.decisions"].value == 34


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("云川市住房和城乡建设局关于2023年度政府信息公开工作情况的报告", "云川市住房和城乡建设局"),
        ("根据条例，现将云川市林业局2023年政府信息公开工作年度报告公布如下。", "云川市林业局"),
        ("按照要求，现发布南湾街道2023年政府信息公开工作年度报告。", "南湾街道"),
    ],
)
def test_the_organ_may_be_named_in_a_sentence_alone(line, organ):
    rows = (("第二十条第（五）项", ""), ("信息内容", "本年处理决定数量"), ("行政许可", "3"))
    tables = ("<p>二、主动公开政府信息情况</p>", html(*rows, ("行政处罚", "7")))
    data = f"<p>{line}</p><p>一、总体情况</p><p>无。</p>{''.join(tables)}".encode()
    assert read_bytes(data).organ == organ


@pytest.mark.parametrize(
    ("printed", "below", "first", "total", "settled"),
    [
        (("429", "4304"), ("1", ""), 4291, 4304, True),
        (("429", "430"), ("1", "4"), 4291, 4304, True),
        (("429", "430"), ("1", "5"), 429, 430, False),
        (("429", "430"), ("", "4"), 429, 430, False),
    ],
)
def test_digits_in_the_cells_below_are_the_rest_of_numbers_where_the_sums_say_so(
    printed, below, first, total, settled
):
    rows = [
        ("项目", *HEADS),
        (RECEIVED, printed[0], "13", *("0" * 4), printed[1]),
        ("", below[0], *[""] * 5, below[1]),
        ("二、上年结转政府信息公开申请数量", *("0" * 7)),
    ]
    report = read_bytes(page("<p>三、收到和处理政府信息公开申请情况</p>", html(*rows)))
    found = [report.cells[f"applications.received.{kind}"] for kind in KINDS]
    assert (found[0].value, found[6].value) == (first, total)
    assert all(cell.doubts[0].settled is settled for cell in found)


def test_a_stray_mark_among_glued_digits_cuts_no_number_off():
    head = "信息内容上一年项目数量本年增/减处理决定数量 "
    lines = f"第二十条第（五）项 {head}行政许可000 其他对外管理服务事项0※5620 "
    lines += f"第二十条第（六）项 {head}行政处罚360502204 行政强制000 "
    more = "三、收到和处理政府信息公开申请情况 "
    title = TITLE.replace("2023", "2020")
    report = read_bytes(f"{title} 二、主动公开政府信息情况 {lines}{more}".encode())
    found = {a: c for a, c in report.cells.items() if a.startswith("proactive.other_services.")}
    assert {cell.value for cell in found.values()} == {None}
    assert {cell.text for cell in found.values()} == {"0※5620"}


@pytest.mark.parametrize("remark", ["备注", "上年总计"])
def test_a_number_torn_in_two_pushes_none_into_the_column_that_the_form_has_not(remark):
    rows = [
        ("项目", *HEADS, remark),
        (RECEIVED, "4", "6", "5", "1", "0", "3", "3", "31", ""),
        ("二、上年结转政府信息公开申请数量", *("0" * 7), ""),
    ]
    report = read_bytes(page("<p>三、收到和处理政府信息公开申请情况</p>", html(*rows)))
    assert all(report.cells[f"applications.received.{kind}"].doubts for kind in KINDS)
    assert not report.cells["applications.carried_in.total"].doubts


@pytest.mark.parametrize(
    "cell",
    [
        '<input value="1"><input value="2">',
        '<input value="1"><br><input value="2">',
        '<select><option selected>1</select><input value="2">',
        "<textarea>1</textarea><textarea>2</textarea>",
        '3<input value="1"><input value="2">',
    ],
)
def test_what_two_fields_of_a_cell_say_is_not_one_number(cell):
    assert (licensing(cell).value, licensing(cell).state.value) == (None, "unreadable")


@pytest.mark.parametrize(
    "cell",
    [
        '<input type="hidden" value="4"><input value="3">',
        '<input value="3"><input value="">',
        "<select><option>4<option selected>3</select>",
    ],
)
def test_a_field_that_shows_nothing_hides_no_other(cell):
    assert (licensing(cell).value, licensing(cell).note, licensing(cell).doubts) == (3, None, ())


@pytest.mark.parametrize(
    ("row", "doubted"),
    [
        (("4", "0", "0", "0", "0", "4", ""), True),
        (("", "4", "0", "0", "0", "0", "4"), False),
        (("4", "0", "0", "", "0", "0", "4"), False),
        (("", "4", "0", "0", "0", "0", "3"), True),
    ],
)
def test_a_row_whose_end_is_blank_may_have_lost_a_cell_before_it(row, doubted):
    rows = [
        ("项目", *HEADS),
        (RECEIVED, *row),
        ("二、上年结转政府信息公开申请数量", *("0" * 7)),
    ]
    report = read_bytes(page("<p>三、收到和处理政府信息公开申请情况</p>", html(*rows)))
    found = [report.cells[f"applications.received.{kind}"] for kind in KINDS]
    assert [bool(cell.doubts) for cell in found] == [doubted] * 7


def test_totals_that_are_blank_in_many_rows_are_meant_so():
    labels = (RECEIVED, "二、上年结转政府信息公开申请数量", "（一）予以公开")
    rows = [("项目", *HEADS), *((label, "4", *("0" * 5), "") for label in labels)]
    report = read_bytes(page("<p>三、收到和处理政府信息公开申请情况</p>", html(*rows)))
    assert not any(cell.doubts for cell in report.cells.values())
