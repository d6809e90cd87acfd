"""Measure the rules on whole narratives (part of make measure).

Each file under tests/cases/measure/narratives was written by a hand that had not seen the
rules: tables, a sound text, and what in it is told wrong (`was` becomes `becomes`). The text
must raise no error and no warning; what is told wrong should be found. All is made up.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.accusing import REST, made
from ogi.checks import check
from ogi.findings import Finding, Severity
from ogi.form import Paragraph, Section, newest

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "measure" / "narratives"
WORK = ("做好主动公开和依申请公开工作。", REST)
PROBLEMS = ["一是政策解读形式单一，二是栏目更新不够及时。下一步丰富解读形式，及时更新栏目。"]
_GRAVE = (Severity.ERROR, Severity.WARNING)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Told:
    """What came of the narratives of one hand."""

    hand: str
    narratives: int
    with_error: int
    with_warning: int
    accused: tuple[str, ...]
    false: int
    grave: int
    noted: int
    missed: tuple[str, ...]


def told(path: Path) -> Told:
    """Check every narrative of a file, and each way in which it is told wrong."""
    accused: list[str] = []
    missed: list[str] = []
    errors = warnings = false = grave = noted = 0
    reports = yaml.safe_load(path.read_text(encoding="utf-8"))
    for given in reports:
        quiet = {_key(finding) for finding in _findings(given, "")}
        sound = _findings(given, given["text"])
        said = [f for f in sound if f.severity in _GRAVE and _key(f) not in quiet]
        errors += any(f.severity is Severity.ERROR for f in said)
        warnings += any(f.severity is Severity.WARNING for f in said)
        accused += [f"{given['organ']}: {f.severity.value} {f.code} {f.message}" for f in said]
        known = quiet | {_key(finding) for finding in sound}
        for case in given["false"]:
            wrong = given["text"].replace(case["was"], case["becomes"], 1)
            assert wrong != given["text"], (given["organ"], case["was"])
            fresh = [f for f in _findings(given, wrong) if _key(f) not in known]
            false += 1
            grave += any(f.severity in _GRAVE for f in fresh)
            noted += bool(fresh)
            if not any(f.severity in _GRAVE for f in fresh):
                notes = "; ".join(f"{f.code} {f.message}" for f in fresh)
                missed.append(
                    f"{given['organ']}: {case['was']} → {case['becomes']}"
                    f" ({case['because']})  →  {notes or 'nothing'}"
                )
    return Told(
        path.stem,
        len(reports),
        errors,
        warnings,
        tuple(accused),
        false,
        grave,
        noted,
        tuple(missed),
    )


def _findings(given: Mapping[str, Any], text: str) -> list[Finding]:
    report = made(given, _completed(text))
    return [finding for verdict in check(report) for finding in verdict.findings]


def _key(finding: Finding) -> tuple[str, str, str]:
    """Return what makes a finding the same; what is only noted may tell other numbers."""
    severity = finding.severity
    message = finding.message if severity in _GRAVE else _NUMBER.sub("", finding.message)
    return finding.code, severity.value, message


def _sections(text: str) -> Iterator[tuple[str, Section]]:
    """Yield the sections of a text, by the numbers of its headings; it may begin without one."""
    numbers = {section.number: section.key for section in newest().sections}
    key, lines = "overview", list[str]()
    for line in text.splitlines():
        head = re.match(r"([一二三四五六])、", line)
        if head and len(line) < 30 and not line.endswith("。"):
            if lines:
                yield key, _section(key, lines)
            key, lines = numbers[head[1]], []
        elif line.strip():
            lines.append(line)
    if lines:
        yield key, _section(key, lines)


def _completed(text: str) -> dict[str, Section]:
    """Return the sections of a text, with what it does not speak of said in plain words."""
    sections = dict(_sections(text))
    told = "信息处理费" in text or "收费通知" in text
    fees = ["收费通知和信息处理费见上文。"] if told else ["本年度没有收取信息处理费。"]
    rest = {"overview": WORK, "problems": PROBLEMS, "other": [*fees, "没有其他需要报告的事项。"]}
    for key, lines in rest.items():
        own = sections[key].paragraphs if key in sections else ()
        sections[key] = Section(key, (*own, *map(Paragraph, lines)))
    return sections


def _section(key: str, lines: list[str]) -> Section:
    return Section(key, tuple(Paragraph(line) for line in lines))


def show(hand: Told) -> None:
    """Print what came of the narratives of one hand."""
    print(f"hand {hand.hand}: narratives  {hand.narratives}")
    print(f"  with a false error      {hand.with_error}")
    print(f"  with a false warning    {hand.with_warning}")
    print(f"  told wrong              {hand.false}")
    print(f"  error or warning        {hand.grave} ({hand.grave / hand.false:.1%})")
    print(f"  reported at all         {hand.noted} ({hand.noted / hand.false:.1%})")


def main(arguments: list[str]) -> int:
    """Print the figures of every hand, and what was missed with `--missed`."""
    named = [Path(argument) for argument in arguments if not argument.startswith("-")]
    hands = [told(path) for path in named or sorted(FOLDER.glob("*.yaml"))]
    for hand in hands:
        show(hand)
        for line in hand.accused:
            print(f"FALSELY ACCUSED  {line}")
        for line in hand.missed if "--missed" in arguments else ():
            print(f"MISSED  {line}")
    return int(any(hand.with_error for hand in hands))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
