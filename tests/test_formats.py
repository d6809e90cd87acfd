"""Whatever needs a list of formats asks the one table."""

import ast
import tomllib
from pathlib import Path

import pytest

import ogi
from ogi.formats import COLLECTED, FORMATS, LINKED, PRINTED, WRITTEN, code, format_name, format_of
from ogi.parts import how_to_install

SOURCE = Path(ogi.__file__).parent
# Files of findings and of answers to a question are no reports.
OTHER_LISTS = {"cli/query.py", "writing/findings/writers.py"}
WORDS = {one.name for one in FORMATS} | {
    spelled for one in FORMATS for suffix in one.suffixes for spelled in (suffix, suffix[1:])
}


def _lists(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key is not None]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = [ast.Constant(word) for word in node.value.split() if word.startswith(".")]
        else:
            continue
        named = [one.value for one in parts if isinstance(one, ast.Constant)]
        if len(WORDS & {one for one in named if isinstance(one, str)}) > 1:
            yield node.lineno


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix()
)
def test_formats_are_listed_in_one_place(path):
    name = path.relative_to(SOURCE).as_posix()
    if name not in OTHER_LISTS | {"formats.py"}:
        assert list(_lists(path)) == []


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_what_a_format_names_is_there(one):
    for where in (one.is_one, one.reader, one.opener, one.printer, one.writer):
        if where and not (one.needs or one.prints_by):
            assert callable(code(where))
    extras = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text("utf-8"))
    for part in filter(None, (one.needs, one.prints_by)):
        assert part in extras["project"]["optional-dependencies"]
        assert part in how_to_install(part) or "make wheels" in how_to_install(part)


def test_a_suffix_and_a_name_belong_to_one_format():
    suffixes = [suffix for one in FORMATS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert len(FORMATS) == len({one.name for one in FORMATS})
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


def test_what_is_collected_can_be_read():
    readers = {suffix for one in FORMATS if one.reader or one.opener for suffix in one.suffixes}
    assert readers | set(format_of("odt").suffixes) | set(format_of("ods").suffixes) == COLLECTED
    assert not [one for one in FORMATS if one.refusal and one.collected and one.suffixes]


def test_a_page_may_link_to_what_is_no_page():
    assert set(LINKED) == {".docx", ".pdf", ".xlsx", ".doc", ".wps", ".xls", ".et", ".ofd"}


def test_what_is_written_is_printed_or_keeps_everything():
    assert set(WRITTEN) - set(PRINTED) == {"json"}
    assert next(iter(WRITTEN)) == "docx"


def test_a_format_is_called_by_its_label():
    assert format_name("odt") == "OpenDocument（ODT）"
    assert format_name("none") == "none"
