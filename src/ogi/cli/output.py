"""Where commands write: one writer, which never writes over what was read.

A file is written whole or not at all. What a command reads is noted by `keep`, by which file
it is and not by its name, so that a link or another spelling of its path changes nothing.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from ogi.errors import OutputError
from ogi.system import said, visible

Identity = tuple[int, int]
_read: set[Identity] = set()


def keep(*paths: Path) -> None:
    """Note files that are read, and therefore never written."""
    _read.update(one for path in paths if (one := _identity(path)))


def give_up(*paths: Path) -> None:
    """Forget files that turned out to be results of an earlier run."""
    _read.difference_update(one for path in paths if (one := _identity(path)))


def kept() -> frozenset[Identity]:
    """Return what is noted, for a process apart."""
    return frozenset(_read)


def keep_all(identities: Collection[Identity]) -> None:
    """Note what another process has noted."""
    _read.update(identities)


def refuse_inputs(*paths: Path) -> None:
    """Raise OutputError where one of these files is read by the same command."""
    for path in paths:
        if _identity(path) in _read:
            raise OutputError(f"{visible(path)}：就是读入的文件，没有写；换一个名字")


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def make_folder(folder: Path) -> Path:
    """Make a folder for results where it is missing; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise refused(folder, error) from error
    return folder


def write_out(out: Path, data: bytes | str) -> None:
    """Write a file whole or not at all, in a folder that is made; raises OutputError.

    What stood there stays when the disk is full or the file is held by another program.
    """
    refuse_inputs(out)
    make_folder(out.parent)
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    try:
        if out.exists() and not out.is_file() and not out.is_dir():  # a pipe, a device
            out.write_bytes(content)
            return
        _replace(Path(os.path.realpath(out)), content)
    except (OSError, ValueError) as error:
        raise refused(out, error) from error


def _replace(out: Path, content: bytes) -> None:
    part = out.with_name(f".ogi-{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def refused(out: Path, error: OSError | ValueError) -> OutputError:
    """Return the error that says why something cannot be written."""
    why = said(error) if isinstance(error, OSError) else "名字里有不能用的字符"
    return OutputError(f"{visible(out)}：写不进去（{why}）")
