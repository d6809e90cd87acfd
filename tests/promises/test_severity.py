"""What the grades of findings are called is said in one place."""

import ast
from pathlib import Path

import pytest

import ogi
from ogi.cli.texts import saying
from ogi.findings import Severity

SOURCE = Path(ogi.__file__).parent
LABELS = tuple(one.label for one in Severity)
# The help is loaded before anything is read; the last test holds it to the labels.
HELP = "cli/texts/"


def _texts(path):
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        return [text]
    tree = ast.parse(text)
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [one.value for one in constants if type(one.value) is str and id(one) not in prose]


def _says(text, path):
    if path.suffix == ".html":
        return any(label in text for label in LABELS)
    return text in LABELS or any(f"个{label}" in text for label in LABELS)


@pytest.mark.parametrize(
    "path",
    [one for kind in ("*.py", "*.html") for one in sorted(SOURCE.rglob(kind))],
    ids=lambda path: path.relative_to(SOURCE).as_posix(),
)
def test_what_a_grade_is_called_is_asked_of_it(path):
    name = path.relative_to(SOURCE).as_posix()
    if name != "findings.py" and not name.startswith(HELP):
        assert [text for text in _texts(path) if _says(text, path)] == []


def test_the_help_calls_the_grades_what_they_are_called():
    told = saying("zh")("severity")
    assert all(f"{one.value} {one.label}" in told for one in Severity)
    assert Severity.ERROR.label in saying("zh")("exit_codes")
