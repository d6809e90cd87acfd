"""No number of the law stands in Python: it is data, dated and cited."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from ogi.law import Tier, provision_names, versions

# The packages where the law is at work, and the least number that is looked for in each:
# 0, 1 and 2 are everywhere, and papers have widths and counts of columns.
PACKAGES = {
    "law": 3,
    "workdays": 3,
    "clock": 3,
    "fees": 3,
    "casework": 3,
    "docket": 7,
    "counting": 7,
    "letters": 7,
    "rollup": 7,
}

# What equals a number of the law and is none: file, number, and why it may stand there.
ALLOWED: dict[tuple[str, int], str] = {
    ("src/ogi/rollup/comparison.py", 100): "a share in per cent",
    ("src/ogi/rollup/texts.py", 60): "a likeness in per cent",
}
PERIOD = re.compile(
    r"(?<![\d月])(\d+)\s*(?:个工作日|个月|日内|日|元|页|件|working days|days)(?!期)"
)


def numbers_of(value: object) -> Iterator[int]:
    if isinstance(value, bool):
        return
    if isinstance(value, int | Decimal):
        yield int(value)
    if isinstance(value, tuple | Tier):
        for one in value if isinstance(value, tuple) else msgspec.structs.astuple(value):
            yield from numbers_of(one)


NUMBERS = frozenset(
    number
    for name in provision_names()
    for version in versions(name)
    for number in numbers_of(version.value)
    if number >= min(PACKAGES.values())
)


def is_end_of_a_year(node: ast.AST) -> bool:
    """`date(year, 12, 31)` or `(12, 31)`: where a year ends, whatever the law says."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "date":
        return [ast.unparse(one) for one in node.args[1:]] == ["12", "31"]
    return isinstance(node, ast.Tuple) and ast.unparse(node) == "(12, 31)"


def docstrings(tree: ast.AST) -> set[int]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def law_numbers(source: str) -> list[tuple[int, int]]:
    """Return the line and the number of each number of the law in a Python source."""
    tree = ast.parse(source)
    spared = docstrings(tree)
    for node in ast.walk(tree):
        if is_end_of_a_year(node):
            spared |= {id(one) for one in ast.walk(node)}
    return [
        (node.lineno, number)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and id(node) not in spared
        for number in _stated(node.value)
        if number in NUMBERS
    ]


def _stated(value: object) -> list[int]:
    if isinstance(value, str):
        whole = [int(value)] if value.isdecimal() else []  # Decimal("100")
        return whole + [int(found) for found in PERIOD.findall(value)]
    return [value] if type(value) is int else []


def modules(root: Path) -> Iterator[tuple[Path, int]]:
    for package, least in PACKAGES.items():
        for path in sorted((root / "src" / "ogi" / package).rglob("*.py")):
            yield path, least


def test_no_number_of_the_law_stands_in_python(root):
    found = {
        f"{path.relative_to(root)}:{line}": number
        for path, least in modules(root)
        for line, number in law_numbers(path.read_text(encoding="utf-8"))
        if number >= least and (path.relative_to(root).as_posix(), number) not in ALLOWED
    }
    assert found == {}, (
        "these equal numbers of the law; take them from ogi.law.provision, "
        "or say in ALLOWED why they are none"
    )


def test_nothing_is_allowed_that_is_not_there(root):
    for (name, number), why in ALLOWED.items():
        assert why, f"say why {number} may stand in {name}"
        numbers = [one for _, one in law_numbers((root / name).read_text(encoding="utf-8"))]
        assert number in numbers, f"{number} no longer stands in {name}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("PERIOD = 20", [20]),
        ("due = add(day, 15 if third else 7)", [15, 7]),
        ("rate = Decimal('100')", [100]),
        ("says = f'应在20个工作日内答复{name}'", [20]),
        ("says = '6个月内'", [6]),
        ("first, last = date(year, 1, 1), date(year, 12, 31)", []),
        ("due = date(year, 1, 31)", [31]),
        ("says = f'{year}年12月31日不在册'", []),
        ("says = '收到之日起31日内'", [31]),
        ('"""Within 20 working days."""', []),
        ("width = 19", []),
        ("yes = True", []),
    ],
)
def test_the_search_finds_what_it_should(source, found):
    assert [number for _, number in law_numbers(source)] == found
