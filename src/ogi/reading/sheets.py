"""What a sheet of a workbook prints, whatever the format it comes from."""

from dataclasses import dataclass, field

from ogi.errors import LimitError
from ogi.reading.limits import Limits

Area = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, row and column
_SPREAD = 5  # how many slots a sheet may span for each cell that the limits allow


@dataclass(slots=True)
class Sheet:
    """A worksheet: what each cell prints, by row and column (0-based), and what is merged.

    `formulas` counts the cells whose result the file does not hold, `hidden` the rows
    and columns that are not shown and therefore not read, `zeros` the blanks that whoever
    filled a form in declared to be 0.
    """

    name: str
    is_visible: bool = True
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    formulas: int = 0
    hidden: int = 0
    zeros: int = 0

    def check(self, limits: Limits, more: int = 0) -> None:
        """Raise LimitError where the sheet holds too many cells, with so many more."""
        if len(self.cells) + more > limits.cells:
            raise LimitError(
                f"工作表“{self.name}”超过{limits.cells}个单元格，未作读取。"
                "确是年度报告的，删去无关的表格后再读，或者放宽单元格上限。"
            )

    def check_extent(self, rows: int, columns: int, limits: Limits) -> None:
        """Raise LimitError where the sheet spans too many slots, filled or not."""
        if rows * columns > limits.cells * _SPREAD:
            raise LimitError(
                f"工作表“{self.name}”铺开有{rows:,}行{columns:,}列，超过上限，未作读取。"
                "删去远离表格的内容后另存再读，或者放宽单元格上限。"
            )
