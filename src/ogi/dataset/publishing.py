"""Put finished tables in the place of the old ones."""

import os
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from ogi.dataset.store import sync_folder, write_whole

READY = "ready"


def publish(new: Path, out: Path, names: Iterable[str]) -> None:
    """Replace tables of a dataset by those in `new`; killed on the way, `resume` goes on."""
    names = tuple(names)
    for name in names:
        (new / name).mkdir(exist_ok=True)
    for path in new.rglob("*"):
        if path.is_file():
            _sync(path)
    write_whole(new / READY, b"")
    _swap(new, out, names)


def resume(new: Path, out: Path, names: Iterable[str]) -> None:
    """Finish what a killed run began to publish, or take away what it had not finished."""
    if (new / READY).exists():
        _swap(new, out, names)
    rmtree(new, ignore_errors=True)


def _swap(new: Path, out: Path, names: Iterable[str]) -> None:
    for name in names:
        if (new / name).exists():  # else it is in its place already
            rmtree(out / name, ignore_errors=True)
            (new / name).rename(out / name)
    sync_folder(out)
    rmtree(new)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
