"""A report against the one of the year before (年度间)."""

from ogi.checks.rule import Rule
from ogi.checks.years.y100 import previous_report_is_of_the_year_before
from ogi.checks.years.y101 import opening_equals_last_closing
from ogi.checks.years.y110 import stock_follows_from_last_year
from ogi.checks.years.y111 import items_follow_from_last_year
from ogi.checks.years.y120 import pending_disputes_come_up_again
from ogi.checks.years.y130 import amounts_keep_their_unit
from ogi.checks.years.y131 import counts_keep_their_scale
from ogi.checks.years.y140 import texts_are_not_those_of_last_year
from ogi.checks.years.y141 import tables_are_not_those_of_last_year
from ogi.checks.years.y150 import growth_follows_from_last_year

RULES: tuple[Rule, ...] = (
    previous_report_is_of_the_year_before,
    opening_equals_last_closing,
    stock_follows_from_last_year,
    items_follow_from_last_year,
    pending_disputes_come_up_again,
    amounts_keep_their_unit,
    counts_keep_their_scale,
    texts_are_not_those_of_last_year,
    tables_are_not_those_of_last_year,
    growth_follows_from_last_year,
)
