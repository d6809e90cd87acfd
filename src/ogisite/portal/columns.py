"""The statutory columns (法定栏目) of the portal (data/columns.yaml)."""

from functools import cache
from importlib.resources import files

from ogi.data import Struct, read
from ogi.law import Citation


class Column(Struct):
    """A column: its title in the statutory words, and what belongs in it."""

    title: str
    belongs: str
    cites: Citation


@cache
def columns() -> dict[str, Column]:
    """Return the columns; raises DataFileError for a file that is wrong."""
    text = files("ogisite.portal").joinpath("data/columns.yaml").read_text(encoding="utf-8")
    return read(text, dict[str, Column], "portal/data/columns.yaml")
