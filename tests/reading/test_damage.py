"""Damage to documents never yields a number that is silently wrong."""

import os
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading.damage import (
    LAYOUT_DAMAGE,
    LOSES_DIGITS,
    MOVES_CELLS,
    ROW_DAMAGE,
    TABLE_DAMAGE,
    as_html,
    as_text,
    break_row,
    draw_cells,
    insert_line,
    lose_column,
    move_columns,
    print_tables,
    truth_of,
)
from reading.printing import WRITERS, parts_of

from ogi.errors import ReadingError
from ogi.form import AnnualReport, edition
from ogi.reading import read_bytes

# The same damage every time, so that a red run is a change of the code; `make fuzz` draws anew.
EXAMPLES = int(os.environ.get("OGI_FUZZ", "300"))
SAME_EVERY_TIME = "OGI_FUZZ" not in os.environ
STYLES = ("html", "tabs", "pipes", "lines", "cells", "fused")
YEARS = {2019: 2020, 2021: 2023}
# What these do to a cell leaves its number printed, if in pieces: to read it is right too.
KEEPS_THE_NUMBER = {
    *("fuse_cells", "split_cell", "add_noise", "push_off", "use_letters", "say_in_words"),
    *("add_note", "space_thousands", "break_number"),
}
# Cells that are run together have no borders left to damage.
FUSED = {"lose_label", "cut_label", "add_noise"}
# Without borders between cells, words where a number belongs are more of the label.
BORDERED = {"html", "tabs", "pipes"}


def is_possible(damage: str, style: str) -> bool:
    return (style != "fused" or damage in FUSED) and (damage != "write_words" or style in BORDERED)


def written(tables, year, style):
    title = f"云川市测试局{YEARS[year]}年政府信息公开工作年度报告"
    return as_html(tables, title) if style == "html" else as_text(tables, title, style)


def silently_wrong(
    report: AnnualReport, printed: dict[str, str], drawn: dict[str, int], soft: bool
):
    """Return the cells with a number that the document does not print there, undoubted."""
    found = {}
    for address, cell in report.cells.items():
        if cell.value is None or cell.doubts:
            continue
        text = printed.get(address, "")
        expected = int(text) if text.isdecimal() else None
        if cell.value == expected or (
            soft and address not in printed and cell.value == drawn[address]
        ):
            continue
        found[address] = (text, cell.value)
    return found


def damaged(tables, style, rng, times):
    """Damage each row at most once; return the names of what was done.

    Left out is what nobody can tell from a sound print (the tests below show one of each):
    columns that change after cells of a row moved, and the last digits of a number that
    are lost after they fell off.
    """
    done: list[str] = []
    touched: set[int] = set()
    moved: set[int] = set()
    for _ in range(times):
        table = rng.choice(tables)
        if rng.random() < 0.3:
            damage_table = rng.choice(TABLE_DAMAGE)
            below = damage_table in LAYOUT_DAMAGE and any(id(row) in moved for row in table.rows)
            if style != "fused" and not below:
                damage_table(table, rng)
                done.append(damage_table.__name__)
            continue
        damage, row = rng.choice(ROW_DAMAGE), rng.choice(table.rows)
        lost = row.is_loose and damage in LOSES_DIGITS
        if id(row) in touched or lost or not is_possible(damage.__name__, style):
            continue
        touched.add(id(row))
        moved |= {id(row)} if damage in MOVES_CELLS else set()
        damage(row, rng)
        done.append(damage.__name__)
    return done


@settings(
    max_examples=EXAMPLES,
    derandomize=SAME_EVERY_TIME,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
@given(
    seed=st.integers(0, 10**9),
    year=st.sampled_from((2019, 2021)),
    style=st.sampled_from(STYLES),
    times=st.integers(0, 4),
)
@example(seed=31, year=2021, style="fused", times=1)
@example(seed=62, year=2021, style="pipes", times=1)
@example(seed=515, year=2019, style="tabs", times=4)
@example(seed=7213, year=2021, style="lines", times=2)
@example(seed=636, year=2021, style="tabs", times=4)
@example(seed=615, year=2021, style="cells", times=2)
@example(seed=60, year=2019, style="html", times=1)
def test_damage_never_yields_a_silently_wrong_cell(seed, year, style, times):
    rng = random.Random(seed)
    drawn = draw_cells(edition(year), rng)
    tables = print_tables(edition(year), drawn)
    done = damaged(tables, style, rng, times)
    try:
        report = read_bytes(written(tables, year, style))
    except ReadingError:
        return
    soft = bool(KEEPS_THE_NUMBER & set(done))
    assert silently_wrong(report, truth_of(tables), drawn, soft) == {}


def printed(**cells: int):
    """Print a report of zeros with some other figures; `__` stands for the dot of an address."""
    drawn = dict.fromkeys((a for t in edition(2021).tables.values() for a in t.addresses), 0)
    return print_tables(edition(2021), drawn | {k.replace("__", "."): n for k, n in cells.items()})


def row_of(tables, address):
    return next(row for table in tables for row in table.rows if address in row.addresses)


@pytest.mark.parametrize("style", ["html", "tabs", "pipes", "lines", "cells"])
def test_a_column_lost_after_a_cell_leaves_the_print_of_a_column_lost(style):
    damaged_twice, sound = printed(), printed()
    row = row_of(damaged_twice, "applications.declined.repeated.company")
    del row.values[1], row.addresses[1]
    for tables in (damaged_twice, sound):
        lose_column(tables[1], random.Random(3))
    assert written(damaged_twice, 2021, style) == written(sound, 2021, style)
    assert not any(c.doubts for c in read_bytes(written(sound, 2021, style)).cells.values())
    assert truth_of(damaged_twice) != truth_of(sound)


@pytest.mark.parametrize("style", ["html", "tabs", "pipes", "lines", "cells"])
def test_columns_swapped_around_fused_cells_leave_the_print_of_other_figures(style):
    one, other = "applications.declined.repeated", "applications.unavailable.not_held"
    sums = {
        f"applications__{row}__{kind}": 6 if kind == "total" else 3
        for row in ("received", "closed")
        for kind in ("company", "other_body", "total")
    }

    def with_three(*addresses):
        cells = {f"{a}.total".replace(".", "__"): 3 for a in (one, other)}
        return printed(**sums, **cells, **{a.replace(".", "__"): 3 for a in addresses})

    def fuse(tables):
        for address in (one, other):
            row = row_of(tables, f"{address}.total")
            row.values[2:4], row.addresses[2:4] = ["00"], [None]

    fused_first = with_three(f"{one}.company", f"{other}.other_body")
    fuse(fused_first)
    move_columns(fused_first[1], [4, 3, 2, 1, 0])
    fused_last = with_three(f"{one}.other_body", f"{other}.company")
    move_columns(fused_last[1], [4, 3, 2, 1, 0])
    fuse(fused_last)
    assert written(fused_first, 2021, style) == written(fused_last, 2021, style)
    assert truth_of(fused_first) != truth_of(fused_last)


@pytest.mark.parametrize("style", ["html", "tabs", "pipes", "lines", "cells"])
@pytest.mark.parametrize("rest", [[], [""], ["见附件"]])
def test_the_last_digit_of_a_number_lost_below_it_leaves_the_print_of_a_shorter_number(style, rest):
    broken, sound = printed(proactive__rules__issued=12), printed(proactive__rules__issued=1)
    break_row(broken[0], broken[0].rows[0], random.Random(1))
    broken[0].rows[1].values[:], broken[0].rows[1].addresses[:] = rest, [None] * len(rest)
    insert_line(sound[0], 1, rest)
    assert written(broken, 2021, style) == written(sound, 2021, style)
    assert not any(c.doubts for c in read_bytes(written(sound, 2021, style)).cells.values())
    assert truth_of(broken) != truth_of(sound)


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("style", [style for style in STYLES if style != "fused"])
@pytest.mark.parametrize("seed", range(4))
def test_an_undamaged_document_reads_back_without_a_doubt(seed, style, year):
    drawn = draw_cells(edition(year), random.Random(seed))
    report = read_bytes(written(print_tables(edition(year), drawn), year, style))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())
    assert set(report.editions.values()) == {year}


@pytest.mark.parametrize("year", [2019, 2021])
@pytest.mark.parametrize("seed", range(6))
def test_fused_digits_are_cut_where_the_sums_leave_one_way(seed, year):
    drawn = draw_cells(edition(year), random.Random(seed), largest=12)
    report = read_bytes(written(print_tables(edition(year), drawn), year, "fused"))
    with_sums = [a for a in drawn if not a.startswith("proactive.")]
    right = [address for address in with_sums if report.cells[address].value == drawn[address]]
    assert len(right) >= 0.95 * len(with_sums)
    assert silently_wrong(report, {a: str(v) for a, v in drawn.items()}, drawn, soft=False) == {}


@pytest.mark.parametrize("seed", range(4))
def test_a_report_wrong_in_print_is_read_as_printed(seed):
    drawn = draw_cells(edition(2021), random.Random(seed))
    drawn["applications.closed.total"] += 3
    drawn["disputes.review.total"] = 0
    report = read_bytes(written(print_tables(edition(2021), drawn), 2021, "html"))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())


@settings(
    max_examples=EXAMPLES // 2,
    derandomize=SAME_EVERY_TIME,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 50),
    style=st.sampled_from(STYLES),
    places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 10**6),
)
def test_mutated_bytes_are_read_or_refused(seed, style, places, cut):
    drawn = draw_cells(edition(2021), random.Random(seed))
    data = bytearray(written(print_tables(edition(2021), drawn), 2021, style))
    for place, byte in places:
        data[place % len(data)] = byte
    data = data[: len(data) - cut % (len(data) // 2)]
    try:
        report = read_bytes(bytes(data))
    except ReadingError:
        return
    assert isinstance(report, AnnualReport)


@pytest.mark.parametrize("kind", list(WRITERS))
@settings(
    max_examples=EXAMPLES // 20,
    derandomize=SAME_EVERY_TIME,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 10**9), year=st.sampled_from((2019, 2021)), times=st.integers(0, 4))
@example(seed=119, year=2021, times=1)
@example(seed=126, year=2019, times=4)
def test_damage_in_no_format_yields_a_silently_wrong_cell(kind, seed, year, times):
    rng = random.Random(seed)
    drawn = draw_cells(edition(year), rng)
    tables = print_tables(edition(year), drawn)
    done = damaged(tables, "html", rng, times)
    title = f"云川市测试局{YEARS[year]}年政府信息公开工作年度报告"
    try:
        report = read_bytes(WRITERS[kind](parts_of(tables, title)))
    except ReadingError:
        return
    soft = bool(KEEPS_THE_NUMBER & set(done))
    assert silently_wrong(report, truth_of(tables), drawn, soft) == {}


@pytest.mark.parametrize("kind", list(WRITERS))
@pytest.mark.parametrize("year", [2019, 2021])
def test_an_undamaged_file_reads_back_without_a_doubt(kind, year):
    drawn = draw_cells(edition(year), random.Random(8))
    title = f"云川市测试局{YEARS[year]}年政府信息公开工作年度报告"
    report = read_bytes(WRITERS[kind](parts_of(print_tables(edition(year), drawn), title)))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())
