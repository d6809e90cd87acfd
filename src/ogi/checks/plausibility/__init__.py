"""Figures that are hard to believe (合理性)."""

from ogi.checks.plausibility.p601 import rules_are_made_by_bodies_that_may
from ogi.checks.plausibility.p602 import a_count_is_not_negative
from ogi.checks.plausibility.p603 import a_count_is_a_whole_number
from ogi.checks.plausibility.p604 import a_cell_keeps_to_its_unit
from ogi.checks.plausibility.p605 import documents_issued_are_in_force_or_repealed
from ogi.checks.plausibility.p606 import unpaid_fees_had_a_notice
from ogi.checks.plausibility.p607 import other_results_are_explained
from ogi.checks.plausibility.p608 import refusals_go_to_review_first
from ogi.checks.plausibility.p609 import partly_granted_is_counted_once
from ogi.checks.plausibility.p610 import disputes_come_from_applications
from ogi.checks.plausibility.p611 import stocks_cover_their_changes
from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    rules_are_made_by_bodies_that_may,
    a_count_is_not_negative,
    a_count_is_a_whole_number,
    a_cell_keeps_to_its_unit,
    documents_issued_are_in_force_or_repealed,
    unpaid_fees_had_a_notice,
    other_results_are_explained,
    refusals_go_to_review_first,
    partly_granted_is_counted_once,
    disputes_come_from_applications,
    stocks_cover_their_changes,
)
