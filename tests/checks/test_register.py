"""The catalogue: complete, without duplicates, with a page for every rule."""

import re
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from pkgutil import walk_packages

import pytest
import yaml

import ogi.checks
from ogi.checks import Rule, check, register, rule_for, rules
from ogi.checks.register import by_code
from ogi.checks.values import values
from ogi.errors import DataFileError, UnknownRuleError, UsageError
from ogi.form import AnnualReport, edition
from ogi.law import cite

from .cases import report_of


def modules() -> list[str]:
    return [found.name for found in walk_packages(ogi.checks.__path__, "ogi.checks.")]


def test_every_rule_that_is_written_is_registered() -> None:
    written = {
        value.code
        for name in modules()
        for value in vars(import_module(name)).values()
        if isinstance(value, Rule)
    }
    assert written <= {rule.code for rule in rules()}


def test_a_rule_module_is_named_after_its_rule() -> None:
    for name in modules():
        stem = name.rpartition(".")[2]
        if re.fullmatch(r"[a-z]\d{3}", stem):
            own = [value for value in vars(import_module(name)).values() if isinstance(value, Rule)]
            assert stem.upper() in {rule.code for rule in own}


def test_every_relation_of_every_edition_is_a_rule() -> None:
    declared = {relation.code for year in (2019, 2021) for relation in edition(year).relations()}
    assert declared <= {rule.code for rule in rules()}


def test_a_code_is_never_used_twice() -> None:
    first = rules()[0]
    with pytest.raises(UsageError, match="used by two rules"):
        by_code([first, first])
    with pytest.raises(UsageError, match="used by two rules"):
        by_code([first, replace(first, code="Z999", aliases=(first.code,))])


def test_a_rule_is_found_by_its_code_and_by_its_former_code(monkeypatch) -> None:
    assert rule_for("r301") is rule_for("R301")
    former = replace(rules()[0], aliases=("Z001",))
    monkeypatch.setattr(register, "rules", lambda: (former,))
    assert register.rule_for("Z001") is former


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownRuleError, match="Q999"):
        rule_for("Q999")


def test_a_pack_from_outside_adds_its_rules(monkeypatch, tmp_path) -> None:
    says = "from dataclasses import replace\nfrom ogi.checks import years\n"
    pack = f"{says}RULES = (replace(years.RULES[0], code='Z002'),)\n"
    (tmp_path / "province_pack.py").write_text(pack)
    installed = tmp_path / "province_pack-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: province-pack\nVersion: 1\n")
    (installed / "entry_points.txt").write_text(
        f"[{register.GROUP}]\nprovince = province_pack:RULES\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "Z002" in [rule.code for rule in register.rules.__wrapped__()]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_page_of_a_rule_says_what_why_and_shows_both_sides(rule: Rule) -> None:
    assert re.fullmatch(r"[NPRSY]\d{3}", rule.code)
    assert rule.title
    assert len(rule.title) <= 40
    assert "\n\n" in rule.explanation
    for part in ("正例：", "反例："):
        assert part in rule.explanation
    assert rule.cites


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_no_page_uses_words_that_officials_are_spared(rule: Rule) -> None:
    for word in ("对不起", "非法", "无效", "操作失败", "系统异常", "！"):
        assert word not in rule.explanation + rule.advice


def test_every_value_that_rules_go_by_says_where_it_comes_from() -> None:
    for path in (files("ogi.checks") / "data").iterdir():
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = list(_citations(content))
        assert found, f"{path.name} cites nothing"
        for reference in found:
            assert str(cite(reference))


def _citations(content: object):
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "cites":
                yield value
            else:
                yield from _citations(value)


def test_a_data_file_that_is_not_there_is_named() -> None:
    with pytest.raises(DataFileError, match=r"nowhere\.yaml"):
        values("nowhere")


def test_an_empty_report_is_judged_without_an_error() -> None:
    report = AnnualReport()
    codes = [verdict.code for verdict in check(report, report)]
    assert codes == sorted(codes)
    assert not any(
        finding.severity.value == "error"
        for verdict in check(report, report)
        for finding in verdict.findings
    )


def test_rules_over_two_years_are_judged_only_when_last_year_is_given() -> None:
    report = report_of({"fill": 0, "year": 2023})
    alone = {verdict.code for verdict in check(report)}
    assert "Y101" not in alone
    assert "Y101" in {verdict.code for verdict in check(report, report)}
