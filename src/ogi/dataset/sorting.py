"""Bring rows of any number into an order that is known beforehand, in bounded memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import rmtree

import pyarrow as pa

STRETCH = 250
"""How many rows are sorted at a time; those of a report with its cells take 50 KB each."""

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
    rmtree(folder, ignore_errors=True)  # a killed run leaves it behind
    folder.mkdir(parents=True)
    try:
        _spread(tables, dict(places), folder)
        for number in range(-(-count // STRETCH)):
            path = folder / str(number)
            if path.exists():
                yield _sorted(path)
                path.unlink()
    finally:
        rmtree(folder, ignore_errors=True)


def _spread(tables: Iterable[pa.Table], places: dict[Key, Sequence[int]], folder: Path) -> None:
    """Write each row to the file of its stretch; a row that comes again is left out."""
    width = len(next(iter(places), ()))
    for table in tables:
        keys = zip(*(table.column(n).to_pylist() for n in range(width)), strict=True)
        chosen: dict[int, list[tuple[int, int]]] = {}
        for row, key in enumerate(keys):
            for at in places.pop(key, ()):
                chosen.setdefault(at // STRETCH, []).append((at, row))
        for number, here in chosen.items():
            part = table.take([row for _, row in here])
            part = part.append_column("position", pa.array([at for at, _ in here], pa.int64()))
            _append(folder / str(number), part)


def _append(path: Path, part: pa.Table) -> None:
    """Add rows to a file as a stream of their own: few files can be open at a time."""
    with path.open("ab") as file, pa.ipc.new_stream(file, part.schema) as stream:
        stream.write_table(part)


def _sorted(path: Path) -> pa.Table:
    data = pa.BufferReader(path.read_bytes())
    parts = []
    while data.tell() < data.size():
        parts.append(pa.ipc.open_stream(data).read_all())
    table = pa.concat_tables(parts)
    positions = table["position"].to_pylist()
    order = sorted(range(len(positions)), key=positions.__getitem__)
    return table.combine_chunks().take(order).combine_chunks()
