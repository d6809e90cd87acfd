"""Recognition must be installed for these tests; where it is not, that is said aloud."""

import os

import pytest

from ogi.reading import ocr

if not ocr.is_installed():
    collect_ignore_glob = ["test_*.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not ocr.is_installed():
        terminalreporter.write_line(
            "NOT TESTED: scans, because ogi[ocr] is not installed", red=True
        )
        if os.environ.get("CI") == "true":
            pytest.exit("ogi[ocr] must be installed here", returncode=1)
