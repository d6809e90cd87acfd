"""Sums of cells (口径) that figures may stand for, as the dictionaries name them."""

from ogi.data import Struct
from ogi.form import CellPattern


class Base(Struct):
    """A sum of cells that a figure may stand for; `{column}` is filled in when it is held."""

    says: str
    cells: tuple[CellPattern, ...]
