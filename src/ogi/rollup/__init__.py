"""Several reports together (汇总): two compared, many added up."""

from ogi.rollup.compare import compare
from ogi.rollup.comparison import Change, Comparison, Pairing, SectionChange, TextChange, TextKind
from ogi.rollup.comparison_paper import comparison_paper
from ogi.rollup.plain import comparison_json

__all__ = [
    "Change",
    "Comparison",
    "Pairing",
    "SectionChange",
    "TextChange",
    "TextKind",
    "compare",
    "comparison_json",
    "comparison_paper",
]
