"""The tables of a run."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.floors import FLOORS
from benchmarks.made import documents
from benchmarks.measure import best, peak_of, resident
from ogi.checks import check
from ogi.reading import read_bytes
from tools.samples.declaration import load, names

READ_ONE = """
import sys
from pathlib import Path
from ogi.reading import read_bytes
data = Path(sys.argv[1]).read_bytes()
read_bytes(data)
"""
NOTHING = "import ogi.reading"
LAYOUTS = {
    "markdown": 2000,
    "plain_html": 2000,
    "pdf_text": 200,
    "fused_digits": 200,
    "xlsx": 200,
    "typst_pdf": 100,
}
INTACT = "previous-year"  # a text whose tables are whole: what broken text is compared with
MADE_BEFOREHAND = 200
STEPS = (1, 10, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Grid:
    """A table to be printed: a title, heads and rows."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]


def by_sample() -> Grid:
    """Each sample: reading against its floor, doubts, checking, peak memory."""
    heads = ("样例", "文件", "读取 ms", "下限 ms", "倍数", "份/秒")
    heads += ("比完整文字", "存疑格", "检查 ms", "峰值 MB")
    bare = peak_of(NOTHING)
    return Grid(f"每份样例（未读文件时 {bare:.0f} MB）", heads, list(_sample_rows()))


def _sample_rows() -> Iterator[tuple[str, ...]]:
    intact = best(partial(read_bytes, load(INTACT).source.read_bytes()))
    for name in names():
        source = load(name).source
        data = source.read_bytes()
        report = read_bytes(data)
        floor = FLOORS[report.source.format]
        reading, least = best(partial(read_bytes, data)), best(partial(floor, data), seconds=0.2)
        judging = best(partial(check, report), seconds=0.3)
        doubts = sum(1 for cell in report.cells.values() if cell.doubts)
        yield (
            name,
            report.source.format,
            f"{reading:.1f}",
            f"{least:.3f}",
            f"{reading / least:.1f}",
            f"{1000 / reading:.0f}",
            f"{reading / intact:.1f}" if report.source.format in ("text", "markdown") else "",
            str(doubts),
            f"{judging:.1f}",
            f"{peak_of(READ_ONE, str(source)):.0f}",
        )


def growth() -> Grid:
    """Reading 1 to 2,000 different reports in one process: time a report, memory held."""
    heads = ("版式", *(f"{step:,}份" for step in STEPS), "最后占用 MB", "增加 MB")
    title = "一个进程连续读取互不相同的报告：每份平均毫秒数"
    return Grid(title, heads, [_growth(layout, most) for layout, most in LAYOUTS.items()])


def _growth(layout: str, most: int) -> tuple[str, ...]:
    # What makes a document (typst above all) holds memory too: make the few beforehand.
    supply = list(documents(layout, most)) if most <= MADE_BEFOREHAND else documents(layout, most)
    read_bytes(next(documents(layout, 1, seed=2)))
    spent, before = 0.0, resident()
    cells = [layout]
    for number, data in enumerate(supply, 1):
        started = time.perf_counter()
        read_bytes(data)
        spent += time.perf_counter() - started
        if number in STEPS:
            cells.append(f"{spent / number * 1000:.2f}")
    blank = [""] * (len(STEPS) + 1 - len(cells))
    return (*cells, *blank, f"{resident():.0f}", f"{resident() - before:+.1f}")


def checking() -> Grid:
    """Checking different reports with every rule."""
    reports = [read_bytes(data) for data in documents("markdown", 200)]
    started = time.perf_counter()
    for report in reports:
        check(report)
    each = (time.perf_counter() - started) / len(reports) * 1000
    row = (str(len(reports)), f"{each:.2f}", f"{1000 / each:.0f}")
    return Grid("用全部规则检查", ("报告", "每份 ms", "份/秒"), [row])
