"""A process is killed at its work; a backup is taken amid the work: nothing is lost.

Each has a home of its own, on SQLite.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

WRITER = Path(__file__).with_name("writer.py")
PROVE = """
import django, hashlib
django.setup()
from ogisite.core.ledger import breaks
from ogisite.core.models import Chain, StoredFile
from ogisite.intake.models import Case
from ogisite.intake.services.rebuilding import rebuild
for chain in Chain.objects.all():
    for one in breaks(chain):
        print("broken", one)
for one in rebuild(write=False):
    print("moved", one)
for case in Case.objects.filter(chain__length__gt=0):
    acts = [one.act for one in case.chain.entries.order_by("place")]
    print("case", case.chain.key, case.number, *acts)
for one in StoredFile.objects.all():
    with one.content.open("rb") as content:
        print("file" if hashlib.sha256(content.read()).hexdigest() == one.digest else "spoilt")
print("numbers", *sorted(Case.objects.exclude(number="").values_list("number", flat=True)))
"""


def run(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
    )


def environment(home: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k != "OGISITE_DATABASE"}
    settings = {"DJANGO_SETTINGS_MODULE": "ogisite.settings", "PYTHONWARNINGS": "ignore"}
    return {**kept, **settings, "OGISITE_HOME": str(home)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    who = ("--organ", "桐岭县人民政府", "--administrator", "孙三", "--login", "sun")
    run(home, "-m", "ogisite", "init", *who)
    return home


def writing(home: Path, out: Path) -> subprocess.Popen[bytes]:
    with out.open("ab") as confirmed:
        return subprocess.Popen(
            [sys.executable, str(WRITER)],
            env=environment(home),
            stdout=confirmed,
            stderr=subprocess.DEVNULL,
        )


def waited(out: Path, lines: int, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while out.read_bytes().count(b"\n") < lines:
        assert running.poll() is None, "the writer ended by itself"
        assert time.monotonic() < until, "the writer does not write"
        time.sleep(0.005)


def proved(home: Path) -> dict[str, list[str]]:
    """Return what a home holds by kind; that it is sound is proved on the way."""
    found: dict[str, list[str]] = {}
    for line in run(home, "-c", PROVE).stdout.splitlines():
        kind, _, rest = line.partition(" ")
        found.setdefault(kind, []).append(rest)
    assert "broken" not in found
    assert "moved" not in found
    assert "spoilt" not in found
    numbers = [int(one.rsplit("-", 1)[-1]) for one in found["numbers"][0].split()]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    return found


@pytest.mark.slow
def test_what_was_confirmed_is_kept_when_the_process_is_killed(home: Path, tmp_path: Path) -> None:
    """A dozen times, at a moment that nobody chose."""
    out, dice = tmp_path / "confirmed", random.Random(11)
    out.touch()
    for _ in range(12):
        before = out.read_bytes().count(b"\n")
        running = writing(home, out)
        waited(out, before + 1, running)
        time.sleep(dice.random() / 4)
        running.send_signal(signal.SIGKILL)
        running.wait()
    confirmed = {line for line in out.read_text().split("\n")[:-1] if line}
    assert len(confirmed) >= 12
    found = proved(home)
    kept = {one.split()[0]: one.split()[2:] for one in found["case"] if len(one.split()) > 2}
    assert confirmed <= {*kept}
    assert all({"arrived", "registered"} <= {*kept[one]} for one in confirmed)
    assert len(found["file"]) >= len(confirmed)


@pytest.mark.slow
def test_a_backup_that_is_taken_while_people_work_is_whole(home: Path, tmp_path: Path) -> None:
    out, saved, other = tmp_path / "confirmed", tmp_path / "saved.tar", tmp_path / "other"
    out.touch()
    running = writing(home, out)
    try:
        waited(out, 5, running)
        before = set(out.read_text().split())
        run(home, "-m", "ogisite", "backup", str(saved))
        waited(out, len(before) + 1, running)
    finally:
        running.kill()
        running.wait()
    other.mkdir()
    shutil.copyfile(home / "keys.json", other / "keys.json")
    said = run(other, "-m", "ogisite", "restore", str(saved)).stdout
    assert "台账核验通过" in said
    found = proved(other)
    assert before <= {one.split()[0] for one in found["case"]}
    assert len(found["file"]) >= len(before)
    with sqlite3.connect(other / "site.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
