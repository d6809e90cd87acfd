import io

import office
import openpyxl
import pytest
import xlwt

from ogi.errors import DamagedError, EncryptedError, LimitError, UnsupportedFormatError
from ogi.place import Place
from ogi.reading.document import TextBlock
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.workbook import read_workbook


def book(*rows: list[object], merged: tuple[str, ...] = ()) -> bytes:
    """An XLSX of one sheet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def read(data: bytes):
    return read_workbook(data, DEFAULT_LIMITS)


def outline(data: bytes) -> list[object]:
    """Lines as they are, tables as lists of rows."""
    return [
        block.text
        if isinstance(block, TextBlock)
        else [[cell.text for cell in row] for row in block.by_row()]
        for block in read(data).blocks
    ]


def test_numbers_are_printed_as_they_are_seen():
    assert outline(book(["规章", 22, 4068.208, 0.1 + 0.2, -18, "1,024", "/", "00012"])) == [
        [["规章", "22", "4068.208", "0.3", "-18", "1,024", "/", "00012"]]
    ]


def test_a_number_is_shown_in_the_format_of_its_cell():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    values = [
        (12.6, "0"),
        (12.346, "#,##0.00"),
        (0.125, "0%"),
        (1024, "#,##0"),
        (45308, "yyyy-m-d"),
    ]
    for column, (value, code) in enumerate([*values, (0.35, "General")], start=1):
        sheet.cell(1, column, value).number_format = code
    file = io.BytesIO()
    workbook.save(file)
    assert outline(file.getvalue()) == [[["13", "12.35", "13%", "1024", "2024-01-17", "0.35"]]]


def test_hidden_rows_and_columns_are_not_shown_and_not_read():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (["规章", 1, 7, 2], ["草稿", 9, 9, 9], ["规范性文件", 3, 7, 4]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    file = io.BytesIO()
    workbook.save(file)
    assert outline(file.getvalue()) == [
        [["规章", "1", "", "2"], ["", "", "", ""], ["规范性文件", "3", "", "4"]]
    ]
    assert "2行（列）已隐藏" in read(file.getvalue()).remarks[0]


def test_blank_cells_within_a_table_are_cells():
    assert outline(book(["甲", None, 1], [None, None, 2])) == [[["甲", "", "1"], ["", "", "2"]]]


def test_a_table_may_start_anywhere_and_its_places_are_those_of_the_sheet():
    (table,) = read(book([], [], [None, None, "规章", 0])).tables()
    assert table.cells[1].text == "0"
    assert table.cells[1].place == Place(page=1, table=1, row=3, column=4, sheet="Sheet")
    assert str(table.cells[1].place) == "Sheet D3"


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_merged_cells_span(kind):
    file = io.BytesIO()
    if kind == "xlsx":
        file.write(book(["甲", None, 1], [None, None, 2], merged=("A1:B2",)))
    else:
        workbook = xlwt.Workbook()
        sheet = workbook.add_sheet("年报")
        sheet.write_merge(0, 1, 0, 1, "甲")
        sheet.write(0, 2, 1)
        sheet.write(1, 2, 2)
        workbook.save(file)
    document = read(file.getvalue())
    (table,) = document.tables()
    assert document.format == kind
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in table.cells] == [
        ("甲", 0, 0, 2, 2),
        ("1", 0, 2, 1, 1),
        ("2", 1, 2, 1, 1),
    ]


def test_headings_and_paragraphs_set_across_the_sheet_are_text_between_the_tables():
    long = "全年认真做好政府信息公开工作。" * 8
    data = book(
        ["云河县档案局2023年政府信息公开工作年度报告"],
        ["一、总体情况"],
        [long],
        ["二、主动公开政府信息情况"],
        ["规章", 0, 0],
        ["规范性文件", 1, 2],
        ["三、收到和处理政府信息公开申请情况"],
        ["总计", 3, 4],
        merged=("A1:C1", "A2:C2", "A3:C3", "A4:C4", "A7:C7"),
    )
    assert outline(data) == [
        "云河县档案局2023年政府信息公开工作年度报告",
        "一、总体情况",
        long,
        "二、主动公开政府信息情况",
        [["规章", "0", "0"], ["规范性文件", "1", "2"]],
        "三、收到和处理政府信息公开申请情况",
        [["总计", "3", "4"]],
    ]


def test_a_row_whose_values_are_all_blank_stays_in_its_table():
    rows = (
        ["项目", "自然人", "总计"],
        ["一、本年新收", 1, 1],
        ["四、结转", None, None],
        ["注", 0, 0],
    )
    (table,) = outline(book(*rows))
    assert table[2] == ["四、结转", "", ""]


def test_the_title_of_a_part_stays_in_the_table_it_is_merged_over():
    data = book(["第二十条第（一）项"], ["规章", 0, 0], merged=("A1:C1",))
    assert outline(data) == [[["第二十条第（一）项"], ["规章", "0", "0"]]]


def test_a_hidden_sheet_is_left_out_and_the_reader_is_told():
    workbook = openpyxl.Workbook()
    workbook.active.append(["规章", 1])
    hidden = workbook.create_sheet("去年")
    hidden.append(["规章", 9])
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    workbook.save(file)
    assert outline(file.getvalue()) == [[["规章", "1"]]]
    assert "“去年”已隐藏" in read(file.getvalue()).remarks[0]


def test_each_sheet_has_its_number():
    workbook = openpyxl.Workbook()
    workbook.active.append(["规章", 1])
    workbook.create_sheet("表三").append(["总计", 2])
    file = io.BytesIO()
    workbook.save(file)
    places = [table.place for table in read(file.getvalue()).tables()]
    assert places == [
        Place(page=1, table=1, sheet="Sheet"),
        Place(page=2, table=2, sheet="表三"),
    ]


def test_a_formula_nobody_worked_out_is_no_number():
    data = book(["总计", 1, "=SUM(B1:B1)"])
    assert outline(data) == [[["总计", "1", "=SUM(B1:B1)"]]]
    assert "1个公式" in read(data).remarks[0]


def test_a_formula_that_was_worked_out_is_its_result():
    cells = '<c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="C1" t="str"><v>甲</v></c>'
    assert outline(office.xlsx(f'<row r="1">{cells}</row>')) == [[["1", "1", "甲"]]]


def test_an_error_in_a_cell_is_printed_and_not_blank():
    cells = '<c r="A1" t="e"><v>#REF!</v></c><c r="B1"><v>2</v></c>'
    assert outline(office.xlsx(f'<row r="1">{cells}</row>')) == [[["#REF!", "2"]]]


def test_two_cells_at_the_far_corners_do_not_exhaust_the_memory():
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = near + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(LimitError, match="1,048,576行16,384列"):
        read(office.xlsx(far))


def test_too_many_cells_are_refused():
    with pytest.raises(LimitError, match="20个单元格"):
        read_workbook(book(*([1, 2, 3] for _ in range(10))), Limits(cells=20))


def test_a_sheet_whose_part_is_missing_is_damaged():
    parts = {"xl/workbook.xml": "<x/>"}
    with pytest.raises(DamagedError, match="没有工作表"):
        read(office.zipped(parts))


def test_the_binary_dialect_says_what_to_save_it_as():
    with pytest.raises(UnsupportedFormatError, match="XLSX"):
        read(office.zipped({"xl/workbook.bin": b"x"}))


# XLS


def old_book(fill) -> bytes:
    workbook = xlwt.Workbook()
    fill(workbook)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_an_old_workbook_prints_its_values_as_a_new_one_does():
    def fill(workbook):
        sheet = workbook.add_sheet("年报")
        values = ["规章", 22, 4068.208, -18, 0.35, True, 1_234_567_890, 1e20, "公开 A"]
        for column, value in enumerate(values):
            sheet.write(0, column, value)
        sheet.write(0, 9, 45308, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
        sheet.write(0, 10, 12.6, xlwt.easyxf(num_format_str="0"))

    shown = ["规章", "22", "4068.208", "-18", "0.35", "TRUE", "1234567890", "1e+20", "公开 A"]
    assert outline(old_book(fill)) == [[[*shown, "2024-01-17", "13"]]]


def test_strings_that_run_over_many_records_are_whole():
    long = [f"{number}号：" + "公开information" * 200 for number in range(30)]

    def fill(workbook):
        sheet = workbook.add_sheet("年报")
        for row, text in enumerate(long):
            sheet.write(row, 0, text)

    assert outline(old_book(fill)) == long


def test_a_hidden_sheet_of_an_old_workbook_is_left_out():
    def fill(workbook):
        workbook.add_sheet("年报").write(0, 0, "甲")
        hidden = workbook.add_sheet("去年")
        hidden.write(0, 0, "乙")
        hidden.visibility = 1

    assert outline(old_book(fill)) == ["甲"]
    assert "“去年”已隐藏" in read(old_book(fill)).remarks[0]


def test_sectors_that_lead_in_a_circle_are_damage():
    data = bytearray(old_book(lambda workbook: workbook.add_sheet("年报").write(0, 0, "甲")))
    table = (int.from_bytes(data[76:80], "little") + 1) * 512
    data[table : table + 8] = bytes([1, 0, 0, 0, 0, 0, 0, 0])
    with pytest.raises(DamagedError, match="损坏"):
        read(bytes(data))


def test_sectors_that_lead_out_of_the_file_are_damage():
    data = bytearray(old_book(lambda workbook: workbook.add_sheet("年报").write(0, 0, "甲")))
    table = (int.from_bytes(data[76:80], "little") + 1) * 512
    data[table : table + 4] = (9999).to_bytes(4, "little")
    with pytest.raises(DamagedError, match="损坏"):
        read(bytes(data))


def test_an_old_workbook_with_a_password_says_so():
    data = old_book(lambda workbook: workbook.add_sheet("年报").write(0, 0, "甲"))
    window = (0x003D).to_bytes(2, "little")
    at = data.index(window + b"\x12\x00")
    with pytest.raises(EncryptedError, match="密码"):
        read(data[:at] + (0x002F).to_bytes(2, "little") + data[at + 2 :])


def test_a_workbook_older_than_1997_says_what_to_save_it_as():
    data = old_book(lambda workbook: workbook.add_sheet("年报").write(0, 0, "甲"))
    version = b"\x09\x08\x10\x00\x00\x06"
    with pytest.raises(UnsupportedFormatError, match="XLSX"):
        read(data.replace(version, version[:4] + b"\x00\x05"))


def test_an_empty_sheet_is_an_empty_document():
    assert read(book()).blocks == ()


def test_what_is_raised_in_an_old_workbook_is_a_note():
    fonts = [xlwt.Font() for _ in range(8)]
    for number, font in enumerate(fonts):
        font.height = 200 + 20 * number  # fonts of their own, so that some have high numbers
    fonts[6].escapement = 1
    fonts[7].escapement = 2
    book = xlwt.Workbook()
    sheet = book.add_sheet("年报")
    for column, font in enumerate(fonts[:6]):
        style = xlwt.XFStyle()
        style.font = font
        sheet.write(1, column, "甲", style)
    sheet.write_rich_text(0, 0, [("87", fonts[0]), ("2", fonts[6])])
    sheet.write_rich_text(0, 1, [("2", fonts[6]), ("87", fonts[5])])
    sheet.write_rich_text(0, 2, ["H", ("2", fonts[7]), ("O", fonts[1])])
    sheet.write_rich_text(0, 3, ["行政许可", ("①", fonts[6]), "（件）"])
    file = io.BytesIO()
    book.save(file)
    (table,) = read_workbook(file.getvalue(), DEFAULT_LIMITS).tables()
    texts = [cell.text for cell in table.cells if cell.row == 0]
    assert texts[:4] == ["87[2]", "[2]87", "H2O", "行政许可[①]（件）"]
