import pytest

from ogi.form import editions
from ogi.writing.layout import lay_out

TABLES = [
    pytest.param(table, id=f"{edition.year}-{table.key}")
    for edition in editions()
    for table in edition.tables.values()
]


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_of_the_form_is_printed_once(table):
    laid = lay_out(table)
    boxes = [box for group in laid.body for line in group for box in line]
    assert [box.address for box in boxes if box.address] == list(table.addresses)


@pytest.mark.parametrize("table", TABLES)
def test_the_boxes_of_a_table_cover_it_without_gap_or_overlap(table):
    laid = lay_out(table)
    lines = [*laid.head, *(line for group in laid.body for line in group)]
    covered: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        column = 0
        for box in line:
            while (row, column) in covered:
                column += 1
            spots = {
                (row + down, column + along)
                for down in range(box.rowspan)
                for along in range(box.colspan)
            }
            assert not spots & covered
            covered |= spots
    assert covered == {(row, column) for row in range(len(lines)) for column in range(laid.width)}


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_is_headed_by_boxes_that_are_there(table):
    laid = lay_out(table)
    boxes = [box for line in laid.head for box in line]
    boxes += (box for group in laid.body for line in group for box in line)
    keys = [box.key for box in boxes if box.key]
    assert len(keys) == len(set(keys))
    for box in boxes:
        if box.address:
            assert box.headers
            assert set(box.headers) <= set(keys)


def test_a_subtotal_column_stands_behind_the_columns_it_sums():
    table = editions()[-1].tables["applications"]
    laid = lay_out(table, table.extra_columns)
    first = [box.address for box in laid.body[0][0] if box.address]
    assert first[-2:] == ["applications.received.subtotal", "applications.received.total"]
    group = next(box for line in laid.head for box in line if box.text == "法人或其他组织")
    assert group.colspan == 6
