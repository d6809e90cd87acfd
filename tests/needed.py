"""Tools that some tests need beside Python: found, or the test is skipped and says so.

Where everything is installed (CI=true) no test is skipped but for what the platform cannot
do; OGI_WITHOUT names the tools that were hidden on purpose (`tools/hidden` does both).
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec

import pytest

NOT_TESTED, PLATFORM = "NOT TESTED", "PLATFORM"
_PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "chrome"),
    "libreoffice": ("soffice", "libreoffice"),
}
_MODULES = ("mkdocs", "onnxruntime", "rapidocr", "typst")
TOOLS = (*_PROGRAMS, *_MODULES, "fonts", "weasyprint")


def program(tool: str) -> str | None:
    """Return the path of a program, None where it is not installed."""
    return next((path for name in _PROGRAMS[tool] if (path := shutil.which(name))), None)


@cache
def is_there(tool: str) -> bool:
    """Tell whether a tool is installed and works."""
    if tool in _PROGRAMS:
        return program(tool) is not None
    if tool in _MODULES:
        return find_spec(tool) is not None
    if tool == "weasyprint":  # the package is one thing, the libraries of the system another
        return _runs("import weasyprint")
    assert tool == "fonts", f"{tool} is no tool that a test may need"
    return _runs("from ogi.writing import fonts; assert fonts.chosen(fonts.all_fonts(), ())")


def need(tool: str, what: str) -> None:
    """Skip the test where a tool is missing, saying what was not tested."""
    if not is_there(tool):
        pytest.skip(lacking(tool, what))


def lacking(tool: str, what: str) -> str:
    """Return why a test is skipped: a tool is missing."""
    return f"{NOT_TESTED} without {tool}: {what}"


def cannot(what: str) -> None:
    """Skip a test of what this platform or user cannot do at all."""
    pytest.skip(f"{PLATFORM}: {what}")


def unexplained(reason: str) -> bool:
    """Tell whether a skip is a gap where everything should be installed."""
    if os.environ.get("CI") != "true" or PLATFORM in reason:
        return False
    hidden = os.environ.get("OGI_WITHOUT", "").split()
    return not any(f"{NOT_TESTED} without {tool}:" in reason for tool in hidden)


def _runs(code: str) -> bool:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0
