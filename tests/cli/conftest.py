import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from ogi.cli import main

from .documents import KEPT, WRONG, report_text


class Ogi:
    """The command line, called in this process."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *words, stdin=None, **environment):
        variables = {"OGI_LANG": "", **environment}
        return CliRunner().invoke(main, [str(w) for w in words], input=stdin, env=variables)

    def alone(self, before, *words):
        """Call it in a fresh process, in which `before` was run: what it changes holds for all
        that the command begins.
        """
        code = f"{before}\nfrom ogi.cli import main\nmain()"
        call = [sys.executable, "-c", code, *map(str, words)]
        return subprocess.run(call, capture_output=True, text=True, check=False)

    def json(self, *words, **more):
        result = self(*words, **more)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


@pytest.fixture
def ogi(tmp_path):
    return Ogi(tmp_path)


@pytest.fixture
def kept(ogi):
    return ogi.write("kept.md", report_text(KEPT))


@pytest.fixture
def wrong(ogi):
    return ogi.write("wrong.md", report_text(WRONG))


@pytest.fixture
def broken(ogi):
    return ogi.write("broken.pdf", b"%PDF-1.7\nnothing behind it")


@pytest.fixture
def printed(root):
    """A report printed to PDF by a browser."""
    return root / "samples" / "printed-by-browser" / "source.pdf"
