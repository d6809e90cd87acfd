from dataclasses import replace

from ogi.findings import Finding, Severity
from ogi.form import Cell, Doubt, State
from ogi.writing.marks import mark
from ogi.writing.page.text import cut

from .made import doubted, report

ROW = [f"applications.received.{key}" for key in ("natural_person", "company", "total")]


def finding(*cells, message="合计不对", **more):
    return Finding("R303", Severity.ERROR, message, cells=cells, **more)


def test_neighbouring_cells_with_one_doubt_are_one_doubt():
    doubt = Doubt("fused", "这一行的数字连在一起", ())
    cells = {a: Cell(1, "1", State.PRINTED, doubts=(doubt,)) for a in ROW[:2]}
    (one,) = mark(report(cells=cells), ()).doubts
    assert one.addresses == tuple(ROW[:2])
    assert one.where.endswith("（2格）")


def test_different_doubts_stay_apart():
    cells = {ROW[0]: doubted(1, "墨点"), ROW[1]: doubted(2, "折痕")}
    assert len(mark(report(cells=cells), ()).doubts) == 2


def test_a_finding_on_few_cells_marks_them_all():
    marks = mark(report(), [finding(*ROW)])
    assert all(address in marks.by_address for address in ROW)


def test_a_finding_on_many_cells_numbers_the_sum_and_shades_the_rest():
    made = report()
    row = [address for address in made.cells if address.startswith("applications.received.")]
    marks = mark(made, [finding(row[-1], *row[:-1])])
    assert list(marks.by_address) == [row[-1]]
    assert set(marks.involved) == set(row[:-1])


def test_cells_of_last_year_are_not_marked_in_this_report():
    marks = mark(report(), [finding("previous:" + ROW[0])])
    assert not marks.by_address


def test_only_the_sentence_that_quotes_the_figure_is_marked():
    text = "全年收到申请56件。其中网上30件。"
    (numbered,) = mark(report(), [finding(value=56)]).findings
    pieces = cut(text, [(numbered.mark, numbered.finding.value)])
    assert [(piece.text, bool(piece.marks)) for piece in pieces] == [
        ("全年收到申请56件。", True),
        ("其中网上30件。", False),
    ]


def test_a_figure_inside_a_longer_number_is_not_the_figure():
    (numbered,) = mark(report(), [finding(value=5)]).findings
    pieces = cut("收到56件。办结5件。", [(numbered.mark, numbered.finding.value)])
    assert [piece.text for piece in pieces if piece.marks] == ["办结5件。"]


def test_what_the_message_quotes_is_marked_to_the_letter():
    (numbered,) = mark(report(), [finding(message="“均已办结”与结转不符")]).findings
    pieces = cut("申请均已办结，没有积压。", [(numbered.mark, numbered.finding.value)])
    assert [piece.text for piece in pieces if piece.marks] == ["均已办结"]


def test_without_a_hint_the_mark_stands_behind_the_paragraph():
    (numbered,) = mark(report(), [finding()]).findings
    pieces = cut("第一句。第二句。", [(numbered.mark, numbered.finding.value)])
    assert [(piece.text, bool(piece.marks)) for piece in pieces] == [
        ("第一句。第二句。", False),
        ("", True),
    ]


def test_marks_never_lose_or_double_a_letter():
    text = "全年收到申请56件，其中网上30件。办结56件。"
    entries = mark(report(), [finding(value=56), finding(value=30), finding()]).findings
    pieces = cut(text, [(one.mark, one.finding.value) for one in entries])
    assert "".join(piece.text for piece in pieces) == text


def test_cells_that_may_be_the_same_say_so_once():
    doubt = Doubt("missing", "这一行印的数比格少", ("0", "（空白）"))
    cells = {a: Cell(None, "", State.UNREADABLE, doubts=(doubt,)) for a in ROW[:2]}
    (one,) = mark(report(cells=cells), ()).doubts
    assert (one.read_as, one.may_be) == ("无法读取", "每格0或（空白）")


def test_cells_that_may_be_different_are_told_one_by_one():
    first, second = (Doubt("fused", "连在一起", each) for each in (("1", "12"), ("2", "22")))
    cells = {
        ROW[0]: Cell(None, "122", State.UNREADABLE, doubts=(first,)),
        ROW[1]: Cell(None, "122", State.UNREADABLE, doubts=(second,)),
    }
    (one,) = mark(report(cells=cells), ()).doubts
    assert one.may_be == "1或12｜2或22"


def test_blank_cells_that_stand_at_their_row_are_not_pointed_at():
    made = report(cells=dict.fromkeys(ROW))
    row = next(iter(made.cells.values())).place
    cells = {a: replace(c, place=row) if a in ROW else c for a, c in made.cells.items()}
    marks = mark(replace(made, cells=cells), [finding(*ROW)])
    assert marks.by_address
    assert not marks.at(row)
