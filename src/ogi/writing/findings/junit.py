"""Findings as JUnit XML, which build servers show: a suite a report, a case a rule."""

from collections.abc import Sequence

from lxml import etree

from ogi.findings import Outcome, Severity, Verdict
from ogi.writing.characters import clean
from ogi.writing.findings.audit import Audit
from ogi.writing.remarks import title_of


def findings_junit(audits: Sequence[Audit]) -> bytes:
    """Return the verdicts; an error that nobody answers for is a failure."""
    root = etree.Element("testsuites", name="ogi check")
    for audit in audits:
        _suite(root, audit)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _suite(root: etree._Element, audit: Audit) -> None:
    suite = etree.SubElement(root, "testsuite", name=_fit(f"{audit.organ}（{audit.name}）"))
    if audit.report is None:
        case = etree.SubElement(suite, "testcase", classname=_fit(audit.name), name="读取")
        etree.SubElement(case, "error", message=_fit(audit.trouble))
        _count(suite, 1, 0, 1, 0)
        return
    failed = skipped = 0
    for verdict in audit.verdicts:
        name = f"{verdict.code} {title_of(verdict.code)}"
        case = etree.SubElement(suite, "testcase", classname=_fit(audit.name), name=_fit(name))
        failed += _failures(case, verdict)
        if verdict.outcome not in (Outcome.KEPT, Outcome.BROKEN):
            reason = _fit(verdict.reason or verdict.outcome.label)
            etree.SubElement(case, "skipped", message=reason)
            skipped += 1
    _count(suite, len(audit.verdicts), failed, 0, skipped)


def _count(suite: etree._Element, tests: int, failures: int, errors: int, skipped: int) -> None:
    named = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
    for name, number in named.items():
        suite.set(name, str(number))


def _failures(case: etree._Element, verdict: Verdict) -> int:
    """Write the findings of a rule; return 1 where the case failed."""
    grave = [f for f in verdict.findings if f.severity is Severity.ERROR and not f.accepted]
    lighter = [f for f in verdict.findings if f not in grave]
    if grave:
        failure = etree.SubElement(case, "failure", message=_fit(grave[0].message))
        failure.text = _fit("\n".join(f"{one.id}　{one.message}" for one in grave))
    if lighter:
        said = (f"{one.severity.label}　{one.id}　{one.message}" for one in lighter)
        etree.SubElement(case, "system-out").text = _fit("\n".join(said))
    return int(bool(grave))


def _fit(text: str) -> str:
    """Return a text that XML can carry, its gaps marked."""
    return clean(text, "\ufffd")
