"""A supervisor's eighty reports (make eighty): is all that was planted found, and nothing else?

The reports are made anew, in five kinds of files; every third has one fault of a known kind.
`--seed N` draws other ones, `--out DIR` keeps the reports, their pages and the workbook.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.supervised.writing import Written, write

_GRAVE = ("error", "warning")


@dataclass(frozen=True)
class Judged:
    """What was said of the reports: what was planted and not found, and what else was said."""

    written: tuple[Written, ...]
    missed: tuple[str, ...]
    accused: tuple[str, ...]
    doubted: tuple[str, ...]
    screen: str
    seconds: float

    @property
    def planted(self) -> int:
        return sum(one.plant is not None for one in self.written)


def supervise(folder: Path, count: int = 80, *, seed: int = 1) -> Judged:
    """Make the reports, check them as a supervisor does, and hold what is said against them."""
    reports = folder / "reports"
    reports.mkdir(parents=True)
    written = tuple(write(reports, count, seed=seed))
    started = time.perf_counter()
    screen = _ogi(reports, "--html", folder / "pages", "-o", folder / "findings.xlsx")
    seconds = time.perf_counter() - started
    made = [json.loads(line) for line in _ogi(reports, "--json").splitlines()]
    said = {Path(one["file"]).name: one for one in made}
    missed, accused, doubted = [], [], []
    for one in written:
        report = said[one.path.name]
        grave = [found for found in report["findings"] if found["severity"] in _GRAVE]
        codes = one.plant.codes if one.plant else frozenset()
        if one.plant and not any(found["code"] in codes for found in grave):
            missed.append(f"{one.path.name}: {one.plant.kind}")
        accused += [_line(one, found) for found in grave if found["code"] not in codes]
        doubted += [f"{one.path.name}: {doubt}" for doubt in report["reading"]["doubts"]]
    return Judged(written, tuple(missed), tuple(accused), tuple(doubted), screen, seconds)


def _ogi(*words: object) -> str:
    program = shutil.which("ogi", path=str(Path(sys.executable).parent)) or "ogi"
    command = [program, "check", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _line(one: Written, found: dict[str, Any]) -> str:
    planted = f" (planted: {one.plant.kind})" if one.plant else ""
    return f"{one.path.name}: {found['severity']} {found['code']} {found['message']}{planted}"


def main(arguments: list[str]) -> int:
    """Print the figures, and every report of which too little or too much was said."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        out = chosen.out or Path(folder)
        judged = supervise(out, chosen.count, seed=chosen.seed)
    total = re.findall("^合计：.*$", judged.screen, re.M)
    print(f"reports           {len(judged.written)} in {judged.seconds:.1f} s, pages included")
    print(f"planted           {judged.planted}")
    print(f"  found           {judged.planted - len(judged.missed)}")
    print(f"said beside it    {len(judged.accused)}")
    print(f"doubted figures   {len(judged.doubted)}")
    print(*total)
    for name, lines in (
        ("MISSED", judged.missed),
        ("ACCUSED", judged.accused),
        ("DOUBTED", judged.doubted),
    ):
        for line in lines:
            print(f"{name}  {line}")
    return int(bool(judged.missed or judged.accused))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
