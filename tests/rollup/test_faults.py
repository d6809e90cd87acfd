"""Whose error goes into the sum."""

from ogi.form.wording import cell_label
from ogi.rollup import consolidate, faults_of
from ogi.rollup.consolidation_paper import consolidation_paper, sources_paper

from .made import part

WRONG = {"received.total": 3, "received.natural_person": 3}


def test_parts_that_keep_the_relations_make_a_sum_that_does():
    faults = faults_of(consolidate([part("云岭县林业局"), part("云岭县水务局")]))
    assert (faults.total, faults.parts) == ((), ())


def test_a_difference_of_the_sum_is_traced_to_the_parts_it_comes_from():
    sound = part("云岭县林业局")
    wrong = [part("云岭县水务局", cells=WRONG), part("云岭县文化局", cells=WRONG)]
    faults = faults_of(consolidate([sound, *wrong]))
    total = next(one for one in faults.total if "总计列" in one.message)
    behind = faults.behind(total)
    assert [one.part.organ for one in behind] == ["云岭县水务局", "云岭县文化局"]
    assert sum(one.finding.difference for one in behind) == total.difference


def test_errors_that_cancel_out_in_the_sum_are_still_found():
    up = part("云岭县水务局", cells={"received.total": 1, "received.natural_person": 1})
    down = part("云岭县文化局", cells={"closed.total": 1, "closed.natural_person": 1})
    faults = faults_of(consolidate([up, down]))
    assert "R301" not in {one.code for one in faults.total}
    assert {one.part.organ for one in faults.parts} == {"云岭县水务局", "云岭县文化局"}


def test_an_incomplete_sum_breaks_no_relation():
    blank = part("云岭县文化局", cells={"received.total": None, "granted.total": None})
    closed = part("云岭县水务局", cells={"closed.total": 9, "granted.total": 9, **WRONG})
    faults = faults_of(consolidate([closed, blank]))
    broken = {one.code for one in faults.total if "总计列" in one.message}
    assert not broken & {"R301", "R302"}


def test_every_share_of_every_cell_stands_in_the_paper_of_sources():
    made = consolidate([part("云岭县林业局"), part("云岭县水务局", cells={"received.total": None})])
    grids = [one for one in sources_paper(made).blocks if hasattr(one, "boxes")]
    assert sum(grid.rows - 1 for grid in grids) == len(made.totals)
    assert all(grid.columns == 4 for grid in grids)
    assert "空白" in {box.text for grid in grids for box in grid.boxes}


def test_the_paper_names_the_parts_a_cell_lacks():
    made = consolidate([part("云岭县林业局"), part("云岭县水务局", cells={"received.total": None})])
    paper = consolidation_paper(made, faults_of(made))
    texts = {box.text for one in paper.blocks if hasattr(one, "boxes") for box in one.boxes}
    assert {"云岭县水务局", "1格", f"空白：{cell_label('applications.received.total')}"} <= texts


def test_an_organ_with_many_blanks_has_one_row():
    keys = ("received.total", "received.company", "granted.total", "closed.total")
    made = consolidate([part("云岭县林业局"), part("云岭县水务局", cells=dict.fromkeys(keys))])
    (grid,) = [
        one
        for one in consolidation_paper(made, faults_of(made)).blocks
        if hasattr(one, "boxes") and one.boxes[1].text == "没有数的格"
    ]
    assert [box.text for box in grid.boxes if box.row == 1][:2] == ["云岭县水务局", "4格"]
    assert grid.rows == 2


def test_what_is_doubted_of_a_sum_stands_beside_the_sheet_and_not_on_it():
    made = consolidate([part("云岭县林业局"), part("云岭县水务局", cells={"received.total": None})])
    assert made.report.cells["applications.received.total"].doubts
    assert not any(one.doubts for one in made.sheet.cells.values())
    assert made.sheet.cells["applications.received.total"].text == "至少0"
