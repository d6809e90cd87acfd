import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and the output printed below it."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command.partition("#")[0].strip(), output


def _run(command: str) -> str:
    call = [sys.executable, "-c", "from ogi.cli import main; main()", *shlex.split(command)[1:]]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "COLUMNS": "100",
        "OGI_LANG": "zh",
    }
    done = subprocess.run(
        call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def _with_real_output(text: str) -> str:
    """The document with what its commands really print, where it shows an output at all."""

    def renew(block: re.Match[str]) -> str:
        parts = list(_commands(block[1]))
        if not any(output.strip() for _, output in parts):
            return block[1]
        return "".join(f"$ {command}\n{_run(command)}" for command, _ in parts)

    return CONSOLE.sub(renew, text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_shows_is_what_the_command_prints(path, golden):
    golden(path, _with_real_output(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_front_page_shows_the_faults_of_a_report_with_their_law(root, name):
    text = (root / name).read_text(encoding="utf-8")
    output = "".join(output for block in CONSOLE.findall(text) for _, output in _commands(block))
    assert "R301" in output
    assert "〔2021〕30号" in output


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_make_command_a_document_names_exists(root, path):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\$ |`)make ([a-z]+)", text, re.M))
    assert named - targets == set()


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_every_link_of_the_front_pages_leads_somewhere(root, path):
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    dead = {t for t in targets if not t.startswith("http") and not Path(root, t).exists()}
    assert dead == set()


def test_both_front_pages_show_the_same_commands(root):
    chinese, english = (
        [
            command
            for block in CONSOLE.findall((root / name).read_text(encoding="utf-8"))
            for command, _ in _commands(block)
        ]
        for name in ("README.md", "README.en.md")
    )
    assert chinese == english


def test_what_guards_the_project_calls_the_command_the_front_page_names(root):
    guard = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    for name in ("README.md", "README.en.md"):
        assert "$ make test" in (root / name).read_text(encoding="utf-8")
    assert {"make lint", "make docs", "make test"} <= set(guard)
