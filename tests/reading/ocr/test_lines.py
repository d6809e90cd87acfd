"""Ruling lines on drawn pictures: found where they are, and only there."""

import cv2
import numpy as np
import pytest

from ogi.reading.ocr.boxes import Box
from ogi.reading.ocr.cutting import pieces_of
from ogi.reading.ocr.lighting import evened
from ogi.reading.ocr.rulings import rulings_of
from ogi.reading.ocr.spreads import gutter_of
from ogi.reading.ocr.straightening import paper_on, skew_of, squared, turned_back
from ogi.reading.pdf.sheet import Rule

SCALE = 200 / 72
ACROSS = (300, 380, 460, 540, 620)
DOWN = (200, 400, 700, 1000, 1200)


def page(thickness: int = 2) -> np.ndarray:
    drawn = np.full((1700, 1400), 255, np.uint8)
    for y in ACROSS:
        cv2.line(drawn, (DOWN[0], y), (DOWN[-1], y), 0, thickness)
    for x in DOWN:
        cv2.line(drawn, (x, ACROSS[0]), (x, ACROSS[-1]), 0, thickness)
    for y in range(900, 1600, 60):
        cv2.putText(drawn, "words upon words upon words", (210, y), 0, 1.4, 0, 3)
    return drawn


def levels(rules: tuple[Rule, ...]) -> list[int]:
    return sorted({round(rule.at / 4) * 4 for rule in rules})


@pytest.mark.parametrize("thickness", [1, 2, 4])
def test_lines_are_found_and_words_are_not(thickness: int) -> None:
    found = rulings_of(page(thickness), SCALE)
    assert np.allclose(sorted(rule.at for rule in found.horizontals), ACROSS, atol=3)
    assert np.allclose(sorted(rule.at for rule in found.verticals), DOWN, atol=3)


def test_a_dotted_line_is_a_line() -> None:
    drawn = page(1)
    gaps = np.random.default_rng(3).random(drawn.shape[1]) < 0.12
    drawn[: ACROSS[-1] + 5, gaps] = 255
    drawn[:, list(DOWN)] = page(1)[:, list(DOWN)]
    found = rulings_of(drawn, SCALE)
    assert levels(found.horizontals) == levels(rulings_of(page(1), SCALE).horizontals)


def test_a_dash_is_no_line() -> None:
    drawn = np.full((800, 800), 255, np.uint8)
    cv2.line(drawn, (300, 400), (360, 400), 0, 3)
    assert not rulings_of(drawn, SCALE).horizontals


@pytest.mark.parametrize("degrees", [-12.0, -3.0, -0.6, 0.0, 1.5, 8.0])
def test_skew_is_seen_and_undone(degrees: float) -> None:
    turn, size = turned_back((1400, 1700), -degrees)
    turned = cv2.warpPerspective(page(), turn, size, borderValue=255)
    assert skew_of(turned) == pytest.approx(degrees, abs=0.3)
    back, size = turned_back(size, skew_of(turned))
    level = cv2.warpPerspective(turned, back, size, borderValue=255)
    fine = squared(level)
    if fine is not None:
        level = cv2.warpPerspective(level, fine, size, borderValue=255)
    assert len(levels(rulings_of(level, SCALE).horizontals)) == len(ACROSS)


def test_a_sheet_on_a_dark_desk_is_laid_flat() -> None:
    desk = np.full((2000, 1700), 50, np.uint8)
    corners = np.array([[150, 120], [1500, 200], [1600, 1900], [60, 1800]], np.float32)
    sheet = np.array([[0, 0], [1400, 0], [1400, 1700], [0, 1700]], np.float32)
    matrix = cv2.getPerspectiveTransform(sheet, corners)
    lying = cv2.warpPerspective(page(), matrix, (1700, 2000), borderValue=0)
    inside = cv2.warpPerspective(np.full((1700, 1400), 255, np.uint8), matrix, (1700, 2000))
    found = paper_on(np.where(inside > 0, lying, desk).astype(np.uint8))
    assert found is not None
    onto, (width, height) = found
    moved = cv2.perspectiveTransform(corners[None], onto)[0]
    expected = np.array([[0, 0], [width, 0], [width, height], [0, height]])
    assert np.allclose(moved, expected, atol=20)


def test_a_white_page_is_no_sheet_on_a_desk() -> None:
    assert paper_on(page()) is None


def test_a_shadow_is_taken_off_and_clear_print_stays() -> None:
    shadow = np.linspace(0.5, 1, 1400)
    lit = evened((page() * shadow).astype(np.uint8))
    assert np.percentile(lit, 30) > 225
    assert np.array_equal(evened(page()), page())


def test_text_over_two_cells_is_cut_at_the_wall() -> None:
    wall = Rule(150, 0, 300)
    across = pieces_of(page(), [Box(100, 100, 200, 130)], [], [wall])
    assert [(piece.left, piece.right) for piece in across] == [(100, 150), (150, 200)]
    below = pieces_of(page(), [Box(100, 400, 200, 430)], [], [wall])
    assert below == [Box(100, 400, 200, 430)]


def test_text_over_two_rows_is_cut_at_the_floor() -> None:
    floor = Rule(130, 0, 600)
    lines = pieces_of(page(), [Box(100, 100, 300, 160)], [floor], [])
    assert [(piece.top, piece.bottom) for piece in lines] == [(100, 130), (130, 160)]


def test_an_upright_label_is_cut_into_its_characters() -> None:
    drawn = np.full((400, 200), 255, np.uint8)
    for top in (20, 70, 120):
        drawn[top : top + 30, 50:80] = 0
    usual = [Box(100, 300, 190, 330)] * 3
    pieces = pieces_of(drawn, [Box(45, 10, 85, 160), *usual], [], [])
    assert len(pieces) == 6
    assert [round((p.top + p.bottom) / 2, -1) for p in pieces[:3]] == [40, 80, 140]


def test_only_a_lying_page_with_a_gutter_is_a_spread() -> None:
    lying = np.full((1000, 1500), 255, np.uint8)
    halves = [Box(x, y, x + 600, y + 30) for x in (60, 850) for y in range(100, 900, 80)]
    assert gutter_of(lying, halves) == pytest.approx(755, abs=5)
    whole = [Box(60, y, 1400, y + 30) for y in range(100, 900, 50)]
    assert gutter_of(lying, whole) is None
    assert gutter_of(np.full((1500, 1000), 255, np.uint8), halves) is None


def test_the_strokes_of_a_large_character_are_no_table() -> None:
    drawn = page()
    for start, end in (((260, 60), (330, 60)), ((250, 95), (340, 95))):
        cv2.line(drawn, start, end, 0, 5)
    for x in (280, 312):
        cv2.line(drawn, (x, 60), (x, 140), 0, 5)
    found = rulings_of(drawn, SCALE)
    assert min(rule.at for rule in found.horizontals) > 250
    assert not found.mask[40:150].any()
