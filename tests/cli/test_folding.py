"""How lines are set on a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from ogi.checks import check
from ogi.cli.folding import columns, fold, hung
from ogi.cli.paper import show_paper
from ogi.cli.screen import Screen
from ogi.cli.verdicts import show_checked
from ogi.reading import read
from ogi.rollup import compare, comparison_paper

FIRST, LAST = "。，、；：）》”！？", "（《“"
TEXTS = st.text(st.sampled_from("改正结转数文件一格12 ab，。；：（）《》“”！？"), max_size=60)
WIDTH = 80


@given(TEXTS, st.integers(8, 40))
def test_nothing_is_lost_when_a_text_is_folded(text, width):
    assert "".join("".join(fold(text, width)).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in fold(text, width))


@given(TEXTS, st.integers(12, 40))
def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(text, width):
    lines = fold("".join(mark for mark in text if mark not in FIRST + LAST), width)
    said = "，".join(line for line in lines if line)
    for line in fold(f"《{said}》。", width)[1:]:
        assert line[:1] not in FIRST or len(line) == 1
        assert line[-1:] not in LAST


def test_what_follows_a_label_is_set_in_under_it():
    assert hung("  怎么办：核对这一列的新收、上年结转和总计。", 24) == [
        "  怎么办：核对这一列的新",
        "          收、上年结转和",
        "          总计。",
    ]


def test_a_check_and_a_comparison_keep_to_eighty_columns(root, capsys):
    wrong = read(root / "samples" / "faults" / "source.md")
    before = read(root / "samples" / "previous-year" / "source.md")
    screen = Screen(width=WIDTH)
    show_checked(wrong, check(wrong), "faults.md", ("error", "warning", "note"), True, screen)
    show_paper(comparison_paper(compare(before, wrong)), screen)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 100
    for line in lines:
        assert columns(line.rstrip()) <= WIDTH, line
        assert line.strip()[:1] not in FIRST or not line.strip(), line
