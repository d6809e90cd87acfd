"""Parts of the library that are installed apart (extras), and how one is added here."""

import os
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_FOLDER = "在OGI的源码目录运行 make wheels，再运行生成的目录里的安装程序"


def how_to_install(part: str) -> str:
    """Return the command that adds a part to this installation.

    The package is on no public index, so the command names the checkout or the wheel that
    was installed; where pip kept no record of it, `make wheels` makes all that is needed.
    """
    source = _source()
    if source is None:
        return _FOLDER
    beside = f'--find-links "{source.parent}" ' if source.is_file() else ""
    editable = "" if source.is_file() else "--editable "
    return f'"{sys.executable}" -m pip install {beside}{editable}"{source}[{part}]"'


@cache
def _source() -> Path | None:
    """Return the folder or the wheel that the package was installed from, if it is still there."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        record = distribution("ogi").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    parts = urlsplit(json.loads(record)["url"]) if record else None
    if parts is None or parts.scheme != "file":
        return None
    path = unquote(parts.path)
    source = Path(path.lstrip("/") if os.name == "nt" else path)
    return source if source.exists() else None
