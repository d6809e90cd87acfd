"""Bring rows of any number into an order that is known beforehand, in bounded memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import rmtree

import pyarrow as pa

SMALLEST = 1000
MOST = 128
"""How many rows a stretch has at least, and how many stretches there are at most."""

Key = tuple[str, ...]


def in_order(
    tables: Iterable[pa.Table], places: Mapping[Key, Sequence[int]], folder: Path
) -> Iterator[pa.Table]:
    """Yield the rows of tables in their order, one stretch of it at a time.

    A row is known by its first columns, as many as a key has; `places` says where in the
    order it stands, which may be several times or never. Each yielded table has a column
    `position` more. `folder` holds the stretches meanwhile.
    """
    count = 1 + max((place for each in places.values() for place in each), default=-1)
    stretch = max(SMALLEST, -(-count // MOST))
    folder.mkdir(parents=True)
    try:
        _spread(tables, dict(places), stretch, folder)
        for number in range(-(-count // stretch)):
            path = folder / str(number)
            if path.exists():
                yield _sorted(path)
                path.unlink()
    finally:
        rmtree(folder, ignore_errors=True)


def _spread(
    tables: Iterable[pa.Table], places: dict[Key, Sequence[int]], stretch: int, folder: Path
) -> None:
    """Write each row to the file of its stretch; a row that comes again is left out."""
    width = len(next(iter(places), ()))
    writers: dict[int, pa.RecordBatchStreamWriter] = {}
    try:
        for table in tables:
            keys = zip(*(table.column(n).to_pylist() for n in range(width)), strict=True)
            chosen = [(at, row) for row, key in enumerate(keys) for at in places.pop(key, ())]
            for number in sorted({at // stretch for at, _ in chosen}):
                here = [(at, row) for at, row in chosen if at // stretch == number]
                part = table.take([row for _, row in here])
                part = part.append_column("position", pa.array([at for at, _ in here], pa.int64()))
                if number not in writers:
                    writers[number] = pa.ipc.new_stream(str(folder / str(number)), part.schema)
                writers[number].write_table(part)
    finally:
        for writer in writers.values():
            writer.close()


def _sorted(path: Path) -> pa.Table:
    with pa.ipc.open_stream(path.read_bytes()) as stream:
        table = stream.read_all()
    positions = table["position"].to_pylist()
    order = sorted(range(len(positions)), key=positions.__getitem__)
    return table.combine_chunks().take(order).combine_chunks()
