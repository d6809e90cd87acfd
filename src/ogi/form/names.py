"""Names of the form as data files write them; one that no edition has is refused."""

from fnmatch import fnmatchcase

from ogi.data import Reference, from_data, near
from ogi.form.load import editions


class SectionKey(Reference):
    """The key of a section of the form, such as `overview`."""

    what = "栏目"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the sections of every edition."""
        return _sections()


class TableKey(Reference):
    """The key of a table of the form, such as `applications`."""

    what = "表"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the tables of every edition."""
        return frozenset(key for each in editions() for key in each.tables)


class RowAddress(Reference):
    """A row of the form, such as `applications.refused.state_secret`."""

    what = "行"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the rows of every edition."""
        return _rows()


class ColumnKey(Reference):
    """The key of a column of the form, such as `natural_person`."""

    what = "列"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the columns of every edition."""
        return _columns()


class CellPattern(Reference):
    """Cells of the form: an address, where `*` stands for rows and `{column}` for a column."""

    what = "格"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the addresses of every edition."""
        return frozenset(address for each in editions() for address in each.addresses)

    @classmethod
    def from_data(cls, value: object) -> "CellPattern":
        """Return the pattern; raises ValueError where it names no cell of any edition."""
        if str(value) not in _patterns() and not _matches(str(value)):
            known = {address.rpartition(".")[0] + ".{column}" for address in cls.known()}
            raise ValueError(f"格式里没有“{value}”这样的格{near(value, known | cls.known())}")
        return cls(value)


class RelationCode(Reference):
    """The code of a relation that the form declares, such as `R301`."""

    what = "勾稽关系"

    @classmethod
    def known(cls) -> frozenset[str]:
        """Return the relations of every edition."""
        return frozenset(one.code for each in editions() for one in each.relations())


@from_data
def _sections() -> frozenset[str]:
    return frozenset(section.key for each in editions() for section in each.sections)


@from_data
def _rows() -> frozenset[str]:
    return frozenset(
        f"{table.key}.{row.key}"
        for each in editions()
        for table in each.tables.values()
        for row in table.rows
    )


@from_data
def _columns() -> frozenset[str]:
    return frozenset(
        address.rpartition(".")[2] for each in editions() for address in each.addresses
    )


@from_data
def _patterns() -> frozenset[str]:
    return CellPattern.known() | {f"{row}.{{column}}" for row in _rows()}


@from_data
def _matches(pattern: str) -> bool:
    return any(fnmatchcase(address, pattern) for address in _patterns())
