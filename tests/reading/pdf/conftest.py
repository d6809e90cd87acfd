from collections.abc import Callable

import pytest
from needed import need

from ogi.form import edition

from .producers import PRODUCERS, Name
from .sources import LAYOUTS

Print = Callable[[str, int, str], bytes]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Print the sample with a producer; each producer runs once and prints every layout."""
    cache: dict[Name, bytes] = {}

    def print_(producer: str, year: int, layout: str) -> bytes:
        need(producer, "PDF as it prints them")
        if (producer, year, layout) not in cache:
            jobs = [(edition(2021), one) for one in LAYOUTS] + [(edition(2019), "ruled")]
            cache.update(PRODUCERS[producer](jobs, tmp_path_factory.mktemp(producer)))
        return cache[producer, year, layout]

    return print_
