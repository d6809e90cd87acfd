"""Ask a dataset in SQL, with DuckDB."""

from pathlib import Path
from typing import TYPE_CHECKING

from ogi.dataset.schema import TABLES
from ogi.errors import DatasetError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


_QUIET: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "custom_extension_repository": "none",  # no address: also not when a question asks for it
}
"""DuckDB fetches extensions by itself; here nothing leaves the machine."""


def open_dataset(path: Path | str) -> "DuckDBPyConnection":
    """Return a DuckDB connection with a view of each table of a dataset.

    Raises DatasetError when there is none at this path.

    >>> open_dataset("年报").sql("select count(*) from reports")  # doctest: +SKIP
    """
    import duckdb

    folder = Path(path)
    if not any((folder / name).is_dir() for name in TABLES):
        raise DatasetError(f"{folder} 里没有数据集。先运行 ogi collect")
    connection = duckdb.connect(config=_QUIET)
    for name in TABLES:
        connection.execute(f"create view {name} as {_rows(connection, folder, name)}")
    return connection


def _rows(connection: "DuckDBPyConnection", folder: Path, name: str) -> str:
    """Return the query of all rows of a table, which may have none."""
    if any((folder / name).rglob("*.parquet")):
        pattern = str(folder / name / "**" / "*.parquet").replace("'", "''")
        by_year = name != "failures"
        types = ", hive_types = {'year': integer}" if by_year else ""
        return f"select * from read_parquet('{pattern}', hive_partitioning = {by_year}{types})"
    return _nothing(connection, name)


def _nothing(connection: "DuckDBPyConnection", name: str) -> str:
    from ogi.dataset.schema import schema_of

    empty = schema_of(name).empty_table()
    connection.register(f"no_{name}", empty)
    year = "" if name == "failures" else ", null::integer as year"
    return f"select *{year} from no_{name}"
