"""The id of a finding (问题编号): the same finding has the same id in every run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ogi.findings import Finding, Verdict
from ogi.form import AnnualReport

_DIGITS = 10


def identified(report: AnnualReport, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return verdicts whose findings carry their ids."""
    made = []
    for verdict in verdicts:
        seen: Counter[str] = Counter()
        findings = []
        for one in verdict.findings:
            key = finding_id(report, one)
            seen[key] += 1
            again = f"-{seen[key]}" if seen[key] > 1 else ""
            findings.append(replace(one, id=key + again))
        made.append(replace(verdict, findings=tuple(findings)))
    return tuple(made)


def finding_id(report: AnnualReport, finding: Finding) -> str:
    """Return the id: the code of the rule and ten digits of what the finding is about.

    It rests on rule, organ, year, cells and figures, so that it survives another wording of
    the message and another format of the same report. Where a finding has neither cells nor
    figures, its words stand in for them.
    """
    figures = [str(one) for one in (finding.value, finding.expected) if one is not None]
    about = [*sorted(finding.cells), "=", *figures]
    if not finding.cells and not figures:
        about.append(finding.message)
    values = [str(_value(report, cell)) for cell in sorted(finding.cells)]
    from hashlib import sha256

    parts = [finding.code, report.organ or "", str(report.year or ""), *about, *values]
    digest = sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{finding.code}-{digest[:_DIGITS]}"


def _value(report: AnnualReport, address: str) -> object:
    cell = report.cells.get(address) or report.extras.get(address)
    return cell.value if cell else None
