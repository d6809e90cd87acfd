"""What an edition has not is said: no row, no column, or counted elsewhere."""

import pytest
from place import invented

from ogi.data import of_place
from ogi.form import edition, editions, row_in, why_no_cell, why_no_row


@pytest.mark.parametrize(
    ("address", "year", "says"),
    [
        (
            "applications.refused.work_secret.total",
            2021,
            "2021年版没有“9.属于工作秘密”一行，2027年版才有",
        ),
        (
            "applications.refused.work_secret.total",
            2019,
            "2019年版没有“9.属于工作秘密”一行，2027年版才有",
        ),
        (
            "applications.declined.public_publication.total",
            2027,
            "2027年版没有“3.要求提供公开出版物”一行，2021年版以后没有了",
        ),
        (
            "applications.declined.complaint.company",
            2021,
            "2021年版把“2.举报投诉类申请”计入“1.信访举报投诉类申请”一行",
        ),
        ("applications.otherwise.total", 2021, "2021年版把“（六）其他处理”一行分为3行"),
        ("applications.otherwise.other.total", 2019, "2019年版把“3.其他”计入“（六）其他处理”一行"),
        ("proactive.charges.amount", 2019, "2019年版的“行政事业性收费”一行没有这一列"),
        ("applications.nowhere.total", 2021, "各版格式都没有“nowhere”一行"),
        ("applications.unavailable.not_held.total", 2027, ""),
        ("applications.declined.petition.total", 2021, ""),
    ],
)
def test_an_edition_without_a_cell_says_why(address, year, says):
    with of_place(invented()):
        assert why_no_cell(address, edition(year)) == says


def test_no_edition_is_said_to_lack_what_it_has():
    with of_place(invented()):
        for form in editions():
            assert not any(why_no_cell(address, form) for address in form.addresses)
            for table in form.tables.values():
                assert not any(why_no_row(table.key, row.key, form) for row in table.rows)
                assert all(row_in(table.key, row.key, form) == row.key for row in table.rows)


def test_a_cell_that_an_edition_lacks_always_has_a_reason():
    with of_place(invented()):
        every = {address for form in editions() for address in form.addresses}
        for form in editions():
            assert all(why_no_cell(address, form) for address in every - {*form.addresses})
