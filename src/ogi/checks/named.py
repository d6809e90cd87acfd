"""Values that rules ask for by name, and names that they may hold."""

from typing import Any

from ogi.data import Reference, Struct, from_data
from ogi.form import RowAddress, editions

Words = tuple[str, ...]


class Named(Struct):
    """Values that rules ask for by name, as they stand in the file."""

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def get(self, name: str) -> Any:
        """Return a value that need not be there."""
        return getattr(self, name, None)


class RowKey(Reference):
    """The key of a row within its table, such as `refused.state_secret`."""

    what = "行"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the rows of every table of every edition."""
        return _row_keys()


class Refusal(Reference):
    """The key of a row within the group of refusals."""

    what = "不予公开的行"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the rows of refusals of every edition."""
        group = "refused."
        return frozenset(key[len(group) :] for key in _row_keys() if key.startswith(group))


class LabelAddress(Reference):
    """The address of a label: of a row (table.row) or of a column (table.*.column)."""

    what = "行或列"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the rows and columns of every edition."""
        columns = {
            f"{table.key}.*.{column.key}"
            for each in editions()
            for table in each.tables.values()
            for row in table.rows
            for column in (*row.columns, *table.extra_columns)
        }
        return frozenset(columns) | RowAddress.known()


@from_data
def _row_keys() -> frozenset[str]:
    tables = (table for each in editions() for table in each.tables.values())
    return frozenset(row.key for table in tables for row in table.rows)
