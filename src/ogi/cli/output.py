"""Where commands write: the folder is made, and what cannot be written is said in one way."""

import os
from contextlib import suppress
from pathlib import Path

from ogi.errors import OutputError
from ogi.system import said


def make_folder(folder: Path) -> Path:
    """Make a folder for results where it is missing; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(folder, error) from error
    return folder


def write_out(out: Path, data: bytes | str) -> None:
    """Write a file whole or not at all, in a folder that is made; raises OutputError.

    What stood there stays when the disk is full or the file is held by another program.
    """
    make_folder(out.parent)
    content = data.encode("utf-8") if isinstance(data, str) else data
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        raise refused(out, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def refused(out: Path, error: OSError) -> OutputError:
    """Return the error that says why something cannot be written."""
    return OutputError(f"{out}：写不进去（{said(error)}）")
