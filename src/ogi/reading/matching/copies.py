"""Several reports of one document, told apart: numbered, and copies of one left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ogi.form import AnnualReport
from ogi.form.organs import organ_key

_TWICE = "文件里这份报告印了两次，数字相同，读一次。"


def without_copies(reports: Sequence[AnnualReport]) -> list[AnnualReport]:
    """Leave out a report that says in every cell what an earlier one of the organ says."""
    kept: list[AnnualReport] = []
    for report in reports:
        at = next((n for n, one in enumerate(kept) if _is_copy(one, report)), None)
        if at is None:
            kept.append(report)
        else:
            fuller = max((kept[at], report), key=_length)
            remarks = dict.fromkeys((*kept[at].remarks, _TWICE))
            kept[at] = replace(fuller, remarks=tuple(remarks))
    return kept


def _length(report: AnnualReport) -> int:
    """Return how much running text a report has: one of two copies may be tables alone."""
    return sum(len(section.text) for section in report.sections.values())


def _is_copy(one: AnnualReport, other: AnnualReport) -> bool:
    """Tell whether two reports are of one organ and year, with the same figures."""
    if not one.cells or not other.cells:
        return False
    organs = organ_key(one.organ) or None, organ_key(other.organ) or None
    if _differ(*organs) or _differ(one.year, other.year):
        return False
    addresses = one.cells.keys() | other.cells.keys()
    return all(one.value(address) == other.value(address) for address in addresses)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def numbered(reports: Sequence[AnnualReport]) -> Iterator[AnnualReport]:
    """Say in each of several reports which one it is."""
    for number, report in enumerate(reports, 1):
        if len(reports) == 1:
            yield report
            return
        says = f"文件里有{len(reports)}份年度报告，这是第{number}份。"
        yield replace(report, remarks=(*report.remarks, says))
