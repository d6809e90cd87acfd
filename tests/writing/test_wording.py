import doctest

import pytest

import ogi.writing.json
import ogi.writing.tally
import ogi.writing.wording
from ogi.findings import Finding, Severity
from ogi.writing.tally import tally_cells
from ogi.writing.wording import cells_name, figures, place_name

from .made import doubted, report, unreadable


@pytest.mark.parametrize(
    "module", [ogi.writing.json, ogi.writing.tally, ogi.writing.wording], ids=lambda m: m.__name__
)
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("addresses", "name"),
    [
        (["applications.received.total"], "表三，一、本年新收政府信息公开申请数量，总计"),
        (["applications.received.total", "applications.closed.total"], "表三，总计列"),
        (
            ["applications.nothing.total", "disputes.review.total"],
            "表四",
        ),
        (["disputes.review.total", "disputes.review.upheld"], "表四，行政复议"),
        (["disputes.review.total", "disputes.direct_suit.upheld"], "表四（2格）"),
        (["disputes.review.total", "proactive.rules.issued"], "表四、表二"),
        (["previous:disputes.review.total"], "上年报告表四，行政复议，总计"),
        (["nowhere.at.all"], "nowhere.at.all"),
    ],
)
def test_cells_are_called_by_what_they_share(addresses, name):
    assert cells_name(addresses, report()) == name


def test_a_finding_on_a_sentence_is_placed_by_its_paragraph():
    made = report()
    place = made.sections["overview"].paragraphs[0].place
    finding = Finding("N201", Severity.ERROR, "写的是3件", places=(place,))
    assert place_name(finding, made) == "一、总体情况，第1段"


def test_a_difference_shows_its_sign():
    finding = Finding("R301", Severity.ERROR, "少2", value=-3, expected=-1, difference=-2)
    assert figures(finding) == [("应为", "−1"), ("实为", "−3"), ("差", "−2")]


def test_every_cell_is_counted_once_and_doubt_is_no_blank():
    cells = {
        "disputes.review.total": None,
        "disputes.review.upheld": doubted(3, "不清"),
        "disputes.review.other": unreadable("12", "1", "12"),
    }
    tally = tally_cells(report(cells=cells))
    assert (tally.blank, tally.doubted, tally.unreadable) == (1, 1, 1)
    assert tally.read == tally.total - 3
