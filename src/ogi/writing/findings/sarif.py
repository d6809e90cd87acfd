"""Findings as SARIF 2.1.0, which code and document review tools read."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ogi.checks import rule_for
from ogi.errors import UnknownRuleError
from ogi.findings import Finding, Severity
from ogi.version import VERSION
from ogi.writing.findings.audit import Audit, codes
from ogi.writing.json import shown
from ogi.writing.remarks import accepted_words

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def findings_sarif(audits: Sequence[Audit]) -> bytes:
    """Return one run with a result a finding; what was accepted is suppressed, with its reason."""
    run = {
        "tool": {
            "driver": {
                "name": "ogi",
                "semanticVersion": VERSION,
                "rules": [_rule(code) for code in codes(audits)],
            }
        },
        "invocations": [
            {
                "executionSuccessful": all(one.report is not None for one in audits),
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": f"{one.name}：{one.trouble}"}}
                    for one in audits
                    if one.report is None
                ],
            }
        ],
        "results": [_result(audit, finding) for audit in audits for finding in audit.findings],
    }
    made = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return (shown(json.dumps(made, ensure_ascii=False, indent=1)) + "\n").encode()


def _rule(code: str) -> dict[str, Any]:
    try:
        rule = rule_for(code)
    except UnknownRuleError:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(audit: Audit, finding: Finding) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": list(_locations(audit, finding)),
        "partialFingerprints": {"ogi/v1": finding.id},
    }
    if finding.accepted:
        words = accepted_words(finding)
        made["suppressions"] = [{"kind": "external", "justification": words}]
    return made


def _locations(audit: Audit, finding: Finding) -> Iterator[dict[str, Any]]:
    artifact = {"uri": quote(audit.name, errors="replace")}
    cells = [{"fullyQualifiedName": one, "kind": "element"} for one in finding.cells]
    lines = [one.line for one in finding.places if one is not None and one.line]
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if lines:
        physical["region"] = {"startLine": lines[0]}
    yield {"physicalLocation": physical, **({"logicalLocations": cells} if cells else {})}
