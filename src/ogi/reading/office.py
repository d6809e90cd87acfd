"""LibreOffice, where it is installed: turns old formats into DOCX.

It runs without a window, with a profile and a home of its own in a directory that is
deleted afterwards; macros are off, and whatever the document links to is not fetched.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ogi.apart import note_group
from ogi.errors import DamagedError, LimitError, MissingPartError
from ogi.expression import expression
from ogi.reading.document import Document
from ogi.reading.docx import read_docx
from ogi.reading.limits import Limits

_PROGRAMS = ("soffice", "libreoffice")
SECONDS = 90
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
_NOWHERE = "127.0.0.1"
_BINARY = expression(rb"\\bin(\d+)")
_DIGITS = 10  # of a length
# A proxy at which nobody listens; links in documents are blocked besides.
_SETTINGS = {
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": _NOWHERE,
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": _NOWHERE,
        "ooInetHTTPSProxyPort": 9,
    },
    "/org.openoffice.Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": 3,
    },
}


def read_rtf(data: bytes, limits: Limits) -> Document:
    """Read an RTF into a document, by way of DOCX."""
    _refuse_overlong(data)
    converted = to_docx(data, "rtf", "RTF")
    return replace(read_docx(converted, limits), format="rtf")


def _refuse_overlong(data: bytes) -> None:
    """Raise DamagedError where a picture says it is longer than the file: nothing ends then."""
    for found in _BINARY.finditer(data):
        if len(found[1]) > _DIGITS or int(found[1]) > len(data) - found.end():
            raise DamagedError(
                "RTF文件已损坏：里面有图像或者对象写的长度超过文件本身。用原软件打开后另存再读。"
            )


def find_office() -> str | None:
    """Return the program that is LibreOffice, None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def to_docx(data: bytes, suffix: str, called: str, seconds: float = SECONDS) -> bytes:
    """Convert a document to DOCX.

    Raises MissingPartError without LibreOffice, LimitError when it takes too long and
    DamagedError when nothing comes of it.
    """
    program = find_office()
    if program is None:
        raise MissingPartError(
            f"读取{called}文件要用LibreOffice，这台电脑上没有安装。安装LibreOffice后再读，"
            "或者用WPS、Word另存为DOCX后再读。"
        )
    with TemporaryDirectory(prefix="ogi-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source.{suffix}"
        source.write_bytes(data)
        _run(_command(program, folder, source), folder, called, seconds)
        made = folder / "made" / "source.docx"
        if not made.is_file():
            raise DamagedError(
                f"{called}文件无法转换，可能已损坏或者设有密码。用原软件打开后另存为DOCX再读。"
            )
        return made.read_bytes()


def _command(program: str, folder: Path, source: Path) -> list[str]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "made"),
        str(source),
    ]


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        f'xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def _run(command: list[str], folder: Path, called: str, seconds: float) -> None:
    """Run the program; what it has started ends with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(folder),
        cwd=folder,
        start_new_session=True,
    )
    note_group(process.pid)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise LimitError(
            f"LibreOffice转换{called}文件超过{seconds:g}秒，已停止。用原软件另存为DOCX后再读。"
        ) from error
    finally:
        _end(process)


def _environment(folder: Path) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    proxy = f"http://{_NOWHERE}:9"
    return {**kept, "HOME": str(folder), "http_proxy": proxy, "https_proxy": proxy}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started, by the number of their group."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:  # pragma: no cover - Windows has no groups of processes
        process.kill()
    process.wait()
