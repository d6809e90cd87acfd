"""Print the tables of a run, all parts or those named; --write puts them into the documentation.

`python -m benchmarks reading casework` runs two parts; --full takes the great numbers where
a part has any (20,000 documents, 1,000,000 reports) and the best part of an hour.
"""

import platform
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from rich.console import Console
from rich.table import Table

from benchmarks.tables import Grid
from tools.samples.declaration import ROOT

PAGE = ROOT.parent / "docs" / "reference" / "benchmarks.md"
PARTS = {
    "starting": ("benchmarks.starting", ("starting",)),
    "reading": ("benchmarks.tables", ("by_sample", "growth", "checking")),
    "scans": ("benchmarks.scans", ("scan_times", "scan_accuracy")),
    "writing": ("benchmarks.papers", ("by_format",)),
    "casework": ("benchmarks.casework", ("of_one_ledger", "by_length", "of_many")),
    "counting": ("benchmarks.counting", ("of_many_ledgers",)),
    "consolidating": ("benchmarks.consolidating", ("consolidating",)),
    "collecting": ("benchmarks.collecting", ("collecting", "asking")),
}
FULL = {
    "consolidating": ("benchmarks.consolidating", ("consolidating", "merging_files")),
    "collecting": ("benchmarks.collecting", ("collecting_all", "asking_all")),
}


def main(arguments: list[str]) -> None:
    console = Console(width=max(Console().width, 120))
    parts = {**PARTS, **FULL} if "--full" in arguments else PARTS
    named = [word for word in arguments if not word.startswith("--")]
    for part in named or parts:
        grids = []
        for make in _makers(*parts[part]):
            grids.append(make())
            console.print(_on_screen(grids[-1]))
        if "--write" in arguments:
            _write(part, grids)
            console.print(f"{PAGE.relative_to(ROOT.parent)} {part}")


def _makers(module: str, names: tuple[str, ...]) -> Iterator[Callable[[], Grid]]:
    loaded = import_module(module)
    return (getattr(loaded, name) for name in names)


def _write(part: str, grids: list[Grid]) -> None:
    begin, end = f"<!-- {part} -->\n", f"<!-- end of {part} -->"
    head, found, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    if not found or end not in rest:
        raise SystemExit(f"{PAGE} has no block {part}")
    where = f"{platform.system()} {platform.machine()}，Python {platform.python_version()}。"
    body = "\n\n".join([where, *map(_in_markdown, grids)])
    page = f"{head}{begin}{body}\n{end}{rest.partition(end)[2]}"
    PAGE.write_text(page, encoding="utf-8")


def _on_screen(grid: Grid) -> Table:
    table = Table(title=f"\n{grid.title}", title_justify="left")
    for at, head in enumerate(grid.heads):
        table.add_column(head, justify="right" if at else "left")
    for row in grid.rows:
        table.add_row(*row)
    return table


def _in_markdown(grid: Grid) -> str:
    return f"### {grid.title}\n\n" + "\n".join(_lines(grid))


def _lines(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(grid.heads) + " |"
    yield "|---" + "|--:" * (len(grid.heads) - 1) + "|"
    for row in grid.rows:
        yield "| " + " | ".join(row) + " |"


if __name__ == "__main__":
    main(sys.argv[1:])
