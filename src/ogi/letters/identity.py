"""Identity numbers (居民身份证号码) do not stand in letters."""

import re
from collections.abc import Iterable

from ogi.checks.values import values
from ogi.data import from_data


@from_data
def _pattern() -> re.Pattern[str]:
    return re.compile(values("personal")["id_number"]["pattern"])


def identity_numbers(texts: Iterable[str]) -> list[str]:
    """Return the identity numbers that stand in texts."""
    return [found[0] for text in texts for found in _pattern().finditer(text)]
