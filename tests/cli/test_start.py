"""What `ogi check FILE` loads before it answers: held by what is there, not by the clock."""

import json
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

import ogi
from ogi.expression import Expression

_TOLD = """
import gc, json, re, sys
from ogi.expression import Expression

def told():
    every = [one for one in gc.get_objects() if isinstance(one, Expression)]
    kept = [f"{name}.{key}" for name, module in list(sys.modules.items())
            if name.partition(".")[0] == "ogi"
            for key, value in vars(module).items() if isinstance(value, re.Pattern)]
    compiled = sum("search" in one.__dict__ for one in every)
    print(json.dumps([sorted(sys.modules), len(every), compiled, kept]), file=sys.stderr)
"""
_LOADED = (
    _TOLD
    + """
import ogi.checks, ogi.cli.check, ogi.cli.verdicts, ogi.reading.read
told()
"""
)
_CALLED = (
    _TOLD
    + """
from ogi.cli import main
try: main()
except SystemExit: pass
told()
"""
)
_APART = (
    _TOLD
    + """
from ogi.checks import account, check
from ogi.reading import read
account(report := read(sys.argv[-1]))
check(report)
told()
"""
)
# What one text needs nothing of: colours, pages, workbooks, PDF, pictures, other scripts.
_HEAVY = {"duckdb", "jinja2", "numpy", "opencc", "pypdfium2", "rich", "selectolax", "xlsxwriter"}


def _run(code, root):
    words = ["check", str(root / "samples" / "first-look" / "source.txt")]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    modules, patterns, compiled, kept = json.loads(done.stderr.splitlines()[-1])
    return set(modules), patterns, compiled, kept


def test_no_pattern_is_compiled_while_the_command_is_loaded(root):
    _, patterns, compiled, kept = _run(_LOADED, root)
    assert patterns > 50
    assert compiled == 0
    assert kept == []


def test_a_text_is_checked_without_what_it_does_not_need(root):
    for code in (_CALLED, _APART):
        modules, *_ = _run(code, root)
        assert modules & _HEAVY == set()
        assert not any(name.startswith("ogi.writing.page") for name in modules)


def test_reading_and_checking_happen_only_in_the_process_apart(root):
    _, patterns, compiled, _ = _run(_CALLED, root)
    assert compiled <= patterns // 10


def test_only_the_patterns_that_a_text_needs_are_compiled(root):
    _, patterns, compiled, _ = _run(_APART, root)
    assert 0 < compiled <= patterns * 2 // 3


def test_every_pattern_can_be_compiled():
    modules = [one.name for one in walk_packages(ogi.__path__, "ogi.") if "typst" not in one.name]
    found = [
        value
        for name in modules
        for value in vars(import_module(name)).values()
        if isinstance(value, Expression)
    ]
    assert len(found) > 90
    for one in found:
        assert one.groups >= 0
