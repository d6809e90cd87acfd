"""A supervisor's reports, fewer than `make eighty` makes."""

import pytest
from needed import need

from benchmarks.supervising import Judged, supervise


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    need("weasyprint", "a supervisor's reports, some of them in PDF")
    return supervise(tmp_path_factory.mktemp("supervised") / "all", 24, seed=7)


def test_the_reports_are_of_five_kinds_and_a_third_has_a_fault(judged: Judged) -> None:
    assert {one.path.suffix for one in judged.written} == {
        ".html",
        ".docx",
        ".xlsx",
        ".pdf",
        ".txt",
    }
    assert judged.planted == 8


def test_every_planted_fault_is_found_and_nothing_else_said(judged: Judged) -> None:
    assert not judged.missed
    assert not judged.accused
    assert not judged.doubted


def test_the_screen_ends_with_the_sums(judged: Judged) -> None:
    assert judged.screen.rstrip().splitlines()[-1].startswith("合计：24份报告，")
