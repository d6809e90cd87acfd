import json

from ogi.checks import rules
from ogi.form import editions, newest
from ogi.rollup import RULES

EVERY_RULE = (*rules(), *RULES)


def test_a_rule_is_explained_with_its_law(ogi):
    result = ogi("explain", "r301")
    assert result.exit_code == 0
    assert "R301　第一项加第二项之和，等于第三项加第四项之和" in result.stdout
    assert "国办公开办函〔2021〕30号" in result.stdout


def test_every_rule_can_be_explained(ogi):
    result = ogi("explain", *(rule.code for rule in EVERY_RULE))
    assert result.exit_code == 0
    assert all(f"{rule.code}　{rule.title}" in result.stdout for rule in EVERY_RULE)


def test_without_a_code_all_rules_are_listed(ogi):
    printed = ogi("explain").stdout
    lines = [f"{rule.code}　{rule.severity.label}　{rule.title}" for rule in EVERY_RULE]
    assert all(line in printed for line in lines)
    assert f"共{len(EVERY_RULE)}条" in printed


def test_a_cell_is_explained_in_every_edition_that_has_it(ogi):
    printed = ogi("explain", "applications.received.total").stdout
    assert "2019年版" in printed
    assert "2021年版" in printed
    assert "R301" in printed
    assert "2021年版" not in ogi("explain", "proactive.procurement.amount").stdout


def test_an_unknown_code_is_refused_with_its_neighbours(ogi):
    result = ogi("explain", "R3O1")
    assert result.exit_code == 2
    assert "相近的有" in result.stderr


def test_an_unknown_address_is_refused(ogi):
    assert ogi("explain", "applications.received.nobody").exit_code == 2


def test_the_form_is_shown_with_its_addresses(ogi):
    printed = ogi("form", str(newest().year)).stdout
    for table in newest().tables.values():
        assert all(address in printed for address in table.addresses)
    assert "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" in printed


def test_the_table_of_addresses_is_tab_separated_and_complete(ogi):
    lines = ogi("form", "--addresses").stdout.splitlines()
    assert lines[0] == "edition\taddress\ttable\trow\tcolumn"
    addresses = [tuple(line.split("\t")[:2]) for line in lines[1:]]
    assert addresses == [(str(e.year), a) for e in editions() for a in e.addresses]


def test_one_edition_may_be_asked_for(ogi):
    lines = ogi("form", "2019", "--addresses").stdout.splitlines()[1:]
    assert {line.partition("\t")[0] for line in lines} == {"2019"}


def test_the_form_is_available_as_json(ogi):
    made = json.loads(ogi("form", str(newest().year), "--json").stdout)
    cells = [c for table in made["tables"] for row in table["rows"] for c in row["cells"]]
    assert [cell["address"] for cell in cells] == list(newest().addresses)


def test_an_edition_that_does_not_exist_is_refused(ogi):
    result = ogi("form", "2008")
    assert result.exit_code == 2
    assert "2019、2021" in result.stderr
