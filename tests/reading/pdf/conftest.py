import os
from collections.abc import Callable

import pytest

from ogi.form import edition

from .producers import PRODUCERS, Name, is_missing
from .sources import LAYOUTS

_missing: set[str] = set()

Print = Callable[[str, int, str], bytes]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Print the sample with a producer; each producer runs once and prints every layout."""
    cache: dict[Name, bytes] = {}

    def print_(producer: str, year: int, layout: str) -> bytes:
        if is_missing(producer):
            _refuse(producer)
        if (producer, year, layout) not in cache:
            jobs = [(edition(2021), one) for one in LAYOUTS] + [(edition(2019), "ruled")]
            cache.update(PRODUCERS[producer](jobs, tmp_path_factory.mktemp(producer)))
        return cache[producer, year, layout]

    return print_


def _refuse(producer: str) -> None:
    """Skip a test whose producer is not installed; fail where everything must be."""
    _missing.add(producer)
    reason = f"{producer} is not installed: what it prints was NOT read"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for producer in sorted(_missing):
        terminalreporter.write_line(
            f"NOT TESTED: PDF as printed by {producer}, which is not installed", red=True
        )
