"""What a page may draw, said in single documents written by hand."""

import pytest

from ogi.errors import DamagedError, EncryptedError, LimitError, NoTextError
from ogi.reading import ocr
from ogi.reading.document import Document, TableBlock, TextBlock
from ogi.reading.limits import DEFAULT_LIMITS, Limits
from ogi.reading.pdf import read_pdf
from ogi.reading.pdf.source import opened, sheets_of

from .handmade import HandmadePage, form, grid, line, pdf, text

TABLE = (
    grid(100, 700, [100, 50, 50], [20, 20])
    + text(105, 685, "made")
    + text(210, 685, "12")
    + text(260, 685, "3")
    + text(105, 665, "kept")
    + text(210, 665, "4")
    + text(260, 665, "5")
)
ROWS = [["made", "12", "3"], ["kept", "4", "5"]]
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >> "
LOCK += f"/ID [<{'33' * 16}> <{'33' * 16}>]"


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read_pdf(data, limits)


def rows(table: TableBlock) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.by_row()]


def only_table(data: bytes) -> TableBlock:
    (table,) = read(data).tables()
    return table


def test_stroked_lines_make_a_table() -> None:
    assert rows(only_table(pdf([TABLE]))) == ROWS


def test_thin_filled_bars_make_a_table() -> None:
    bars = "".join(f"{x} 600 0.5 100 re f " for x in (100, 200, 300))
    bars += "".join(f"100 {y} 200.5 0.5 re f " for y in (600, 650, 700))
    words = text(110, 670, "a") + text(210, 670, "1") + text(110, 620, "b") + text(210, 620, "2")
    assert rows(only_table(pdf([bars + words]))) == [["a", "1"], ["b", "2"]]


def test_a_box_around_each_cell_makes_a_table() -> None:
    boxes = "".join(f"{x} {y} 100 50 re S " for x in (100, 200) for y in (600, 650))
    words = text(110, 670, "a") + text(210, 670, "1") + text(110, 620, "b") + text(210, 620, "2")
    assert rows(only_table(pdf([boxes + words]))) == [["a", "1"], ["b", "2"]]


def test_a_filled_ground_is_no_line() -> None:
    grounds = "0.9 g 100 680 200 20 re f 100 660 200 20 re f 0 g "
    assert rows(only_table(pdf([grounds + TABLE]))) == ROWS


def test_a_form_places_lines_and_words_by_its_matrix() -> None:
    inner = (
        grid(0, 0, [50, 50], [20, 20])
        + text(5, -15, "a")
        + text(55, -15, "8")
        + text(5, -35, "b")
        + text(55, -35, "9")
    )
    page = HandmadePage("q 1 0 0 1 50 0 cm /A Do Q", {"A": form(inner, "2 0 0 2 100 600")})
    table = only_table(pdf([page]))
    assert rows(table) == [["a", "8"], ["b", "9"]]
    assert table.place is not None
    assert table.place.box == pytest.approx((150, 200, 350, 280))


def test_replaced_text_inside_a_form_stands_where_its_glyph_is_drawn() -> None:
    replaced = "/Span << /ActualText <FEFF4E00> >> BDC " + text(10, 5, "x") + " EMC "
    page = HandmadePage(
        grid(100, 700, [50, 50], [20, 20])
        + "q 1 0 0 1 100 680 cm /A Do Q "
        + text(105, 665, "ab")
        + text(155, 665, "8"),
        {"A": form(replaced + text(60, 5, "7"))},
    )
    assert rows(only_table(pdf([page]))) == [["一", "7"], ["ab", "8"]]


def test_a_cell_over_rows_and_columns_is_one_cell() -> None:
    lines = line(100, 700, 300, 700) + line(100, 660, 300, 660) + line(150, 680, 300, 680)
    lines += line(100, 700, 100, 660) + line(300, 700, 300, 660) + line(150, 700, 150, 660)
    lines += line(200, 680, 200, 660)
    words = text(105, 675, "a") + text(180, 685, "b") + text(160, 665, "1") + text(220, 665, "2")
    spans = {c.text: (c.rowspan, c.colspan) for c in only_table(pdf([lines + words])).cells}
    assert spans == {"a": (2, 1), "b": (1, 2), "1": (1, 1), "2": (1, 1)}


def test_a_table_left_open_at_the_page_break_is_closed_and_joined() -> None:
    upper = line(100, 100, 300, 100) + line(100, 80, 300, 80)
    upper += "".join(line(x, 100, x, 60) for x in (100, 200, 300))
    upper += text(105, 85, "a") + text(205, 85, "1") + text(105, 65, "b") + text(205, 65, "2")
    lower = line(100, 740, 300, 740) + line(100, 720, 300, 720)
    lower += "".join(line(x, 760, x, 720) for x in (100, 200, 300))
    lower += text(105, 745, "c") + text(205, 745, "3") + text(105, 725, "d") + text(205, 725, "4")
    number = text(290, 30, "- 1 -"), text(290, 30, "- 2 -")
    table = only_table(pdf([upper + number[0], lower + number[1]]))
    assert rows(table) == [["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]]
    assert [c.place.page for c in table.cells if c.place and c.column == 1] == [1, 1, 2, 2]


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    upper = grid(100, 100, [60, 100], [20, 20]) + text(105, 85, "a") + text(205, 85, "1")
    upper += text(105, 65, "long words")
    lower = grid(100, 760, [60, 100], [20, 20]) + text(105, 745, "cut here") + text(205, 745, "2")
    lower += text(105, 725, "d") + text(205, 725, "4")
    assert rows(only_table(pdf([upper, lower]))) == [
        ["a", "1"],
        ["long wordscut here", "2"],
        ["d", "4"],
    ]


def test_a_blank_figure_below_the_page_break_stays_a_blank() -> None:
    upper = grid(100, 100, [100, 100], [20]) + text(105, 85, "a") + text(205, 85, "1")
    lower = grid(100, 760, [100, 100], [20, 20]) + text(105, 745, "b")
    lower += text(105, 725, "c") + text(205, 725, "3")
    assert rows(only_table(pdf([upper, lower]))) == [["a", "1"], ["b", ""], ["c", "3"]]


def test_tables_of_different_widths_are_not_joined() -> None:
    upper = grid(100, 100, [100, 100], [20]) + text(105, 85, "a") + text(205, 85, "1")
    lower = grid(100, 760, [100, 150], [20]) + text(105, 745, "b") + text(205, 745, "2")
    assert len(list(read(pdf([upper, lower])).tables())) == 2


def test_two_tables_side_by_side_are_two() -> None:
    left = grid(50, 700, [100, 50], [20]) + text(55, 685, "a") + text(155, 685, "1")
    right = grid(300, 705, [100, 50], [20]) + text(305, 690, "b") + text(405, 690, "2")
    tables = list(read(pdf([right + left])).tables())
    assert [rows(table) for table in tables] == [[["a", "1"]], [["b", "2"]]]


def test_a_frame_around_the_page_is_no_table() -> None:
    frame = "20 20 560 760 re S "
    document = read(pdf([frame + TABLE + text(100, 750, "above the table")]))
    assert [rows(table) for table in document.tables()] == [ROWS]
    assert [b.text for b in document.blocks if isinstance(b, TextBlock)] == ["above the table"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(turn: int) -> None:
    table = only_table(pdf([HandmadePage(TABLE, more=f"/Rotate {turn}")]))
    assert rows(table) == ROWS
    assert table.place is not None
    assert table.place.box == pytest.approx(
        {
            0: (100, 100, 300, 140),
            90: (660, 100, 700, 300),
            180: (300, 660, 500, 700),
            270: (100, 300, 140, 500),
        }[turn]
    )


def test_a_label_written_upwards_reads_upwards() -> None:
    lines = grid(100, 700, [30, 200], [80, 20])
    words = text(118, 630, "abcdef", up=True) + text(140, 650, "one two three four five six")
    words += text(140, 625, "and seven")
    assert rows(only_table(pdf([lines + words])))[0][0] == "abcdef"


def test_a_page_number_printed_sideways_is_left_out() -> None:
    document = read(pdf([TABLE + text(592, 400, "- 5 -", up=True)]))
    assert [type(block) for block in document.blocks] == [TableBlock]


def test_a_character_drawn_twice_to_look_bold_is_one() -> None:
    twice = TABLE + text(210.3, 685, "12")
    assert rows(only_table(pdf([twice]))) == ROWS


def test_two_numbers_below_each_other_in_a_cell_are_not_one() -> None:
    lines = grid(100, 700, [60, 60], [40])
    words = text(105, 680, "a") + text(165, 687, "12") + text(165, 672, "34")
    assert rows(only_table(pdf([lines + words]))) == [["a", "12\n34"]]


def test_a_number_broken_at_the_edge_of_its_cell_is_one() -> None:
    lines = grid(100, 700, [60, 14], [40])
    words = text(101, 680, "a") + text(161, 687, "12") + text(161, 676, "34")
    assert rows(only_table(pdf([lines + words]))) == [["a", "1234"]]


def test_a_glyph_without_a_character_is_not_a_blank() -> None:
    data = pdf([TABLE]).replace(
        b"/BaseFont /Helvetica", b"/BaseFont /Nameless /Encoding << /Differences [49 /g1] >>"
    )
    (table,) = read(data).tables()
    assert all(cell.text for cell in table.cells)


def test_text_that_cannot_be_seen_is_told_from_print() -> None:
    with opened(pdf([TABLE, f"3 Tr {TABLE}"]), DEFAULT_LIMITS) as document:
        pages = [sheet for _, sheet in sheets_of(document, 2)]
    assert [sheet.hidden for sheet in pages if sheet] == [False, True]


def test_a_locked_document_says_so() -> None:
    with pytest.raises(EncryptedError, match="密码"):
        read(pdf([TABLE], trailer=LOCK))


def test_a_document_of_pictures_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(NoTextError, match=r"\[ocr\]"):
        read(pdf([""]))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.7\n%%EOF", pdf([TABLE])[:300]])
def test_a_broken_document_says_so(data: bytes) -> None:
    with pytest.raises(DamagedError, match="损坏"):
        read(data)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitError, match="3页"):
        read(pdf([TABLE] * 3), Limits(pages=2))


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(LimitError, match="单元格"):
        read(pdf([TABLE]), Limits(cells=5))


def test_a_damaged_page_does_not_lose_the_others() -> None:
    document = read(pdf([TABLE, TABLE], missing_page=True))
    assert [page.number for page in document.pages] == [1, 3]
    assert len(list(document.tables())) == 2
    assert document.remarks == ("第2页已损坏，未能读取；其余各页照常读取。",)


def test_a_slanting_watermark_is_not_read_into_the_cells() -> None:
    mark = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 180 640 Tm (DRAFT) Tj ET "
    assert rows(only_table(pdf([mark + TABLE]))) == ROWS


def test_a_cropped_page_counts_from_its_visible_corner() -> None:
    table = only_table(pdf([HandmadePage(TABLE, more="/CropBox [50 50 550 750]")]))
    assert table.place is not None
    assert table.place.box == pytest.approx((50, 50, 250, 90))


def test_a_running_header_does_not_stand_between_the_parts_of_a_table() -> None:
    upper = grid(100, 100, [100, 100], [20]) + text(105, 85, "a") + text(205, 85, "1")
    lower = grid(100, 760, [100, 100], [20]) + text(105, 745, "b") + text(205, 745, "2")
    header = text(250, 785, "Bulletin of the district")
    feet = [text(300, 20, f"Page {number} of 2") for number in (1, 2)]
    document = read(pdf([header + upper + feet[0], header + lower + feet[1]]))
    assert [rows(block) for block in document.blocks if isinstance(block, TableBlock)] == [
        [["a", "1"], ["b", "2"]]
    ]
    assert len(document.blocks) == 1


def test_a_group_label_cut_by_the_page_break_is_one_label() -> None:
    upper = grid(100, 100, [80, 80, 40], [20, 20])
    upper = upper.replace(line(100, 80, 300, 80), line(180, 80, 300, 80))
    upper += text(105, 75, "1. gro") + text(185, 85, "a") + text(265, 85, "1")
    upper += text(185, 65, "b") + text(265, 65, "2")
    lower = grid(100, 760, [80, 80, 40], [20, 20])
    lower = lower.replace(line(100, 740, 300, 740), line(180, 740, 300, 740))
    lower += text(105, 735, "up") + text(185, 745, "c") + text(265, 745, "3")
    lower += text(185, 725, "d") + text(265, 725, "4")
    table = only_table(pdf([upper, lower]))
    (label,) = (cell for cell in table.cells if cell.column == 0)
    assert (label.text, label.rowspan) == ("1. group", 4)


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    page = "".join(
        text(50, 700 - 14 * row, f"left column line {row}")
        + text(320, 705 - 14 * row, f"right column line {row}")
        for row in range(6)
    )
    whole = "".join(b.text for b in read(pdf([page])).blocks if isinstance(b, TextBlock))
    places = [
        whole.index(f"{side} column line {n}") for side in ("left", "right") for n in range(6)
    ]
    assert places == sorted(places)


def test_rows_without_lines_are_a_table_by_their_white_space() -> None:
    page = "".join(
        text(60, 700 - 20 * row, label)
        + "".join(text(250 + 60 * c, 700 - 20 * row, v) for c, v in enumerate(values) if v)
        for row, (label, values) in enumerate(
            [("made", ["1", "2", "3"]), ("kept", ["4", "", "60"]), ("lost", ["7", "8", "9"])]
        )
    )
    (table,) = read(pdf([page])).tables()
    assert rows(table) == [
        ["made", "1", "2", "3"],
        ["kept", "4", "", "60"],
        ["lost", "7", "8", "9"],
    ]
    assert not table.exact
