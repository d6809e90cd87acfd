"""What a command takes before it answers: processor time, against a bare start of Python."""

import os
import subprocess
import sys

from benchmarks.tables import Grid
from tools.samples.declaration import ROOT

_RUNS = 7
_CALL = "from ogi.cli import main; main()"
_TEXT = str(ROOT / "first-look" / "source.txt")
_COMMANDS = (
    ("`python -c pass`", ("pass",)),
    ("`import ogi`", ("import ogi",)),
    ("`ogi --help`", (_CALL, "--help")),
    ("`ogi read FILE`", (_CALL, "read", _TEXT)),
    ("`ogi check FILE`", (_CALL, "check", _TEXT)),
)


def starting() -> Grid:
    """Each command: the least processor time of some runs, with that of what it starts."""
    least = [(name, min(_processor(words) for _ in range(_RUNS))) for name, words in _COMMANDS]
    bare = least[0][1]
    rows = [(name, f"{took * 1000:.0f}", f"{took / bare:.1f}") for name, took in least]
    return Grid("从开始到答复（一份文字）", ("命令", "处理器 ms", "倍数"), rows)


def _processor(words: tuple[str, ...]) -> float:
    """The seconds of the processor, of the user and of the system, that a run took."""
    command = [sys.executable, "-c", *words]
    nothing = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nothing, stderr=nothing) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime
