"""Areas of a workbook that stand beside the report and are no part of it.

The form to fill in (填报表) says beside its tables what does not hold; it names those areas
`ogi.aside…`, and the names stay with them when the workbook is saved elsewhere.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from ogi.expression import expression
from ogi.form import editions
from ogi.reading.sheets import Area, Sheet

_AREA = expression(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d{1,7}):\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d{1,7})"
)
_PREFIX = "ogi.aside"
_CELL = expression(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})"
)
REST = "report.rest"  # the cell that says what the blanks of the form are
ZERO = "其余填0"


def asides(names: Iterable[etree._Element]) -> dict[str, list[Area]]:
    """Return the areas by the name of their sheet; rows and columns count from 0."""
    found: dict[str, list[Area]] = {}
    for name in names:
        match = _AREA.fullmatch((name.text or "").strip())
        if match and (name.get("name") or "").lower().startswith(_PREFIX):
            sheet = match["plain"] or match["quoted"].replace("''", "'")
            corners = (match["left"], match["top"]), (match["right"], match["bottom"])
            first, last = ((int(row) - 1, column_number(letters)) for letters, row in corners)
            found.setdefault(sheet, []).append((first, last))
    return found


def named_cells(names: Iterable[etree._Element]) -> dict[str, tuple[str, int, int]]:
    """Return the single cells that have a name: sheet, row and column, counted from 0."""
    found: dict[str, tuple[str, int, int]] = {}
    for name in names:
        match = _CELL.fullmatch((name.text or "").strip())
        if match:
            sheet = match["plain"] or match["quoted"].replace("''", "'")
            at = int(match["row"]) - 1, column_number(match["column"])
            found[name.get("name") or ""] = (sheet, *at)
    return found


def fill_rest(sheets: Iterable[Sheet], named: Mapping[str, tuple[str, int, int]]) -> None:
    """Put the 0 that the filler-in chose for all blanks into the named cells of the form."""
    tables = {key for form in editions() for key in form.tables}
    by_name = {sheet.name: sheet for sheet in sheets if sheet.is_visible}
    for address, (name, *at) in named.items():
        row, column = at
        sheet = by_name.get(name)
        if sheet and address.partition(".")[0] in tables and (row, column) not in sheet.cells:
            sheet.cells[row, column] = "0"
            sheet.zeros += 1


def stands_aside(row: int, column: int, areas: Iterable[Area]) -> bool:
    """Tell whether a cell stands in one of the areas."""
    return any(
        top <= row <= bottom and left <= column <= right for (top, left), (bottom, right) in areas
    )


def column_number(letters: str) -> int:
    """Return the number of a column from its letters.

    >>> column_number("A"), column_number("AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
