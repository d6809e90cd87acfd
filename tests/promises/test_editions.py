"""No year of an edition stands in Python: rules ask the form, and a later edition is one file."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

from ogi.data import Locality, of_place
from ogi.form import editions

SOURCE = ROOT / "src" / "ogi"
# Examples of commands that help shows; they are not used.
EXAMPLES = SOURCE / "cli" / "texts"
# form-2021, ogi-2019: an instrument; 2026-09-18: a day, as messages show how one is written.
REFERENCE = re.compile(r"\b[a-z]+(?:-[a-z]+)*-\d{4}\b|(?<!\d)\d{4}(?:-\d\d-\d\d|年\d+月\d+日)")


@cache
def years() -> set[int]:
    with of_place(Locality()):
        return {one.year for one in editions()}


def named(path: Path) -> list[str]:
    """Where a module uses a year of an edition, other than in prose or in naming the law."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    cited = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "cites"
        for inner in ast.walk(node.value)
    }
    prose = cited | docstrings(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in prose:
            continue
        if node.value in years() and not isinstance(node.value, bool):
            found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.value}")
        elif isinstance(node.value, str) and _says_a_year(node.value):
            found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.value[:40]}")
    return found


def _says_a_year(text: str) -> bool:
    if re.search(r"\bform-\d{4}", text):
        return True
    return any(re.search(rf"(?<!\d){year}(?!\d)", REFERENCE.sub("", text)) for year in years())


def docstrings(tree: ast.Module) -> set[int]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    firsts = (one.body[0] for one in ast.walk(tree) if isinstance(one, owners) and one.body)
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def test_no_year_of_an_edition_stands_in_python():
    modules = [path for path in SOURCE.rglob("*.py") if EXAMPLES not in path.parents]
    assert modules
    assert [line for path in modules for line in named(path)] == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("SINCE = 2021", True),
        ("form = edition(year, 2019)", True),
        ("says = '两份年报不都是2021年版'", True),
        ("key = 'form-2021'", True),
        ("@rule('P1', cites='form-2021')\ndef test(): ...", False),
        ("law = cite('ogi-2019/33')", False),
        ('"""2021年起的年报适用。"""', False),
        ("code = 20210", False),
        ("says = '写成 2021-09-18 的样子'", False),
        ("says = '写成 2021-09 的样子'", True),
    ],
)
def test_a_year_of_an_edition_is_found_where_it_is_used(tmp_path, monkeypatch, text, finds):
    monkeypatch.setitem(named.__globals__, "ROOT", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(text, encoding="utf-8")
    assert bool(named(path)) is finds
