"""What every test may use."""

import logging
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from needed import lacking, unexplained
from place import ending

from ogi.errors import MissingPartError

ROOT = Path(__file__).parents[1]


@pytest.fixture
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compare a text with the file that holds it; `make goldens` rewrites the file instead."""

    def agree(path: Path, text: str) -> None:
        if os.environ.get("OGI_GOLDENS"):
            path.write_text(text, encoding="utf-8")
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        assert kept == text, f"{path.relative_to(ROOT)} is out of date; `make goldens` rewrites it"

    return agree


class Loud(logging.Handler):
    """What is logged when a rule or a reader crashes is raised: no test passes over it."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            raise record.exc_info[1]


LOUD = Loud(logging.ERROR)
logging.getLogger("ogi.checks").addHandler(LOUD)
READING = logging.getLogger("ogi.reading")
READING.addHandler(Loud(logging.DEBUG))
READING.setLevel(logging.DEBUG)


@pytest.fixture(autouse=True)
def _until(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the notices on holidays, or the editions, end with a year for a test marked so."""
    marks = {"notice": "notices_until", "form": "editions_until"}
    found = {key: request.node.get_closest_marker(name) for key, name in marks.items()}
    years = {key: mark.args[0] for key, mark in found.items() if mark}
    with ending(**years) if years else nullcontext():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Skip a test that lacks an office suite, saying so."""
    try:
        return (yield)
    except MissingPartError as error:
        if "LibreOffice" not in str(error):
            raise
        pytest.skip(lacking("libreoffice", str(error)))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run where everything is installed and yet a test was skipped."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = terminal.stats.get("skipped", ()) if terminal else ()
    gaps = sorted({str(one.longrepr) for one in skipped if unexplained(str(one.longrepr))})
    if gaps:
        terminal.write_line("")
        for gap in gaps:
            terminal.write_line(f"SKIPPED WHERE NOTHING MAY BE: {gap}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
