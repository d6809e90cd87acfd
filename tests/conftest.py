"""What every test may use."""

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Skip a test that lacks fonts or an office suite, saying so; where all must be, it fails."""
    try:
        return (yield)
    except MissingPartError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"NOT TESTED: {error}")
