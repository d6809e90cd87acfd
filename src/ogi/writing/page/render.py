"""Put the page together."""

import hashlib
from collections.abc import Sequence
from typing import Any

from ogi.checks import rule_for, rules
from ogi.data import from_data
from ogi.errors import UnknownRuleError
from ogi.findings import Outcome, Severity, Verdict, count_outcomes
from ogi.form import AnnualReport, editions
from ogi.formats import format_name
from ogi.version import VERSION
from ogi.writing.json import worst_first
from ogi.writing.marks import Marks, mark
from ogi.writing.page.entries import Links, doubt_entries, finding_groups
from ogi.writing.page.look import environment, style, style_hash
from ogi.writing.page.source import page_source
from ogi.writing.page.tables import page_tables
from ogi.writing.page.text import page_sections
from ogi.writing.sources import SourceView
from ogi.writing.tally import tally_cells, tally_families


def check_page(
    report: AnnualReport, verdicts: Sequence[Verdict], source: SourceView | None = None
) -> str:
    """Return the HTML page of a report and the verdicts on it.

    The page needs nothing beside itself: no script, no file, no network. `source` is
    the document as it looks, shown beside what was read.
    """
    context = page_context(report, verdicts, source or SourceView())
    return environment().get_template("page.html").render(context)


def page_context(
    report: AnnualReport, verdicts: Sequence[Verdict], view: SourceView
) -> dict[str, Any]:
    """Return what the templates show."""
    marks = mark(report, worst_first(verdicts))
    tables, sections = page_tables(report, marks), page_sections(report, marks)
    source = page_source(report, marks, view)
    shown = {
        box.box.address
        for table in tables
        for group in table.body
        for line in group
        for box in line
        if box.box.address
    }
    links = Links(shown, sections, source.anchors)
    return {
        "report": report,
        "view": view,
        "format": format_name(view.format or report.source.format),
        "counts": _counts(marks),
        "tally": tally_cells(report),
        "groups": finding_groups(report, marks, links),
        "doubts": doubt_entries(marks, links),
        "tables": tables,
        "sections": sections,
        "source": source,
        "families": tally_families(verdicts),
        "unjudged": _unjudged(verdicts),
        "outcomes": {one.value: count for one, count in count_outcomes(verdicts).items()},
        "not_applicable": [
            (one.code, _title(one.code), one.reason)
            for one in verdicts
            if one.outcome is Outcome.NOT_APPLICABLE
        ],
        "version": VERSION,
        "rules": len(rules()),
        "catalogue": _catalogue(),
        "instruments": tuple(str(edition.instrument) for edition in editions()),
        "css": style(),
        "css_hash": style_hash(),
    }


def _counts(marks: Marks) -> dict[str, int]:
    found = [one.finding.severity for one in marks.findings if not one.finding.accepted]
    return {severity.value: found.count(severity) for severity in Severity}


def _unjudged(verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    """Return code, title and reason of what could not be judged, in whole or in part."""
    return [
        (verdict.code, _title(verdict.code), verdict.reason)
        for verdict in verdicts
        if verdict.outcome is Outcome.UNJUDGED
        or (verdict.reason and verdict.outcome is Outcome.BROKEN)
    ]


def _title(code: str) -> str:
    try:
        return rule_for(code).title
    except UnknownRuleError:
        return ""


@from_data
def _catalogue() -> str:
    """Return a digest of the rules, which tells two versions of them apart."""
    pages = "\n".join(f"{one.code} {one.severity.value} {one.explanation}" for one in rules())
    return hashlib.sha256(pages.encode()).hexdigest()[:8]
