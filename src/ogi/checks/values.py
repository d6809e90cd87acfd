"""Values that rules go by: words, thresholds, lists. They are data, dated and cited."""

from typing import Any

from ogi.checks.shapes import SHAPES
from ogi.data import from_data, load
from ogi.errors import DataFileError


@from_data
def values(name: str) -> Any:
    """Return the content of `ogi/checks/data/NAME.yaml`, as shapes.py says that it is.

    Raises DataFileError when there is no such file, or another thing in it.
    """
    if name not in SHAPES:
        raise DataFileError(f"no data file {name}.yaml under ogi/checks/data")
    return load(f"checks/{name}.yaml", SHAPES[name])
