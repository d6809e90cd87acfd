"""Seconds and memory of adding many reports up: `python -m benchmarks.consolidating`."""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from benchmarks.made import documents
from benchmarks.measure import resident
from benchmarks.tables import Grid
from ogi.form import AnnualReport, Cell, State, edition
from ogi.rollup import Part, compare_with, consolidate, faults_of

COUNTS = (750, 1500, 3000)
STEMS = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")


def made_reports(count: int) -> Iterator[Part]:
    """Yield reports with a figure in every cell; every relation of the form holds."""
    chance, form = random.Random(1), edition(2021)
    zeros = {address: Cell(0, "0", State.PRINTED) for address in form.addresses}
    for number in range(count):
        cells = dict(zeros)
        figure = chance.choice((0, 1, 7, 120))
        for row in ("received", "granted", "closed"):
            for column in ("natural_person", "total"):
                cells[f"applications.{row}.{column}"] = Cell(figure, str(figure), State.PRINTED)
        yield Part(
            AnnualReport(
                organ=f"澜川市第{number + 1}片区水务局",
                year=2024,
                editions=dict.fromkeys(form.tables, 2021),
                cells=cells,
            ),
            f"{number + 1}.docx",
        )


def consolidating() -> Grid:
    """Add 750, 1,500 and 3,000 reports up, each in a fresh process, whose memory is measured."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh:
        rows = list(fresh.map(_row, COUNTS))
    return Grid(
        "汇总：相加、来源、勾稽关系、逐格对照",
        (
            "份数",
            "持有报告（MB）",
            "相加（秒）",
            "每份（微秒）",
            "查勾稽关系（秒）",
            "逐格对照（秒）",
            "增加内存（MB）",
        ),
        rows,
    )


def _row(count: int) -> tuple[str, ...]:
    before = resident()
    parts = list(made_reports(count))
    held = resident()
    started = time.perf_counter()
    summed = consolidate(parts, organ="澜川市人民政府")
    added = time.perf_counter()
    faults_of(summed)
    judged = time.perf_counter()
    verdict = compare_with(replace(summed.report, organ="澜川市人民政府"), summed)
    assert verdict.outcome.value == "kept"
    assert summed.is_complete
    compared = time.perf_counter()
    took = added - started
    return (
        f"{count:,}",
        f"{held - before:.0f}",
        f"{took:.2f}",
        f"{took / count * 1e6:.0f}",
        f"{judged - added:.2f}",
        f"{compared - judged:.2f}",
        f"{resident() - held:.0f}",
    )


def merging_files(count: int = 3000, workers: int = 2) -> Grid:
    """Read and add up so many text documents by the command itself."""
    from ogi.cli.inputs import expand
    from ogi.cli.merge import _read
    from ogi.reading import DEFAULT_LIMITS

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(documents("markdown", count)):
            name = str(number + 1)  # in letters: a number like 2024 would be one more year
            own = data.decode().replace(f"第{name}片区", f"第{name.translate(STEMS)}片区")
            Path(folder, f"{number:05}.md").write_text(own, encoding="utf-8")
        inputs = expand((folder,), DEFAULT_LIMITS.bytes)
        started = time.perf_counter()
        parts, unread = _read(inputs, (), workers, DEFAULT_LIMITS)
        read = time.perf_counter()
        summed = consolidate(parts, organ="澜川市人民政府")
        added = time.perf_counter()
    assert not unread
    assert len(summed.added) == count, summed.left_out[:3]
    row = (
        f"{count:,}",
        str(workers),
        f"{read - started:.1f}",
        f"{count / (read - started):.0f}",
        f"{added - read:.2f}",
        f"{resident():.0f}",
    )
    heads = ("份数", "进程", "读（秒）", "每秒份数", "相加（秒）", "内存（MB）")
    return Grid("汇总：连读带加", heads, [row])


if __name__ == "__main__":
    for grid in (consolidating(), *([merging_files()] if "--read" in sys.argv else ())):
        print(grid.title)
        for line in (grid.heads, *grid.rows):
            print("\t".join(line))
