"""Which of several earlier reports is that of the year before."""

from collections.abc import Sequence

from ogi.form import AnnualReport
from ogi.form.organs import organ_key


def year_before(report: AnnualReport, past: Sequence[AnnualReport]) -> AnnualReport | None:
    """Return the report on the year before among earlier ones, None if there is none.

    A single one is taken as it is: whoever names it means it. Of several, organ and
    year decide.
    """
    if len(past) == 1:
        return past[0]
    for one in past:
        same = organ_key(one.organ) == organ_key(report.organ)
        if same and one.year and report.year and one.year == report.year - 1:
            return one
    return None
