"""What sentences are taken to state."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ogi.checks.narrative.claim import Claim
from ogi.checks.narrative.reading import read_narrative
from ogi.checks.narrative.vocabulary import columns, quantities
from ogi.form import AnnualReport, Paragraph, Section, edition

CASES = Path(__file__).parents[2] / "cases" / "narrative" / "claims.yaml"
JOINS = {"sum": "+", "each": "&"}


def report(text: str, organ: str | None = "青禾县水务局", year: int | None = 2024) -> AnnualReport:
    section = Section("overview", tuple(Paragraph(line) for line in text.split("\n")))
    return AnnualReport(organ=organ, year=year, sections={"overview": section})


def claims(text: str, **whose: Any) -> list[Claim]:
    return list(read_narrative(report(text, **whose)).claims)


def in_short(claim: Claim) -> str:
    short = JOINS.get(claim.joined, "|").join(each.key for each in claim.quantities)
    if claim.columns:
        short += "/" + "+".join(column.key for column in claim.columns)
    marks = [claim.part and "part", not claim.sure and "unsure", claim.scope]
    return " ".join([short, str(claim.figure.value), *(mark for mark in marks if mark)])


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text("utf-8")), ids=lambda c: c["says"])
def test_a_sentence_is_taken_to_state(case: dict[str, Any]) -> None:
    assert [in_short(claim) for claim in claims(case["says"])] == case["claims"]


def test_a_claim_is_quoted_as_it_is_printed() -> None:
    (claim,) = claims("2024 年，我局共收到政府信息公開申請 ２６ 件。")
    assert claim.quote == "我局共收到政府信息公開申請 ２６ 件"


def test_the_topic_of_a_heading_holds_until_the_next() -> None:
    text = "（二）依申请公开方面。完善受理流程。组织学习《某某办法》。共收到33件申请，办结31件。"
    assert [claim.sure for claim in claims(text)] == [True, True]


def test_a_report_on_another_year_claims_nothing_of_this_one() -> None:
    assert claims("2024年收到政府信息公开申请26件。", year=2023) == []
    assert len(claims("2024年收到政府信息公开申请26件。", year=None)) == 1


@pytest.mark.parametrize(
    ("organ", "text", "scope"),
    [
        ("青禾县水务局", "全县收到政府信息公开申请26件。", "wider"),
        ("青禾县水务局", "我局收到政府信息公开申请26件。", ""),
        ("青禾县水务局", "县住建局收到政府信息公开申请26件。", "another"),
        ("青禾县水务局", "县水务局收到政府信息公开申请26件。", ""),
        ("青禾县人民政府", "县政府办公室收到政府信息公开申请26件。", "narrower"),
        ("青禾县人民政府", "全县收到政府信息公开申请26件。", ""),
        ("青禾县柳河镇人民政府", "全镇收到政府信息公开申请26件。", ""),
        (None, "收到政府信息公开申请26件。", ""),
    ],
)
def test_the_scope_of_a_claim_is_told_from_its_words(organ: str, text: str, scope: str) -> None:
    (claim,) = claims(text, organ=organ)
    assert claim.scope == scope


def test_every_quantity_names_cells_that_the_form_has() -> None:
    known = {address for year in (2019, 2021) for address in edition(year).addresses}
    for quantity in quantities().values():
        for base in (quantity.means, *quantity.same, *quantity.others):
            for cell in base.cells if base else ():
                for column in ("total", "natural_person", "upheld"):
                    address = cell.format(column=column)
                    if "*" not in address and "." in address:
                        assert address in known or column != "total", address


def test_every_column_word_names_columns_that_the_form_has() -> None:
    for column in columns():
        table = edition(2021).tables[column.table]
        keys = {each.key for row in table.rows for each in row.columns}
        assert set(column.columns) <= keys
