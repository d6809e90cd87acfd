"""Where in a document something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document; what does not apply to its format is None.

    page   1-based number of the page (PDF, images) or of the sheet (workbooks)
    box    left, top, right, bottom in points from the top left corner of the page
    line   1-based number of the line (plain text, Markdown)
    table  1-based number of the table within the document
    row    1-based number of the row within that table, in a workbook within the sheet
    column 1-based number of the grid column within that table, or within the sheet
    sheet  name of the sheet (workbooks)
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None

    def __str__(self) -> str:
        """Say the place in Chinese, as an official would point at it.

        >>> str(Place(page=3, table=2, row=5, column=4))
        '第3页第2个表第5行第4列'
        >>> str(Place(line=29, table=2, row=5, column=4))  # a line is all that a text has
        '第29行第4列'
        >>> str(Place(page=2, table=1, row=5, column=4, sheet="表三"))  # as in the program
        '表三 D5'
        """
        if self.sheet is not None:
            return self._in_sheet(self.sheet)
        of_table = self.line is None
        return (
            (f"第{self.page}页" if self.page is not None else "")
            + (f"第{self.table}个表" if of_table and self.table is not None else "")
            + (f"第{self.line}行" if self.line is not None else "")
            + (f"第{self.row}行" if of_table and self.row is not None else "")
            + (f"第{self.column}列" if self.column is not None else "")
        )

    def _in_sheet(self, sheet: str) -> str:
        """Say the place as a spreadsheet program names it: sheet, then column and row."""
        name = f"{sheet} " if sheet.startswith(("表", "工作表", "Sheet")) else f"工作表“{sheet}”"
        if self.row is None or self.column is None:
            return name.rstrip()
        return f"{name}{column_letters(self.column)}{self.row}"

    def to_json(self) -> dict[str, object]:
        """Return what is known of the place, as plain JSON values."""
        known: dict[str, object] = {}
        for name in ("page", "line", "table", "row", "column"):
            if (value := getattr(self, name)) is not None:
                known[name] = value
        if self.box is not None:
            known["box"] = [round(edge, 1) for edge in self.box]
        if self.sheet is not None:
            known["sheet"] = self.sheet
        return known


def column_letters(number: int) -> str:
    """Return the letters that a spreadsheet program puts over a column, 1-based.

    >>> column_letters(4), column_letters(26), column_letters(28)
    ('D', 'Z', 'AB')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
