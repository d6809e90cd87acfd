"""Values that rules go by: words, thresholds, lists. They are data, dated and cited."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml

from ogi.data import from_data
from ogi.errors import DataFileError


@from_data
def values(name: str) -> Mapping[str, Any]:
    """Return the content of `ogi/checks/data/NAME.yaml`.

    Raises DataFileError when there is no such file.
    """
    path = files("ogi.checks") / "data" / f"{name}.yaml"
    if not path.is_file():
        raise DataFileError(f"no data file {name}.yaml under ogi/checks/data")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), loader)
    return content
