"""Several reports together (汇总): two compared, many added up."""

from ogi.rollup.against import RULES, compare_with
from ogi.rollup.compare import compare
from ogi.rollup.comparison import Change, Comparison, Pairing, SectionChange, TextChange, TextKind
from ogi.rollup.comparison_paper import comparison_paper
from ogi.rollup.consolidate import consolidate
from ogi.rollup.consolidation import Apart, Consolidation
from ogi.rollup.consolidation_paper import consolidation_paper, sources_paper
from ogi.rollup.faults import Faults, faults_of
from ogi.rollup.organs import OrganRegister, RegisteredOrgan, read_register
from ogi.rollup.parts import LeftOut, Part, Why, common_year
from ogi.rollup.plain import comparison_json, consolidation_json
from ogi.rollup.totals import Share, Total

__all__ = [
    "RULES",
    "Apart",
    "Change",
    "Comparison",
    "Consolidation",
    "Faults",
    "LeftOut",
    "OrganRegister",
    "Pairing",
    "Part",
    "RegisteredOrgan",
    "SectionChange",
    "Share",
    "TextChange",
    "TextKind",
    "Total",
    "Why",
    "common_year",
    "compare",
    "compare_with",
    "comparison_json",
    "comparison_paper",
    "consolidate",
    "consolidation_json",
    "consolidation_paper",
    "faults_of",
    "read_register",
    "sources_paper",
]
