"""Measure the rules (make measure): false accusations of sound reports, false ones found.

The reports and sentences are made up and stand in tests/cases/measure. A sentence of sound.yaml
must raise no error and no warning; a figure in braces there, told wrong, must be found;
a sentence of false.yaml must be found by one of the rules it names.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ogi.checks import check
from ogi.findings import Finding, Severity
from ogi.form import AnnualReport, Cell, Paragraph, Section, State, edition

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "measure"
KINDS = (
    "natural_person",
    "company",
    "research_body",
    "public_interest_body",
    "legal_service_body",
    "other_body",
)
RESULTS = ("upheld", "corrected", "other", "pending")
YEAR = 2024
REST = (
    "规范公文属性认定，加强信息管理。维护网站专栏，加强平台建设，"
    "把主动公开、依申请公开纳入考核、评议和监督，未发生责任追究。"
)
_FIGURE = re.compile(r"\{([\d.]+)\}")
_GRAVE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True)
class Measured:
    """What came of all sentences: how many there were, and those that went wrong."""

    sound: int
    false_errors: tuple[str, ...]
    false_warnings: tuple[str, ...]
    altered: int
    missed: tuple[str, ...]
    weak: int
    by_rule: Mapping[str, tuple[int, int]]


def measure(folder: Path = FOLDER) -> Measured:
    """Check every sentence of a folder in its report."""
    reports = _load(folder / "reports.yaml")
    quiet = {name: {_key(f) for f in _findings(reports[name], "")} for name in reports}
    errors: list[str] = []
    warnings: list[str] = []
    sound = 0
    for name, text in _sound(folder):
        sound += 1
        plain = _FIGURE.sub(r"\1", text)
        raised = [f for f in _findings(reports[name], plain) if _key(f) not in quiet[name]]
        for finding in raised:
            said = f"{name}: {plain}  →  {finding.code} {finding.message}"
            (errors if finding.severity is Severity.ERROR else warnings).append(said)
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    missed: list[str] = []
    weak = 0
    for name, text, rules in _false(folder):
        findings = _findings(reports[name], text, graver=False)
        fresh = [f for f in findings if _key(f) not in quiet[name]]
        own = [f for f in fresh if not rules or f.code in rules]
        grave = [f for f in own if f.severity in _GRAVE]
        code = (rules or [grave[0].code if grave else "figure"])[0]
        wanted[code] += 1
        found[code] += bool(grave)
        weak += bool(own and not grave)
        if not grave:
            missed.append(f"{name}: {text}  →  {[f.code + ' ' + f.severity.value for f in fresh]}")
    by_rule = {code: (found[code], wanted[code]) for code in sorted(wanted)}
    altered = sum(wanted.values())
    return Measured(sound, tuple(errors), tuple(warnings), altered, tuple(missed), weak, by_rule)


def _load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _sound(folder: Path) -> Iterator[tuple[str, str]]:
    for name, texts in _load(folder / "sound.yaml").items():
        for text in texts:
            yield name, text


def _false(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the sentences of false.yaml, then every figure in braces told wrong."""
    for name, cases in _load(folder / "false.yaml").items():
        for case in cases:
            yield name, case["says"], case["rules"]
    for name, text in _sound(folder):
        for match in _FIGURE.finditer(text):
            wrong = f"{text[: match.start()]}{told_wrong(match[1])}{text[match.end() :]}"
            yield name, _FIGURE.sub(r"\1", wrong), []


def told_wrong(figure: str) -> str:
    """Return a figure as it is often told wrong: its digits swapped, or one more or three.

    >>> told_wrong("30"), told_wrong("12"), told_wrong("4"), told_wrong("25.1")
    ('33', '21', '7', '28.1')
    """
    digits = figure.partition(".")[0]
    if len(digits) > 1 and digits == figure and digits[0] != digits[1] and digits[1] != "0":
        return digits[1] + digits[0] + digits[2:]
    return str(Decimal(figure) + 3)


def _findings(given: Mapping[str, Any], text: str, graver: bool = True) -> list[Finding]:
    verdicts = check(report_of(given, text))
    return [
        finding
        for verdict in verdicts
        for finding in verdict.findings
        if not graver or finding.severity in _GRAVE
    ]


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def report_of(given: Mapping[str, Any], text: str) -> AnnualReport:
    """Make a report of reports.yaml, with a sentence in its first section."""
    lead = ("（一）主动公开。做好公开工作。", "（二）依申请公开。依法办理申请。")
    lines = [*(lead if not text.startswith("（") else ()), *text.split("\n"), REST]
    paragraphs = tuple(Paragraph(line) for line in lines if line)
    return made(given, {"overview": Section("overview", paragraphs)})


def made(given: Mapping[str, Any], sections: Mapping[str, Section]) -> AnnualReport:
    """Make a report with the tables that are given; what is not given is 0."""
    year = given.get("year", YEAR)
    form = edition(2021)
    cells = {
        address: Cell(0, "0", State.PRINTED)
        for table in form.tables.values()
        for address in table.addresses
    }
    for address, value in _values(given):
        number = Decimal(str(value)) if isinstance(value, float) else value
        assert address in cells, address
        cells[address] = Cell(number, str(value), State.PRINTED)
    return AnnualReport(
        title=f"{given['organ']}{year}年政府信息公开工作年度报告",
        organ=given["organ"],
        year=year,
        editions=dict.fromkeys(("proactive", "applications", "disputes"), form.year),
        cells=cells,
        sections=dict(sections),
    )


def _values(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for row, value in given.get("proactive", {}).items():
        yield f"proactive.{row}", value
    for table, keys in (("applications", KINDS), ("disputes", RESULTS)):
        for row, values in given.get(table, {}).items():
            for key, value in zip(keys, values, strict=True):
                yield f"{table}.{row}.{key}", value
            yield f"{table}.{row}.total", sum(values)


def main(arguments: list[str]) -> int:
    """Print the figures, and every sentence that went wrong with `--verbose`."""
    made = measure(Path(next((a for a in arguments if not a.startswith("-")), FOLDER)))
    print(f"sound sentences     {made.sound}")
    print(f"  false errors      {len(made.false_errors)}")
    print(f"  false warnings    {len(made.false_warnings)}")
    print(f"false sentences     {made.altered}")
    found = made.altered - len(made.missed)
    print(f"  error or warning  {found} ({found / made.altered:.1%})")
    reported = found + made.weak
    print(f"  reported at all   {reported} ({reported / made.altered:.1%})")
    for code, (hit, all_) in made.by_rule.items():
        print(f"  {code:7} {hit:4} of {all_:4}")
    if "--verbose" in arguments:
        for name, lines in (
            ("FALSE ERROR", made.false_errors),
            ("FALSE WARNING", made.false_warnings),
            ("MISSED", made.missed),
        ):
            for line in lines:
                print(f"{name}  {line}")
    return int(bool(made.false_errors))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
