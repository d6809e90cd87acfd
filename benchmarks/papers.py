"""Writing a report: each format against the paper that all begin with."""

import time
from collections.abc import Callable

from benchmarks.tables import Grid
from ogi.reading import read
from ogi.writing import KINDS, write_report
from ogi.writing.report import report_paper
from tools.samples.declaration import load

SAMPLE = "model"
RUNS = 7


def by_format() -> Grid:
    """Write the model report in every format."""
    report = read(load(SAMPLE).source)
    paper = _milliseconds(lambda: report_paper(report))
    rows = [("文稿", f"{paper:.1f}", "", "")]
    for kind in KINDS:
        taken = _milliseconds(lambda kind=kind: write_report(report, kind))
        size = len(write_report(report, kind)) / 1024
        rows.append((kind, f"{taken:.1f}", f"{taken / paper:.1f}", f"{size:.0f}"))
    heads = ("格式", "毫秒", "比文稿", "KB")
    return Grid("把一份报告写成文件", heads, rows)


def _milliseconds(work: Callable[[], object]) -> float:
    """The least time of several runs after the first."""
    work()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000
