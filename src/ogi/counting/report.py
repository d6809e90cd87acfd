"""A count as a report (年度报告) in the statutory form, to be checked, printed and filed."""

from ogi.counting.count import Count
from ogi.form import AnnualReport, Cell, State


def annual_report(count: Count, organ: str | None = None) -> AnnualReport:
    """Return the report whose third and fourth tables hold the count, and nothing else."""
    cells = {
        address: Cell(number, str(number), State.PRINTED) for address, number in count.cells.items()
    }
    return AnnualReport(
        title=f"{organ}{count.year}年政府信息公开工作年度报告" if organ else None,
        organ=organ,
        year=count.year,
        editions=dict.fromkeys(("applications", "disputes"), count.edition),
        cells=cells,
    )
