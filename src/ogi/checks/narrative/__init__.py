"""The running text against the tables and against itself (文字与数据)."""

from ogi.checks.narrative.n201 import received_agrees
from ogi.checks.narrative.n202 import closed_agrees
from ogi.checks.narrative.n203 import carried_in_agrees
from ogi.checks.narrative.n204 import carried_out_agrees
from ogi.checks.narrative.n205 import outcomes_agree
from ogi.checks.narrative.n206 import applicant_kinds_agree
from ogi.checks.narrative.n207 import percentages_agree
from ogi.checks.narrative.n208 import parts_add_up
from ogi.checks.narrative.n209 import results_add_up_to_answered
from ogi.checks.narrative.n210 import disputes_agree
from ogi.checks.narrative.n211 import results_of_disputes_agree
from ogi.checks.narrative.n212 import proactive_agrees
from ogi.checks.narrative.n213 import one_quantity_has_one_figure
from ogi.checks.narrative.n214 import applicants_match_applications
from ogi.checks.narrative.n215 import fees_need_notices
from ogi.checks.narrative.n216 import text_balances_by_itself
from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    received_agrees,
    closed_agrees,
    carried_in_agrees,
    carried_out_agrees,
    outcomes_agree,
    applicant_kinds_agree,
    percentages_agree,
    parts_add_up,
    results_add_up_to_answered,
    disputes_agree,
    results_of_disputes_agree,
    proactive_agrees,
    one_quantity_has_one_figure,
    applicants_match_applications,
    fees_need_notices,
    text_balances_by_itself,
)
