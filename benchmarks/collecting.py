"""Collecting thousands of documents, and asking a dataset of a million reports."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from benchmarks.tables import Grid
from benchmarks.trees import make_tree
from ogi.dataset import open_dataset
from ogi.form import edition
from tools.samples.declaration import ROOT

COLLECT = "import sys; from ogi.cli import main; main(sys.argv[1:])"
QUESTIONS = ROOT.parent / "docs" / "guide" / "questions.md"
QUARTERS = (0.25, 0.5, 0.75, 1.0)


@dataclass
class Run:
    """A run of `ogi collect`: how long it took, and the memory of its processes meanwhile."""

    seconds: float = 0.0
    memory: list[float] = field(default_factory=list)

    def at(self, share: float) -> str:
        """The memory when this share of the run was over, in MB."""
        if not self.memory:
            return ""
        return f"{self.memory[min(len(self.memory) - 1, int(share * len(self.memory)))]:.0f}"


def collecting(count: int = 500) -> Grid:
    """Collect 500 documents in every way."""
    with tempfile.TemporaryDirectory() as place:
        return _collecting(Path(place), count)


def collecting_all() -> Grid:
    """Collect 20,000 documents in every way."""
    return collecting(20_000)


def asking(count: int = 20_000) -> Grid:
    """Ask a dataset of 20,000 reports."""
    with tempfile.TemporaryDirectory() as place:
        return _asking(Path(place), count)


def asking_all() -> Grid:
    """Ask a dataset of 1,000,000 reports."""
    return asking(1_000_000)


def _collecting(place: Path, count: int) -> Grid:
    """Collect with two processes, killed and resumed, with one process, and on a cluster."""
    some = max(200, count // 4)
    make_tree(place / "all", count)
    make_tree(place / "some", some)
    whole = run(place / "all", place / "whole", "--workers", "2")
    parts = killed_and_resumed(place / "all", place / "parts", whole.seconds / 2)
    same = "相同" if same_rows(place / "whole", place / "parts") else "不同"
    again = run(place / "all", place / "whole", "--workers", "2")
    one, two, dask = in_turns(
        place, {"one": ("1",), "two": ("2",), "dask": ("2", "--engine", "dask")}
    )
    heads = ("怎样收", "文件", "秒", "份/秒", *(f"{q:.0%}时 MB" for q in QUARTERS), "")
    runs = [
        ("2个进程", count, whole, ""),
        ("读到一半时 kill -9，再运行到底", count, parts, f"结果{same}"),
        ("没有变化，再运行", count, again, ""),
        ("1个进程", some, one, ""),
        ("2个进程", some, two, f"{one.seconds / two.seconds:.2f} 倍"),
        ("dask 2个进程", some, dask, f"{one.seconds / dask.seconds:.2f} 倍"),
    ]
    rows = [
        (name, f"{n:,}", f"{r.seconds:.1f}", f"{n / r.seconds:.0f}", *map(r.at, QUARTERS), note)
        for name, n, r, note in runs
    ]
    return Grid("收成数据集（txt、md、html、docx、xlsx各五分之一）", heads, rows)


def in_turns(place: Path, ways: Mapping[str, tuple[str, ...]]) -> list[Run]:
    """Collect `some` in several ways, in turns; return the quicker of two runs of each."""
    runs: dict[str, list[Run]] = {name: [] for name in ways}
    for _ in range(2):
        for name, options in ways.items():
            runs[name].append(run(place / "some", place / name, "--workers", *options))
            shutil.rmtree(place / name)
    return [min(made, key=lambda one: one.seconds) for made in runs.values()]


def run(folder: Path, out: Path, *options: str, kill_after: float = 0.0) -> Run:
    """Collect a folder in a process of its own; kill it on the way if asked to."""
    words = [sys.executable, "-c", COLLECT, "collect", str(folder), "-o", str(out), *options]
    made = Run()
    began = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            if resident := sum(_resident(process.pid)):
                made.memory.append(resident)
            time.sleep(0.2)
            if kill_after and time.perf_counter() - began > kill_after:
                process.send_signal(signal.SIGKILL)
    made.seconds = time.perf_counter() - began
    return made


def killed_and_resumed(folder: Path, out: Path, after: float) -> Run:
    first = run(folder, out, "--workers", "2", kill_after=after)
    if (out / "dataset.json").exists():
        raise SystemExit("the run was over before it was killed")
    second = run(folder, out, "--workers", "2")
    return Run(first.seconds + second.seconds, first.memory + second.memory)


def same_rows(one: Path, other: Path) -> bool:
    """Compare two datasets: byte by byte, and reports row by row without the seconds."""
    for path in sorted(one.rglob("*.parquet")):
        name = path.relative_to(one)
        twin = other / name
        if name.parts[0] not in (".work", "reports") and path.read_bytes() != twin.read_bytes():
            return False
    question = "select * exclude (seconds) from reports"
    with open_dataset(one) as first, open_dataset(other) as second:
        return bool(first.execute(question).fetchall() == second.execute(question).fetchall())


def _resident(pid: int) -> Iterator[float]:
    """Yield the memory of a process and of those it started, in MB."""
    status = _said(Path(f"/proc/{pid}/status"))
    children = " ".join(map(_said, Path(f"/proc/{pid}/task").glob("*/children"))).split()
    if found := re.search(r"VmRSS:\s+(\d+)", status):
        yield int(found[1]) / 1000
    for child in set(children):
        yield from _resident(int(child))


def _said(path: Path) -> str:
    """Return what the system says in a file; nothing once the process or thread is over."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


# a million reports


def _asking(place: Path, count: int) -> Grid:
    """Ask the questions of the guide of a dataset written for it."""
    began = time.perf_counter()
    make_dataset(place / "million", count)
    made = time.perf_counter() - began
    (place / "名册.csv").write_text("机关,年度,公布日期\n第7局,2024,2025-02-03\n", encoding="utf-8")
    here = Path.cwd()
    os.chdir(place)
    try:
        rows = list(_answers(place / "million"))
    finally:
        os.chdir(here)
        shutil.rmtree(place / "million")
    title = f"DuckDB查{count:,}份报告、{count * cells_each():,}格（写成用{made:.0f}秒）"
    return Grid(title, ("问题", "秒", "行"), rows)


def _answers(out: Path) -> Iterator[tuple[str, ...]]:
    page = QUESTIONS.read_text(encoding="utf-8")
    with open_dataset(out) as data:
        for part in page.split("\n## ")[1:]:
            for question in re.findall(r"```sql\n(.*?)```", part, re.S):
                began = time.perf_counter()
                found = data.execute(question).fetchall()
                seconds = time.perf_counter() - began
                yield part.partition("\n")[0], f"{seconds:.2f}", f"{len(found):,}"


def cells_each() -> int:
    return len(edition(2021).addresses)


def make_dataset(out: Path, count: int) -> None:
    """Write a dataset of so many reports with all their cells, ten years of each organ."""
    with duckdb.connect() as data:
        data.execute("set preserve_insertion_order = true")
        data.execute(
            "create table form as select unnest($1) as address, unnest($2) as form_table, "
            "unnest($3) as form_row, unnest($4) as form_column, generate_subscripts($1, 1) as n",
            list(zip(*((a, *_cut(a)) for a in edition(2021).addresses), strict=True)),
        )
        for year in range(2015, 2025):
            for table, query in _QUERIES.items():
                folder = out / table / f"year={year}"
                folder.mkdir(parents=True)
                data.execute(
                    f"copy ({query.format(year=year, count=count // 10)}) "
                    f"to '{folder}/part-0.parquet' (format parquet, compression zstd)"
                )


def _cut(address: str) -> tuple[str, str, str]:
    table, _, rest = address.partition(".")
    row, _, column = rest.rpartition(".")
    return table, row, column


_REPORT = (
    "printf('%016x', {year} * 1000000 + i) as report, '第' || i || '局' as organ, true as current"
)
_DRAWN = "(hash(i, form.n, {year}) % 1000)"
_QUERIES = {
    "reports": f"select {_REPORT}, i || '.docx' as file, '' as member from range({{count}}) t(i)",
    "cells": f"""
        select {_REPORT}, address, form_table, form_row, form_column,
               (case when {_DRAWN} < 900 then 0 else {_DRAWN} - 900 end)::decimal(24, 6) as value,
               value::bigint::varchar as text, 'printed' as state, false as extra,
               null::int as page, form.n::int as line,
               null::varchar as doubt, null::varchar as doubt_says,
               null::varchar[] as candidates, null::boolean as settled
        from range({{count}}) t(i), form order by i, form.n""",
    "findings": f"""
        select {_REPORT}, n as number, 'R30' || hash(i, n) % 9 as code, 'error' as severity,
               '第' || i || '局的问题' as message
        from range({{count}}) t(i), range(5) u(n) order by i, n""",
    "sections": f"""
        select {_REPORT}, 'problems' as section, repeat('公开还不够及时，明年改进。', 20) as text
        from range({{count}}) t(i)""",
}
