"""LibreOffice dies with whoever started it, however that ends, and leaves no folder."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from needed import need

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are listed by Linux only")
PATIENCE = 60  # seconds


def started_in(folder):
    """Return the processes that have a folder in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if any(str(folder).encode() in word for word in words) and b"soffice" in words[0]:
            found.append(int(path.parent.name))
    return found


def until(holds):
    for _ in range(PATIENCE * 10):
        if holds():
            return True
        time.sleep(0.1)
    return False


def _ended(run, how):
    """Ask it to end, as often as a person would: a first Ctrl-C may come in the wrong moment."""
    run.send_signal(how)
    try:
        run.wait(5)
    except subprocess.TimeoutExpired:
        return False
    return True


@LINUX
@pytest.mark.parametrize("command", ["check", "collect"])
@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "SIGKILL"])
def test_libreoffice_ends_with_its_parent_and_leaves_no_folder(how, command, tmp_path):
    need("libreoffice", "what ends with its parent")
    documents, scratch = tmp_path / "in", tmp_path / "scratch"
    documents.mkdir()
    scratch.mkdir()
    # As many pages as to keep it at work until it is ended.
    page = b"\\pard " + "".join(f"\\u{ord(c)}?" for c in "本机关依法公开").encode() + b"\\page "
    (documents / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + page * 60_000 + b"}")
    words = [sys.executable, "-c", "from ogi.cli import main; main()", command, str(documents)]
    words += ["-o", str(tmp_path / "set")] if command == "collect" else []
    environment = {**os.environ, "TMPDIR": str(scratch)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, env=environment, stdout=quiet, stderr=quiet) as run:
        assert until(lambda: started_in(scratch) or run.poll() is not None)
        assert run.poll() is None, "it ended before LibreOffice began"
        assert until(lambda: _ended(run, getattr(signal, how)))
    assert until(lambda: not started_in(scratch))
    assert until(lambda: not list(scratch.glob("ogi-*"))), list(scratch.iterdir())
