"""Cases of working days, fees and dates as the files under tests/cases describe them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ogi.law import cite

FOLDER = Path(__file__).parent.parent / "cases"


def cases(name: str) -> dict[str, dict[str, Any]]:
    """Return the cases of a file by name, each with the article it rests on."""
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    shared = content.pop("cites", "")
    found = {str(key): {"cites": shared, **case} for key, case in content.items()}
    for key, case in found.items():
        assert cite(case["cites"]), f"{name}: {key} names no article"
    return found


def named(name: str) -> list[Any]:
    """Return the cases of a file as pytest takes them.

    `notices_until` is the year whose notice on holidays was the last on file.
    """
    return [pytest.param(key, case, marks=_marks(case)) for key, case in cases(name).items()]


def by_name(found: dict[str, dict[str, Any]]) -> list[Any]:
    """Return the names of cases as pytest takes them, each with the notices it takes for given."""
    return [pytest.param(name, marks=_marks(case)) for name, case in found.items()]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    year = case.get("notices_until")
    return [pytest.mark.notices_until(year)] if year else []
