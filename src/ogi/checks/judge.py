"""Judge a report by a rule: run the test, collect its evidence, say one of four verdicts."""

import logging
from collections.abc import Iterable, Iterator, Mapping

from ogi.checks.rule import CannotSay, Found, NotApplicable, Rule, number
from ogi.checks.witness import PREVIOUS, Notes, Witness
from ogi.errors import BlankCellError
from ogi.findings import Finding, Outcome, Severity, Verdict
from ogi.form import Cell, edition_for, editions
from ogi.place import Place

LOG = logging.getLogger("ogi.checks")
NOTHING = "报告里没有这条规则要对照的内容"
DOUBTFUL = "（所据数字读取存疑，先核对原件）"


def judge(rule: Rule, report: Witness, previous: Witness | None = None) -> Verdict:
    """Return the verdict of a rule on a report; `previous` shares its notes.

    A rule that crashes costs its own verdict only: the error is logged.
    """
    notes = report.notes
    notes.begin()
    if older := _older_than_its_form(rule, report.year):
        return Verdict(code=rule.code, outcome=Outcome.NOT_APPLICABLE, reason=older)
    said: list[Finding | CannotSay | NotApplicable] = []
    try:
        for found in rule.test(report, previous) if previous else rule.test(report):
            said.append(_said(rule, found, report, previous))  # noqa: PERF401 (it may crash)
    except BlankCellError:
        pass  # the witness has noted which cell it was
    except Exception as error:
        LOG.exception("rule %s crashed on %s", rule.code, report.as_read.source.name or "a report")
        said = [
            CannotSay(f"这条规则自己出了错（{type(error).__name__}），没有判断；请报告给维护者")
        ]
    findings = tuple(one for one in said if isinstance(one, Finding))
    outcome = _outcome(said, notes)
    return Verdict(
        code=rule.code,
        outcome=outcome,
        findings=findings,
        missing=tuple(notes.missing),
        reason="；".join(dict.fromkeys(_reasons(said, outcome, report, previous))),
    )


def _older_than_its_form(rule: Rule, year: int | None) -> str:
    """Return why a rule of the form does not hold for a report that is older than every form."""
    if year is None or edition_for(year) is not None:
        return ""
    forms = {each.instrument.instrument.key for each in editions()}
    if forms.isdisjoint(cited.instrument.key for cited in rule.cites):
        return ""
    return f"{year}年的年报早于{editions()[0].year}年版格式，不按后来的格式检查"


def _outcome(said: Iterable[Finding | CannotSay | NotApplicable], notes: Notes) -> Outcome:
    kinds = {type(one) for one in said}
    if Finding in kinds:
        return Outcome.BROKEN
    if CannotSay in kinds or notes.missing:
        return Outcome.UNJUDGED
    if NotApplicable in kinds or not notes.compared:
        return Outcome.NOT_APPLICABLE
    return Outcome.KEPT


def _reasons(
    said: Iterable[Finding | CannotSay | NotApplicable],
    outcome: Outcome,
    report: Witness,
    previous: Witness | None,
) -> Iterator[str]:
    wanted = NotApplicable if outcome is Outcome.NOT_APPLICABLE else CannotSay
    reasons = [one.reason for one in said if isinstance(one, wanted)]
    yield from reasons
    if report.notes.missing:
        yield _without_value(report.notes.missing, report, previous)
    elif outcome is Outcome.NOT_APPLICABLE and not reasons:
        yield NOTHING


def _said(
    rule: Rule,
    found: Found | CannotSay | NotApplicable | str,
    report: Witness,
    previous: Witness | None,
) -> Finding | CannotSay | NotApplicable:
    if isinstance(found, CannotSay | NotApplicable):
        return found
    return _finding(rule, found, report.notes, report, previous)


def _finding(
    rule: Rule, found: Found | str, notes: Notes, report: Witness, previous: Witness | None
) -> Finding:
    if isinstance(found, str):
        found = Found(found)
    evidence = notes.asked if found.cells is None else _named(found.cells, report, previous)
    severity, message = found.severity or rule.severity, found.message
    if any(cell.doubts for cell in evidence.values()):
        severity, message = Severity.NOTE, message.removesuffix("。") + DOUBTFUL
    value, expected = number(found.value), number(found.expected)
    return Finding(
        code=rule.code,
        severity=severity,
        message=message,
        value=found.value,
        expected=found.expected,
        difference=value - expected if value is not None and expected is not None else None,
        cells=tuple(evidence),
        places=_places(evidence) if found.places is None else _known(found.places),
        source=rule.source_in(report.year),
        advice=rule.advice if found.advice is None else found.advice,
    )


def _named(
    addresses: Iterable[str], report: Witness, previous: Witness | None
) -> Mapping[str, Cell]:
    evidence: dict[str, Cell] = {}
    for address in addresses:
        own = address.removeprefix(PREVIOUS)
        source = previous if own != address and previous else report
        found = source.as_read.cells.get(own) or source.as_read.extras.get(own)
        evidence[address] = found or Cell()
    return evidence


def _places(evidence: Mapping[str, Cell]) -> tuple[Place, ...]:
    return _known(
        cell.place for address, cell in evidence.items() if not address.startswith(PREVIOUS)
    )


def _known(places: Iterable[Place | None]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for place in places if place is not None))


def _without_value(missing: Mapping[str, Cell], report: Witness, previous: Witness | None) -> str:
    """Say which cells have no value, and how they stand in the document."""
    first = next(iter(missing))
    own = first.removeprefix(PREVIOUS)
    owner = previous if own != first and previous else report
    name = ("上年的" if own != first else "") + f"“{owner.label(own)}”"
    states: dict[str, int] = {}
    for cell in missing.values():
        states[cell.state.label] = states.get(cell.state.label, 0) + 1
    how = "，".join(
        f"印的不是数字{n}格" if label == "印有" else f"{label}{n}格" for label, n in states.items()
    )
    if len(missing) == 1:
        return f"{name}没有数字（{how.removesuffix('1格')}），无从判断"
    return f"{name}等{len(missing)}格没有数字（{how}），无从判断"
