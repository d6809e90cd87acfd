"""Broken layouts are read for what they print; what cannot be said is left unread."""

import random

import pytest
from reading.damage import PrintedRow, as_html, as_text, draw_cells, lose_column, print_tables

from ogi.errors import NotAnAnnualReportError
from ogi.form import State, edition
from ogi.reading import read_bytes

TITLE = "云川市粮食局2023年政府信息公开工作年度报告"
KINDS = ("natural_person", "company", "research_body", "public_interest_body")


@pytest.fixture
def drawn():
    return draw_cells(edition(2021), random.Random(7), largest=9)


@pytest.fixture
def tables(drawn):
    return print_tables(edition(2021), drawn)


def row_of(tables, address) -> PrintedRow:
    return next(r for t in tables for r in t.rows if f"{address}.total" in r.addresses)


def place_of(tables, address) -> tuple[PrintedRow, int]:
    """Return the row with a cell, and the number of the cell in it."""
    row = next(r for t in tables for r in t.rows if address in r.addresses)
    return row, row.addresses.index(address)


def values(report, row):
    return [cell.value for address, cell in report.cells.items() if _row(address) == row]


def _row(address):
    return address.rpartition(".")[0]


def test_a_row_that_lost_its_label_is_placed_by_order_and_doubted(tables, drawn):
    row_of(tables, "applications.refused.third_party_rights").label = None
    report = read_bytes(as_text(tables, TITLE, "tabs"))
    row = {a: c for a, c in report.cells.items() if "third_party_rights" in a}
    assert {a: c.value for a, c in row.items()} == {a: drawn[a] for a in row}
    assert all(c.doubts and c.doubts[0].settled for c in row.values())


def test_two_rows_without_labels_of_which_one_is_missing_are_not_guessed(tables):
    rows = next(t for t in tables if t.heading.startswith("三")).rows
    rows[5].label = rows[6].label = None
    del rows[6]
    report = read_bytes(as_text(tables, TITLE, "tabs"))
    assert values(report, _row(rows[5].addresses[0])) == [None] * 7
    assert all(report.cells[a].state is State.UNREADABLE for a in rows[5].addresses)


def test_six_zeros_in_a_row_of_seven_say_nothing_of_any_cell(tables, drawn):
    row = row_of(tables, "applications.declined.repeated")
    row.values = ["0"] * 6
    row.addresses = [None] * 6
    report = read_bytes(as_text(tables, TITLE, "tabs"))
    cells = [c for a, c in report.cells.items() if "declined.repeated" in a]
    assert [c.value for c in cells] == [None] * 7
    assert all(c.doubts and "0" in c.doubts[0].candidates for c in cells)


def test_rows_that_a_page_gap_swallowed_are_absent_not_zero(tables):
    applications = next(t for t in tables if t.heading.startswith("三"))
    gone = applications.rows[:3]
    applications.rows = applications.rows[3:]
    report = read_bytes(as_text(tables, TITLE, "tabs"))
    for row in gone:
        assert all(report.cells[a].state is State.ABSENT for a in row.addresses)


def test_blank_cells_are_blank(tables):
    row = row_of(tables, "applications.received")
    row.values[1:6] = [""] * 5
    report = read_bytes(as_html(tables, TITLE))
    states = [report.cells[f"applications.received.{kind}"].state for kind in KINDS]
    assert states == [State.PRINTED, State.BLANK, State.BLANK, State.BLANK]


def test_a_dash_is_printed_and_has_no_value(tables):
    row_of_rules = tables[0].rows[0]
    row_of_rules.values = ["/", "—", "无"]
    report = read_bytes(as_html(tables, TITLE))
    cells = [report.cells[a] for a in row_of_rules.addresses]
    assert [(c.value, c.state, c.text) for c in cells] == [
        (None, State.PRINTED, "/"),
        (None, State.PRINTED, "—"),
        (None, State.PRINTED, "无"),
    ]


def test_a_row_in_which_no_cell_is_a_number_is_unreadable_and_not_blank(tables):
    row = row_of(tables, "applications.granted")
    row.values[:] = ["0?"] * 7
    report = read_bytes(as_html(tables, TITLE))
    cells = [report.cells[a] for a in row.addresses]
    assert {(c.value, c.text, c.state) for c in cells} == {(None, "0?", State.UNREADABLE)}
    assert all(cell.doubts for cell in cells)


@pytest.mark.parametrize("words", ["见附件", "市 1873 水", "详见市政府网站专栏公布的清单"])
@pytest.mark.parametrize(
    "address",
    [
        "proactive.penalties.decisions",
        "proactive.rules.repealed",
        "applications.received.natural_person",
        "applications.granted.total",
    ],
)
def test_words_where_a_number_belongs_cannot_be_read_and_are_not_blank(
    tables, drawn, address, words
):
    row, at = place_of(tables, address)
    row.values[at] = words
    report = read_bytes(as_html(tables, TITLE))
    assert report.cells[address].state is State.UNREADABLE
    assert report.cells[address].text == words
    others = {a: v for a, v in drawn.items() if a != address}
    assert {a: report.value(a) for a in others} == others


@pytest.mark.parametrize("remark", ["同比增加", "比上年增加较多，主要是执法力度加大所致"])
@pytest.mark.parametrize("address", ["proactive.penalties.decisions", "proactive.rules.in_force"])
def test_a_remark_behind_the_numbers_does_not_hide_them(tables, drawn, address, remark):
    row, _ = place_of(tables, address)
    row.values.append(remark)
    report = read_bytes(as_html(tables, TITLE))
    assert {a: report.value(a) for a in drawn} == drawn
    assert not any(report.cells[a].doubts for a in row.addresses)


def test_a_number_torn_over_two_cells_is_put_together_and_doubted(tables, drawn):
    row = row_of(tables, "applications.received")
    drawn_total = drawn["applications.received.total"]
    assert drawn_total >= 10
    text = str(drawn_total)
    row.values[-1:] = [text[0], text[1:]]
    row.addresses[-1:] = [None, None]
    report = read_bytes(as_html(tables, TITLE))
    cell = report.cells["applications.received.total"]
    assert cell.value in (drawn_total, None)
    assert cell.doubts


def test_labels_cut_over_lines_with_the_numbers_between_are_read(tables, drawn):
    lines = as_text(tables, TITLE, "lines").decode().splitlines()
    broken = []
    for line in lines:
        words = line.split(" ")
        if len(words) > 7 and len(words[-8]) > 8 and words[-1].isdecimal():
            label, numbers = words[-8], " ".join(words[-7:])
            broken += [*words[:-8], label[:6], f"{label[6:-3]} {numbers}", label[-3:]]
        else:
            broken.append(line)
    report = read_bytes("\n\n".join(broken).encode())
    assert {address: cell.value for address, cell in report.cells.items()} == drawn


def test_vertical_header_characters_do_not_hide_the_disputes(tables, drawn):
    text = as_text(tables, TITLE, "lines").decode()
    head, tail = text.split("行政复议 行政诉讼\n")
    five = "结\n果\n维\n持\n结\n果\n纠\n正\n其\n他\n结\n果\n尚\n未\n审\n结\n总\n计\n"
    numbers = tail.split("\n", 2)[2]
    broken = f"{head}行政复议 行政诉讼\n{five}未经复议直接起诉 复议后起诉\n{five}{five}{numbers}"
    report = read_bytes(broken.encode())
    disputes = [a for a in drawn if a.startswith("disputes.")]
    assert {a: report.cells[a].value for a in disputes} == {a: drawn[a] for a in disputes}


def test_a_subtotal_column_is_kept_beside_the_form(tables, drawn):
    table = next(t for t in tables if t.heading.startswith("三"))
    table.header[0][1] = (table.header[0][1][0], 8, 1)
    table.header[1][1] = (table.header[1][1][0], 6, 1)
    table.header[2].append(("小计", 1, 1))
    for row in table.rows:
        row.width = 8
        row.values.insert(6, str(sum(int(value) for value in row.values[1:6])))
        row.addresses.insert(6, None)
    report = read_bytes(as_html(tables, TITLE))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert report.extras["applications.received.subtotal"].value == sum(
        drawn[f"applications.received.{kind}"]
        for kind in (*KINDS[1:], "legal_service_body", "other_body")
    )


def test_columns_in_another_order_are_read_by_their_header(tables, drawn):
    table = next(t for t in tables if t.heading.startswith("三"))
    table.header[2][0], table.header[2][1] = table.header[2][1], table.header[2][0]
    for row in table.rows:
        row.values[1], row.values[2] = row.values[2], row.values[1]
    report = read_bytes(as_html(tables, TITLE))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn


def test_a_table_of_the_old_edition_beside_one_of_the_new_is_told_apart(drawn):
    new = print_tables(edition(2021), drawn)
    old = draw_cells(edition(2019), random.Random(3), largest=5)
    mixed = [new[0], print_tables(edition(2019), old)[1], new[2]]
    report = read_bytes(as_html(mixed, TITLE))
    assert report.editions == {"proactive": 2021, "applications": 2019, "disputes": 2019}
    assert report.cells["applications.otherwise.total"].value == old["applications.otherwise.total"]


def test_traditional_characters_are_read_and_kept(tables, drawn):
    import opencc

    text = opencc.OpenCC("s2twp").convert(as_text(tables, TITLE, "pipes").decode())
    report = read_bytes(text.encode())
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert report.title is not None
    assert "公開" in report.title
    assert report.organ == "云川市粮食局"


def test_an_altered_label_is_kept_as_printed(tables):
    row = row_of(tables, "applications.refused.prohibited_by_law")
    row.label = "2.其他法律行政禁止公开"
    report = read_bytes(as_html(tables, TITLE))
    printed = report.labels["applications.refused.prohibited_by_law"].text
    assert printed == "2.其他法律行政禁止公开"
    assert report.cells["applications.refused.prohibited_by_law.total"].doubts == ()


def test_a_row_that_is_not_in_the_form_is_left_out_and_shown(tables, drawn):
    extra = PrintedRow([], "其他主动公开文件（含便函）", ["31", "2", "88"], [None] * 3, 3)
    tables[0].rows.insert(2, extra)
    tables[0].blocks = {n + (n >= 2): block for n, block in tables[0].blocks.items()}
    report = read_bytes(as_html(tables, TITLE))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert any("31" in paragraph.text for paragraph in report.stray)


def test_a_row_printed_twice_with_other_numbers_is_doubted(tables):
    rows = next(t for t in tables if t.heading.startswith("三")).rows
    other = [str(int(value) + 1) for value in rows[2].values]
    rows.insert(4, PrintedRow([], rows[2].label, other, [None] * 7, 7, 2))
    report = read_bytes(as_html(tables, TITLE))
    assert all(report.cells[a].doubts for a in rows[2].addresses)


def test_labels_without_any_number_make_blank_rows(tables):
    for table in tables:
        for row in table.rows:
            row.values, row.addresses = [], []
    report = read_bytes(as_text(tables, TITLE, "cells"))
    assert all(cell.value is None for cell in report.cells.values())
    assert report.cells["applications.received.total"].state is State.BLANK


def test_a_text_about_something_else_is_refused():
    with pytest.raises(NotAnAnnualReportError, match="没有年度报告的表格"):
        read_bytes("云川市粮食局关于开展安全检查的通知\n各科室：\n现将有关事项通知如下。".encode())


def test_every_value_has_its_place(tables):
    for style in ("html", "tabs", "pipes", "lines", "cells"):
        data = as_html(tables, TITLE) if style == "html" else as_text(tables, TITLE, style)
        report = read_bytes(data)
        assert all(cell.place is not None for cell in report.cells.values()), style


@pytest.mark.parametrize("beside", ["其他   ", "处理    "])
def test_shortened_labels_count_when_their_group_stands_in_pieces_between_the_rows(drawn, beside):
    text = as_text(print_tables(edition(2021), drawn), TITLE, "lines").decode()
    first, second = (
        row.label
        for row in edition(2021).tables["applications"].rows
        if row.key in ("otherwise.correction_lapsed", "otherwise.fee_unpaid")
    )
    text = text.replace("（六）其他处理 " + first, "\n1.逾期不补正").replace("（六）其他处理", "")
    text = text.replace(second, "（六）\n" + beside + "2.逾期不缴费")
    assert "2.逾期不缴费" in text
    report = read_bytes(text.encode())
    rows = [c for a, c in report.cells.items() if "correction_lapsed" in a or "fee_unpaid" in a]
    assert [c.value for c in rows] == [
        drawn[a] for a in report.cells if a.split(".")[2] in ("correction_lapsed", "fee_unpaid")
    ]
    assert not any(cell.doubts for cell in rows)


def zeros_as(tables, mark):
    for table in tables:
        for row in table.rows:
            row.values = [mark if text == "0" else text for text in row.values]
    return as_text(tables, TITLE, "cells")


@pytest.mark.parametrize("blank", ["", "　", "\xa0"])
def test_blank_lines_are_blank_cells_where_every_row_is_whole_with_them(tables, drawn, blank):
    report = read_bytes(zeros_as(tables, blank))
    for address, cell in report.cells.items():
        if address.startswith("applications."):
            assert (cell.value or 0, cell.doubts) == (drawn[address], ())


def test_blank_lines_that_part_rows_are_no_cells(tables, drawn):
    row = row_of(tables, "applications.declined.repeated")
    del row.values[3], row.addresses[3]
    text = as_text(tables, TITLE, "cells").decode()
    labels = [r.label for r in edition(2021).tables["applications"].rows]
    for label in labels:
        text = text.replace(f"\n{label}\n", f"\n\n{label}\n")
    report = read_bytes(text.encode())
    cells = {a: c for a, c in report.cells.items() if "declined.repeated" in a}
    assert all(cell.doubts or cell.value == drawn[a] for a, cell in cells.items())
    assert any(cell.doubts for cell in cells.values())


def test_blank_lines_under_every_line_are_no_cells(tables, drawn):
    lines = as_text(tables, TITLE, "cells").decode().splitlines()
    report = read_bytes("\n\n".join(lines).encode())
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())


def test_a_row_that_lost_a_value_before_an_empty_line_has_no_blank_cell():
    drawn = draw_cells(edition(2019), random.Random(3), largest=9)
    tables = print_tables(edition(2019), drawn)
    row, at = place_of(tables, "proactive.procurement.projects")
    del row.values[at], row.addresses[at]
    report = read_bytes(as_text(tables, TITLE.replace("2023", "2020"), "cells"))
    found = [c for a, c in report.cells.items() if a.startswith("proactive.procurement.")]
    assert all(cell.doubts for cell in found)


@pytest.mark.parametrize("address", ["proactive.charges.amount", "proactive.licensing.decisions"])
def test_a_number_below_a_blank_line_may_be_no_value_of_the_label_above(tables, address):
    row, at = place_of(tables, address)
    row.values[at] = "\n6"
    report = read_bytes(as_text(tables, TITLE, "cells"))
    assert report.cells[address].doubts
    assert sum(bool(cell.doubts) for cell in report.cells.values()) == 1


@pytest.mark.parametrize(
    "first", ["applications.declined.repeated.natural_person", "proactive.rules.issued"]
)
def test_values_below_a_blank_line_may_be_pushed_off_their_row(tables, first):
    row, _ = place_of(tables, first)
    row.values[0] = f"\n{row.values[0]}"
    report = read_bytes(as_text(tables, TITLE, "cells"))
    cells = [c for a, c in report.cells.items() if _row(a) == _row(first)]
    assert all(cell.doubts for cell in cells)


def test_a_blank_line_among_the_values_of_one_row_may_be_a_cell(tables):
    row, _ = place_of(tables, "proactive.rules.issued")
    row.values[:] = ["2", "0", "\n1"]
    report = read_bytes(as_text(tables, TITLE, "cells"))
    assert all(c.doubts for a, c in report.cells.items() if _row(a) == "proactive.rules")
    assert sum(bool(cell.doubts) for cell in report.cells.values()) == 3


def test_a_blank_line_among_the_values_of_every_row_says_nothing(tables, drawn):
    for table in tables:
        for row in table.rows:
            row.values[1:] = [f"\n{text}" for text in row.values[1:]]
    report = read_bytes(as_text(tables, TITLE, "cells"))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())


def test_a_blank_line_below_every_label_says_nothing(tables, drawn):
    for table in tables:
        for row in table.rows:
            row.values[0] = f"\n{row.values[0]}"
    report = read_bytes(as_text(tables, TITLE, "cells"))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())


def test_values_below_one_that_cannot_be_read_may_have_slid(tables):
    row = row_of(tables, "applications.declined.repeated")
    row.values[:] = ["、0", "0", "20", "41", "0", "0", "61", "1"]
    report = read_bytes(as_text(tables, TITLE, "cells"))
    cells = [c for a, c in report.cells.items() if "declined.repeated" in a]
    assert all(cell.doubts for cell in cells)


def test_without_a_sum_along_the_row_the_sums_of_the_columns_confirm_it(tables):
    lose_column(tables[1], random.Random(1))
    sound = read_bytes(as_text(tables, TITLE, "cells"))
    assert not any(cell.doubts for cell in sound.cells.values())
    row = row_of(tables, "applications.declined.repeated")
    row.values[:] = [*row.values[1:], "6"]
    report = read_bytes(as_text(tables, TITLE, "cells"))
    read = [c for a, c in report.cells.items() if "declined.repeated" in a and c.text]
    assert read
    assert all(cell.doubts for cell in read)
