"""What is said of a finding beside its message: its severity, who accepted it, its rule."""

from ogi.checks import rule_for
from ogi.errors import UnknownRuleError
from ogi.findings import Finding


def severity_of(finding: Finding) -> str:
    """Say how grave a finding is, and of which severity it is by its rule if that differs."""
    usual = f"（规则原定{finding.usual.label}）" if finding.usual else ""
    return finding.severity.label + usual


def accepted_words(finding: Finding) -> str:
    """Say who answers for a finding and why; "" where nobody does."""
    one = finding.accepted
    if one is None:
        return ""
    until = f"，到{one.until}" if one.until else ""
    return f"{one.by}{one.on}接受{until}：{one.reason}"


def title_of(code: str) -> str:
    """Return the title of a rule, "" where it is not known."""
    return explanation_of(code).partition("\n")[0].removesuffix("。")


def explanation_of(code: str) -> str:
    """Return the public page of a rule, "" where it is not known."""
    try:
        return rule_for(code).explanation
    except UnknownRuleError:
        return ""
