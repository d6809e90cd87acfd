"""Nothing leaves the machine: what opens a socket is counted, in every process of a command.

The hook counts what Python opens, in the command and in all that it starts; where the
system can trace calls (strace), what libraries open by themselves is counted as well.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.documents import WRONG, report_text
from dataset.made import collect, report, write

from ogi.cli.application import COMMANDS
from ogi.dataset import open_dataset

ROOT = Path(__file__).parents[2]
LETTERS, LEDGERS = ROOT / "samples" / "letters", ROOT / "samples" / "ledgers"
ASKS = "socket.connect (('8.8.8.8', 80),)"
"""How Dask learns the address of this machine when it is imported: by a socket for datagrams,
through which it sends none."""
HOOK = """
import os, sys
_EVENTS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
           "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect")
def _count(event, arguments):
    if event in _EVENTS:
        with open(os.environ["COUNTED"], "a") as file:
            file.write(f"{event} {arguments[1:]}\\n")
sys.addaudithook(_count)
with open(os.environ["COUNTED"] + ".seen", "a") as file:
    file.write(f"{os.getpid()}\\n")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sockets")
    linked = '<img src="http://192.0.2.1/x.png"><link href="http://192.0.2.1/x.css">'
    write(folder / "in", "a.md", report_text(WRONG))
    saved = (ROOT / "samples/pasted-page/source.html").read_bytes()
    write(folder / "in", "b.html", linked.encode() + saved)
    write(folder / "in", "c.pdf", (ROOT / "samples/printed-by-browser/source.pdf").read_bytes())
    write(folder / "in", "d.md", report("云岭县水务局", 2022))
    case = folder / "cases" / "a"
    write(case, "source.md", report_text(WRONG))
    write(case, "truth.json", json.dumps({"cells": {"applications.received.total": 5}}))
    collect(folder / "in", folder / "dataset")
    write(folder, "hook/sitecustomize.py", HOOK)
    return folder


def calls(folder):
    """Return a call of every command, in which it does what it is for."""
    one, reports, out = folder / "in" / "a.md", folder / "in", folder / "out"
    ledger = LEDGERS / "third-party-and-extension.yaml"
    written = LETTERS / "draft-plan.yaml", "--organ", LETTERS / "organ.yaml"
    return {
        "read": ("read", reports),
        "check": ("check", reports, "--html", out / "pages", "-o", out / "all.xlsx"),
        "explain": ("explain", "R301"),
        "form": ("form", "-o", out / "form.xlsx"),
        "write": ("write", one, "-o", out / "a.pdf"),
        "diff": ("diff", one, folder / "in" / "d.md", "-o", out / "d.docx"),
        "merge": ("merge", reports, "--organ", "云岭县", "--year", "2023", "-o", out / "m.docx"),
        "collect": ("collect", reports, "-o", out / "set", "--workers", "2"),
        "query": ("query", folder / "dataset", "select count(*) from cells"),
        "evaluate": ("evaluate", folder / "cases"),
        "due": ("due", ledger, "--on", "2026-10-13", "--explain"),
        "fee": ("fee", "--pieces", "45"),
        "calendar": ("calendar", "2026"),
        "letter": ("letter", "R09", *written, "--on", "2026-09-24", "-o", out / "l.docx"),
    }


def counted(folder, tmp_path, words, before=()):
    """Return what a command opened, and how many processes of Python it was."""
    log = tmp_path / "counted"
    paths = os.pathsep.join([str(folder / "hook"), *(path for path in sys.path if path)])
    environment = {**os.environ, "PYTHONPATH": paths, "COUNTED": str(log)}
    command = [*before, sys.executable, "-c", "from ogi.cli import main; main()", *map(str, words)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    seen = Path(f"{log}.seen").read_text().split()
    return log.read_text() if log.exists() else "", len(seen)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_opens_no_socket(command, folder, tmp_path):
    opened, processes = counted(folder, tmp_path, calls(folder)[command])
    assert opened == ""
    assert processes >= (2 if command == "collect" else 1)


def test_a_cluster_of_our_own_opens_no_socket(folder, tmp_path):
    pytest.importorskip("distributed")
    words = ("collect", folder / "in", "-o", tmp_path / "set", "--engine", "dask")
    opened, processes = counted(folder, tmp_path, words)
    assert set(opened.splitlines()) <= {ASKS}
    assert processes >= 2


@pytest.mark.skipif(shutil.which("strace") is None, reason="calls cannot be traced here")
@pytest.mark.parametrize("command", ["check", "write", "query", "collect"])
def test_a_library_opens_no_socket_by_itself(command, folder, tmp_path):
    trace = tmp_path / "trace"
    before = ("strace", "-f", "-q", "-e", "trace=connect,bind,listen", "-o", str(trace))
    if subprocess.run([*before, "true"], capture_output=True, check=False).returncode:
        pytest.skip("calls cannot be traced here")
    counted(folder, tmp_path, calls(folder)[command], before)
    lines = trace.read_text().splitlines()
    assert [one for one in lines if "AF_INET" in one or "listen(" in one] == []


def test_a_socket_would_have_been_counted(folder, tmp_path):
    """Also in a process that the command starts."""
    log = tmp_path / "counted"
    inner = "import socket; socket.socket().bind(('127.0.0.1', 0))"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    environment = {**os.environ, "PYTHONPATH": str(folder / "hook"), "COUNTED": str(log)}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    assert "socket.bind" in log.read_text()


@pytest.mark.parametrize(
    "question",
    [
        "select * from read_parquet('https://192.0.2.1/x.parquet')",
        "select * from 's3://192.0.2.1/x.parquet'",
        "load httpfs",
        "install httpfs",
    ],
)
def test_a_question_fetches_nothing(question, folder, tmp_path):
    import duckdb

    with open_dataset(folder / "dataset") as connection, pytest.raises(duckdb.Error):
        connection.sql(question)
