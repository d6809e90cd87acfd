import tempfile
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.dataset import sorting
from ogi.dataset.sorting import in_order

KEYS = st.lists(st.text("abc", min_size=1, max_size=3), unique=True, max_size=20)


@given(keys=KEYS, chance=st.randoms(use_true_random=False), width=st.integers(1, 5))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_rows_come_in_the_order_asked_for(keys, chance, width):
    order = [key for key in keys for _ in range(chance.randint(0, 2))]
    chance.shuffle(order)
    places = {(key,): [at for at, one in enumerate(order) if one == key] for key in keys}
    tables = [pa.table({"key": [key], "cells": [[{"n": 1}, {"n": 2}]]}) for key in keys * 2]
    sorting.STRETCH, kept = width, sorting.STRETCH
    try:
        with tempfile.TemporaryDirectory() as folder:
            found = [
                (row["position"], row["key"])
                for table in in_order(tables, places, Path(folder, "sorting"))
                for row in table.to_pylist()
            ]
    finally:
        sorting.STRETCH = kept
    assert found == list(enumerate(order))
