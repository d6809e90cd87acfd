"""Findings as rows of a table, one row each."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ogi.findings import Finding
from ogi.form import AnnualReport
from ogi.writing.findings.audit import Audit
from ogi.writing.remarks import accepted_words, severity_of, title_of
from ogi.writing.wording import place_name

HEAD = (
    "机关",
    "年度",
    "程度",
    "规则",
    "规则说明",
    "位置",
    "原件何处",
    "问题",
    "实为",
    "应为",
    "差",
    "怎么办",
    "依据",
    "接受",
    "格",
    "编号",
    "文件",
)

Value = int | Decimal | str | None


def rows(audits: Sequence[Audit]) -> Iterator[tuple[Value, ...]]:
    """Yield a row a finding; what could not be read is a row, too."""
    for audit in audits:
        if audit.report is None:
            yield (
                audit.organ,
                None,
                "没有读成",
                *("",) * 4,
                audit.trouble,
                *(None,) * 8,
                audit.name,
            )
            continue
        for finding in audit.findings:
            yield _row(audit, audit.report, finding)


def _row(audit: Audit, report: AnnualReport, finding: Finding) -> tuple[Value, ...]:
    return (
        audit.organ,
        report.year,
        severity_of(finding),
        finding.code,
        title_of(finding.code),
        place_name(finding, report),
        next((str(place) for place in finding.places if place is not None), ""),
        finding.message,
        finding.value,
        finding.expected,
        finding.difference,
        finding.advice,
        finding.source,
        accepted_words(finding),
        "、".join(finding.cells),
        finding.id,
        audit.name,
    )
