"""Print the tables of a run; with --write also put them into the documentation."""

import platform
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from benchmarks.tables import Grid, by_sample, checking, growth
from tools.samples.declaration import ROOT

PAGE = ROOT.parent / "docs" / "reference" / "benchmarks.md"


def main(arguments: list[str]) -> None:
    console = Console(width=max(Console().width, 120))
    grids = []
    for make in (by_sample, growth, checking):
        grid = make()
        grids.append(grid)
        console.print(_on_screen(grid))
    if "--write" in arguments:
        head, begin, rest = PAGE.read_text(encoding="utf-8").partition("<!-- measured -->\n")
        tail = rest.partition("<!-- end of measured -->")[2]
        body = "\n\n".join(_in_markdown(grid) for grid in grids)
        where = (
            f"{platform.system()} {platform.machine()}，Python {platform.python_version()}。\n\n"
        )
        page = f"{head}{begin}{where}{body}\n<!-- end of measured -->{tail}"
        PAGE.write_text(page, encoding="utf-8")
        console.print(PAGE.relative_to(ROOT.parent))


def _on_screen(grid: Grid) -> Table:
    table = Table(title=f"\n{grid.title}", title_justify="left")
    for at, head in enumerate(grid.heads):
        table.add_column(head, justify="right" if at else "left")
    for row in grid.rows:
        table.add_row(*row)
    return table


def _in_markdown(grid: Grid) -> str:
    return f"## {grid.title}\n\n" + "\n".join(_lines(grid))


def _lines(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(grid.heads) + " |"
    yield "|---" + "|--:" * (len(grid.heads) - 1) + "|"
    for row in grid.rows:
        yield "| " + " | ".join(row) + " |"


if __name__ == "__main__":
    main(sys.argv[1:])
