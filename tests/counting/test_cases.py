"""The cases of tests/cases/counting: what a year's ledgers count as, in YAML."""

from collections import Counter
from contextlib import nullcontext

import pytest
from msgspec import structs
from place import invented

from counting.cases import filed_list, ledgers_of, load_cases
from ogi.casework.outcomes import _data as outcomes_file
from ogi.counting import Choices, Count, annual_report, count, differences
from ogi.data import Locality, of_place
from ogi.form import edition, editions

CASES = load_cases()
KNOWN = {
    "article", "why", "year", "edition", "choices", "cases", "cells", "closing", "opening",
    "notes", "uncounted", "other_ways", "filed", "differences", "rows",
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_ledgers_count_as_a_case_says(name):
    case = CASES[name]
    with of_place(_where(case["rows"])) if "rows" in case else nullcontext():
        assert_counts(case)


def _where(rows: dict[str, str]) -> Locality:
    """The invented place, where results stand in other rows of the form."""
    file = invented().made[outcomes_file.function]()
    known = {
        code: structs.replace(one, row=rows.get(code, one.row))
        for code, one in file.outcomes.items()
    }
    changed = structs.replace(file, outcomes=known)
    place = Locality()
    place.made[editions.function] = invented().made[editions.function]
    place.made[outcomes_file.function] = lambda: changed
    return place


def assert_counts(case) -> None:
    assert case["article"], "a case names the article it rests on"
    assert not set(case) - KNOWN, set(case) - KNOWN
    counted = count_of(case)
    if "cells" in case:
        wanted = {_full(address): number for address, number in case["cells"].items()}
        assert {a: n for a, n in counted.cells.items() if n and not _sum(a)} == wanted
    assert_sums(counted)
    for key in ("closing", "opening"):
        if key in case:
            assert [one.id for one in getattr(counted, key).cases] == [*map(str, case[key])]
    assert_sentences([str(one) for one in counted.notes], case.get("notes"))
    uncounted = [f"{one.id}：{one.says}" for one in counted.uncounted]
    assert_sentences(uncounted, case.get("uncounted"))
    assert_sentences([str(one) for one in counted.other_ways], case.get("other_ways"))
    if "filed" in case:
        found = differences(counted, filed_list(case))
        assert_sentences([f"{one.id}：{one.says}" for one in found], case["differences"])


def count_of(case) -> Count:
    return count(
        ledgers_of(case),
        case.get("year", 2026),
        edition=case.get("edition"),
        choices=Choices(**case.get("choices", {})),
    )


def assert_sums(counted: Count) -> None:
    """Every relation that the form prints holds; ids stand behind every cell."""
    report = annual_report(counted, "云川县测试局")
    for relation in edition(counted.edition).relations():
        for equation in relation.equations:
            if not {*equation.left, *equation.right} <= counted.cells.keys():
                continue  # 小计 and the second table, which are not counted
            left, right = (
                sum(report.value(address) for address in side)
                for side in (equation.left, equation.right)
            )
            assert left == right, f"{relation.code} {equation.where}"
    assert all(counted.behind.values()), "a cell that nothing stands behind is not listed"
    for address, number in counted.cells.items():
        assert len(counted.behind.get(address, ())) == number
    carried = Counter(counted.closing.by_column())
    for column, number in carried.items():
        assert counted.cells[f"applications.carried_out.{column}"] == number


def assert_sentences(found: list[str], wanted: list[str] | None) -> None:
    wanted = wanted or []
    assert len(found) == len(wanted), found
    for sentence, part in zip(found, wanted, strict=True):
        assert part in sentence


def _full(address: str) -> str:
    if address.split(".")[0] == "disputes":
        return address
    classes = ("natural_person", "company", "research_body", "public_interest_body")
    classes += ("legal_service_body", "other_body")
    known = address.rpartition(".")[2] in classes
    return f"applications.{address}" if known else f"applications.{address}.natural_person"


def _sum(address: str) -> bool:
    return address.endswith(".total") or address.startswith("applications.closed.")


def test_there_are_cases_for_every_open_question():
    used = {key for case in CASES.values() for key in case.get("choices", {})}
    assert used == {"joint", "items", "withdrawn", "not_application", "split", "closes_on"}
