import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ogi.apart import Apart, Budget, Lost, Why, alive, note_group
from ogi.apart.memory import resident

HERE = Budget(seconds=4, memory=400_000_000)
MEMORY = Budget(seconds=600, memory=400_000_000)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is told by Linux only")


def work(asked):
    """Do what a document may do to the process that reads it."""
    if asked == "hang":
        time.sleep(600)
    if asked == "grow":
        held = []
        while True:
            held.append(b"x" * 10_000_000)
    if asked == "die":
        os._exit(3)
    if asked == "fail":
        raise ValueError("no")
    if asked == "unsendable":
        return lambda: None
    if asked == "steady":
        for _ in range(8):
            time.sleep(0.7)
            alive()
    if asked == "leave":
        made = tempfile.mkdtemp()
        (Path(made) / "left").write_text("x")
        child = subprocess.Popen(["sleep", "600"], start_new_session=True)
        note_group(child.pid)
        return made, child.pid
    return asked


class Slow:
    """Work that takes longer to arrive in a process than a document may take."""

    def __reduce__(self):
        return arrive, ()

    def __call__(self, asked):
        return asked


def arrive():
    time.sleep(3)
    return work


@pytest.fixture(params=[True, False], ids=["as a copy", "anew"])
def apart(request):
    made = Apart(work, HERE, fork=request.param)
    assert made("ready") == "ready"
    yield made
    made.close()


def why(apart, asked):
    with pytest.raises(Lost) as lost:
        apart(asked)
    return lost.value.why


def test_what_never_ends_is_given_up_and_the_next_is_done(apart):
    assert why(apart, "hang") is Why.TIME
    assert apart("next") == "next"


@LINUX
@pytest.mark.parametrize("fork", [True, False], ids=["as a copy", "anew"])
def test_what_takes_too_much_memory_is_given_up_and_the_next_is_done(fork):
    apart = Apart(work, MEMORY, fork=fork)
    assert why(apart, "grow") is Why.MEMORY
    assert apart("next") == "next"
    apart.close()


def test_a_process_that_is_slow_to_begin_costs_no_document_its_time():
    apart = Apart(Slow(), Budget(seconds=2))
    assert apart("next") == "next"
    apart.close()


def test_what_kills_its_process_costs_only_itself(apart):
    assert why(apart, "die") is Why.DIED
    assert apart("next") == "next"


def test_what_the_work_raises_comes_back_as_it_was(apart):
    with pytest.raises(ValueError, match="no"):
        apart("fail")
    assert apart("next") == "next"


def test_an_answer_that_cannot_be_sent_is_said(apart):
    with pytest.raises(RuntimeError):
        apart("unsendable")


def test_work_that_gets_somewhere_may_take_longer(apart):
    assert apart("steady") == "steady"


@LINUX
def test_nothing_that_a_process_started_or_left_outlives_it(apart):
    left, child = apart("leave")
    apart.close()
    assert not Path(left).exists()
    for _ in range(50):
        if (
            not Path(f"/proc/{child}/stat").exists()
            or " Z " in Path(f"/proc/{child}/stat").read_text()
        ):
            return
        time.sleep(0.1)
    pytest.fail("what the process started is still running")


@LINUX
def test_a_process_leaves_when_whoever_started_it_was_killed(tmp_path):
    program = (
        "import sys; from apart.test_apart import work, HERE; from ogi.apart import Apart\n"
        "if __name__ == '__main__':\n"
        "    apart = Apart(work, HERE, fork=True); apart('ready')\n"
        "    print(apart._process.pid, flush=True); apart('hang')\n"
    )
    script = tmp_path / "killed.py"
    script.write_text(program)
    paths = os.pathsep.join(path for path in sys.path if path)
    started = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(tmp_path)},
    )
    child = int(started.stdout.readline())
    started.kill()
    started.wait()
    started.stdout.close()
    for _ in range(100):
        if not Path(f"/proc/{child}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{child}").exists()
    assert not list(tmp_path.glob("ogi-*"))


@LINUX
def test_memory_is_that_of_a_process_and_of_what_it_started():
    code = "import time; held = b'x' * 50_000_000; print('ready', flush=True); time.sleep(60)"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    try:
        child.stdout.readline()
        own = resident(child.pid)
        assert own > 50_000_000
        assert resident(os.getpid()) > own
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
