"""The parts of docs/guide/counting.md that are made from code and data."""

from collections.abc import Iterator

from conftest import ROOT
from promises.blocks import replace_block

from ogi.casework import DisputeKind, load_ledger
from ogi.casework.intake import Registered
from ogi.counting import count, endings, questions
from ogi.form import edition

PAGE = ROOT / "docs" / "guide" / "counting.md"


def test_the_guide_shows_what_the_samples_count_as(golden):
    text = PAGE.read_text(encoding="utf-8")
    for name, lines in (("counted", counted()), ("choices", ways()), ("endings", columns())):
        text = replace_block(text, name, "\n".join(lines))
    golden(PAGE, text)


def counted() -> Iterator[str]:
    found = {}
    for path in sorted((ROOT / "samples" / "ledgers").glob("*.yaml")):
        ledger = load_ledger(path.read_text(encoding="utf-8"))
        number = next(act.number for act in ledger if isinstance(act, Registered))
        found[number] = ledger
    made = count(found, 2026)
    labels = edition(made.edition).labels
    yield "| 格 | 件 | 编号 |"
    yield "|---|--:|---|"
    for address, number in made.cells.items():
        if number and not address.endswith(".total"):
            yield f"| {labels[address]} | {number} | {'、'.join(made.behind[address])} |"


def ways() -> Iterator[str]:
    yield "| 问题 | 默认 | 也可以 | 选项 |"
    yield "|---|---|---|---|"
    for one in questions().values():
        (usual, says), (other, says_other) = one.ways.items()
        yield f'| {one.question} | {says} | {says_other} | `{one.key}="{usual}"`、`"{other}"` |'


def columns() -> Iterator[str]:
    yield "| | 结果 | 计入 | 依据 | 各地不同之处 |"
    yield "|---|---|---|---|---|"
    for kind, label in ((DisputeKind.REVIEW, "复议"), (DisputeKind.DIRECT_SUIT, "诉讼")):
        for one in endings(kind).values():
            yield f"| {label} | {one.term} | {one.column.label} | {one.cites} | {one.border} |"
