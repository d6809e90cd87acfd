"""What has been read so far, kept so that a killed run loses nothing that was finished.

The store is a folder of Parquet files that are only ever added: a file is written under
a temporary name, forced to the disk and renamed, so it is there whole or not at all.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import compute, parquet

UNFINISHED = ".unfinished"
_TOLD_BY = ["reader", "retry"]
SMALL = 1000
"""A file of fewer rows is put together with others when the run is over."""


class Store:
    """Files of rows of one schema, in a folder of their own."""

    def __init__(self, folder: Path, schema: pa.Schema) -> None:
        self.folder, self.schema = folder, schema
        folder.mkdir(parents=True, exist_ok=True)
        for torn in folder.glob(f"*{UNFINISHED}"):
            torn.unlink()

    def save(self, data: bytes, items: int = 0) -> None:
        """Add the packed rows of finished items; after this they are on the disk."""
        write_whole(self.folder / f"{sha256(data).hexdigest()[:24]}.parquet", data)

    def files(self) -> list[Path]:
        """Return the files, by name; one that cannot be read is taken away."""
        return [path for path in sorted(self.folder.glob("*.parquet")) if _is_whole(path)]

    def rows(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield every row, with these columns only."""
        for path in self.files():
            yield from parquet.read_table(path, columns=list(columns)).to_pylist()

    def batches(self, columns: Sequence[str]) -> Iterator[pa.Table]:
        """Yield every row, with these columns only, a limited number at a time."""
        for path in self.files():
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=500, columns=list(columns)):
                    yield pa.Table.from_batches([batch])

    def drop(self, keep: Callable[[pa.Table], pa.Array]) -> None:
        """Drop the rows for which `keep` says no."""
        for path in self.files():
            table = parquet.read_table(path, columns=_TOLD_BY)
            if not compute.all(keep(table)).as_py():
                whole = parquet.read_table(path, schema=self.schema)
                self._put_together([(path, whole.filter(keep(whole)))])

    def tidy(self) -> None:
        """Put small files together."""
        waiting: list[tuple[Path, pa.Table]] = []
        for path in self.files():
            if parquet.read_metadata(path).num_rows < SMALL:
                waiting.append((path, parquet.read_table(path, schema=self.schema)))
            if sum(len(table) for _, table in waiting) >= SMALL:
                self._put_together(waiting)
                waiting = []
        if len(waiting) > 1:
            self._put_together(waiting)

    def _put_together(self, waiting: list[tuple[Path, pa.Table]]) -> None:
        table = pa.concat_tables([table for _, table in waiting])
        old = {path for path, _ in waiting}
        if len(table):
            stream = pa.BufferOutputStream()
            parquet.write_table(table, stream, compression="zstd", row_group_size=500)
            data = stream.getvalue().to_pybytes()
            new = self.folder / f"{sha256(data).hexdigest()[:24]}.parquet"
            write_whole(new, data)
            old.discard(new)
        for path in old:  # killed in between, some rows stand twice, which does no harm
            path.unlink()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_whole(path: Path) -> bool:
    try:
        parquet.read_metadata(path)
    except (pa.ArrowInvalid, OSError) as error:
        if getattr(error, "errno", None):  # the file cannot be opened; what it holds is not known
            raise
        path.unlink()
        return False
    return True
