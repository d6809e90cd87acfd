"""How a report was read and judged, in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.findings import Verdict, count_outcomes
from ogi.form import AnnualReport, Cell, State

FAMILIES = {
    "R": "表内关系",
    "Y": "与上年报告",
    "N": "文字与表格",
    "S": "格式",
    "P": "合理性",
    "C": "汇总与所属报告",
}


@dataclass(frozen=True, slots=True)
class CellTally:
    """How the cells of a report were read; every cell counts once.

    `wordy` cells carry print that is no number (“/”).
    """

    total: int = 0
    read: int = 0
    doubted: int = 0
    unreadable: int = 0
    blank: int = 0
    wordy: int = 0
    absent: int = 0

    def __str__(self) -> str:
        """Say it in Chinese, leaving out what does not occur.

        >>> str(CellTally(total=200, read=195, doubted=3, blank=2))
        '200格：读清195格，存疑3格，空白2格'
        """
        named = (
            ("读清", self.read),
            ("存疑", self.doubted),
            ("无法读取", self.unreadable),
            ("空白", self.blank),
            ("印的不是数字", self.wordy),
            ("未见", self.absent),
        )
        return f"{self.total}格：" + "，".join(f"{name}{n}格" for name, n in named if n)


def tally_cells(report: AnnualReport) -> CellTally:
    """Count how the cells of a report were read."""
    kinds = [_kind(cell) for cell in report.cells.values()]
    return CellTally(len(kinds), *(kinds.count(name) for name in CellTally.__slots__[1:]))


def _kind(cell: Cell) -> str:
    if cell.state is State.UNREADABLE:
        return "unreadable"
    if cell.doubts:
        return "doubted"
    if cell.state is State.PRINTED:
        return "read" if cell.value is not None else "wordy"
    return "blank" if cell.state is State.BLANK else "absent"


@dataclass(frozen=True, slots=True)
class FamilyTally:
    """How the rules of a family judged: how many came to each verdict."""

    name: str
    kept: int
    broken: int
    unjudged: int
    not_applicable: int

    @property
    def judged(self) -> int:
        """How many rules could be judged."""
        return self.kept + self.broken


def tally_families(verdicts: Sequence[Verdict]) -> tuple[FamilyTally, ...]:
    """Count the verdicts of each family of rules, in the order of FAMILIES."""
    letters = dict.fromkeys((*FAMILIES, *(verdict.code[:1] for verdict in verdicts)))
    tallies = []
    for letter in letters:
        counts = count_outcomes(one for one in verdicts if one.code[:1] == letter)
        if any(counts.values()):
            tallies.append(FamilyTally(FAMILIES.get(letter, letter), *counts.values()))
    return tuple(tallies)
