"""How cells, organs and editions are called in Chinese where several reports meet."""

from ogi.form import Cell, State, edition
from ogi.form.wording import NO_FIGURE, figure, table_name


def standing(cell: Cell | None) -> str:
    """Write what stands in a cell: its figure, or in a word why there is none.

    >>> standing(Cell(state=State.BLANK)), standing(Cell(7, "7", State.PRINTED))
    ('空白', '7')
    """
    if cell is None:
        return NO_FIGURE
    if cell.value is not None:
        return figure(cell.value) + ("？" if cell.doubts else "")
    return cell.text.strip() if cell.state is State.PRINTED else cell.state.label


def organ_name(organ: str | None) -> str:
    """Call an organ, also where its name was not read."""
    return organ or "没有读到机关名称"


def edition_name(table: str, year: int) -> str:
    """Call the edition of a table: 表三2019年版."""
    return f"{table_name(table, edition(year))}{year}年版"
