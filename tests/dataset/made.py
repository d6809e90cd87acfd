"""Directory trees of small reports of fictional organs, and what is asked of a dataset."""

from pathlib import Path

from cli.documents import report_text

from ogi.dataset import Here, Summary, Tree, open_dataset
from ogi.dataset import collect as collect_with

SUFFIXES = frozenset((".md", ".txt", ".html", ".zip", ".pdf"))
ORGAN = "云岭县林业局"


def report(organ: str = ORGAN, year: int = 2023, **cells: int | str) -> str:
    """Return a report as Markdown; cells by table__row__column."""
    given = {key.replace("__", "."): value for key, value in cells.items()}
    return report_text(given, year).replace(ORGAN, organ)


def answered(granted: int, refused: int = 0, carried_in: int = 0, carried_out: int = 0) -> dict:
    """Return cells of a year's applications, of natural persons only, that add up."""
    closed = granted + refused
    rows = {
        "received": closed + carried_out - carried_in,
        "carried_in": carried_in,
        "granted": granted,
        "refused.state_secret": refused,
        "closed": closed,
        "carried_out": carried_out,
    }
    return {
        f"applications__{row}__{col}": v
        for row, v in rows.items()
        for col in ("natural_person", "total")
    }


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def tree(folder: Path) -> Tree:
    return Tree(folder, SUFFIXES)


def collect(folder: Path, out: Path, **more: object) -> Summary:
    """Collect in this process, unless another engine is given."""
    return collect_with(tree(folder), out, **{"engine": Here(), **more})


def ask(out: Path, question: str) -> list[tuple]:
    with open_dataset(out) as connection:
        return connection.execute(question).fetchall()


def rows(out: Path) -> dict[str, list[tuple]]:
    """Return every row of every table; seconds alone differ from run to run."""
    asked = {
        name: "select * " + ("exclude (seconds) " if name == "reports" else "") + f"from {name}"
        for name in ("reports", "cells", "findings", "sections", "wide", "failures")
    }
    return {name: ask(out, question) for name, question in asked.items()}
