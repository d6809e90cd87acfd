"""Counting (计数): a year's ledgers into the cells of the form's third and fourth tables.

Balance holds by construction: every unit of an application that came in or was carried in
stands in one row of results or is carried out.
"""

from ogi.counting.carried import (
    CarriedCase,
    ClosingList,
    Difference,
    closing_list_from,
    closing_list_to,
)
from ogi.counting.cases import Uncounted
from ogi.counting.choices import Choices, Question, questions
from ogi.counting.count import Count, count, rows_of_results
from ogi.counting.differing import differences
from ogi.counting.disputes import Ending, endings
from ogi.counting.other_ways import OtherWay
from ogi.counting.report import annual_report

__all__ = [
    "CarriedCase",
    "Choices",
    "ClosingList",
    "Count",
    "Difference",
    "Ending",
    "OtherWay",
    "Question",
    "Uncounted",
    "annual_report",
    "closing_list_from",
    "closing_list_to",
    "count",
    "differences",
    "endings",
    "questions",
    "rows_of_results",
]
