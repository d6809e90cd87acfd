import pytest

from ogi.checks import check
from ogi.checks.control import Profile, applied, profile_for, read_config
from ogi.checks.control.profile import chosen
from ogi.errors import SettingsError
from ogi.findings import Severity

from ..cases import report_of

REPORT = {
    "fill": 0,
    "year": 2023,
    "title": "青禾县统计局2023年政府信息公开工作年度报告",
    "organ": "青禾县统计局",
    "cells": {"applications.received.total": 4},
    "sections": {"other": "无。"},
}


@pytest.fixture
def verdicts():
    return check(report_of(REPORT))


def settings(tmp_path, text):
    path = tmp_path / "ogi.toml"
    path.write_text(text, encoding="utf-8")
    return path


def codes(verdicts):
    return {verdict.code for verdict in verdicts}


def test_an_office_that_names_rules_gets_these_only(verdicts):
    assert codes(applied(verdicts, Profile(rules=("R", "N20")))) == {
        code for code in codes(verdicts) if code.startswith(("R", "N20"))
    }


def test_what_is_skipped_is_not_judged_even_if_it_was_named(verdicts):
    assert not any(
        code.startswith("R3")
        for code in codes(applied(verdicts, Profile(rules=("R",), skip=("R3",))))
    )


def test_a_changed_severity_says_what_it_was(verdicts):
    found = [
        finding
        for verdict in applied(verdicts, Profile(severity={"R303": Severity.NOTE}))
        for finding in verdict.findings
        if finding.code == "R303"
    ]
    assert found
    assert {(one.severity, one.usual) for one in found} == {(Severity.NOTE, Severity.ERROR)}


def test_a_check_fails_on_what_the_office_says(verdicts):
    only_warnings = applied(verdicts, Profile(skip=("R", "N")))
    assert not Profile().fails(only_warnings)
    assert Profile(fail_on=Severity.WARNING).fails(only_warnings)


def test_a_named_profile_builds_on_the_usual_one(tmp_path):
    text = '[check]\nskip = ["S540"]\nfail-on = "warning"\n\n[profiles."乡镇"]\nrules = ["R"]\n'
    config = read_config(settings(tmp_path, text))
    township = profile_for(config, "乡镇")
    assert (township.rules, township.skip) == (("R",), ("S540",))
    assert township.fail_on is Severity.WARNING
    assert profile_for(config).rules == ()


def test_an_option_prevails_over_the_file_and_skips_add_up(tmp_path):
    config = read_config(settings(tmp_path, '[check]\nrules = ["R"]\nskip = ["R3"]\n'))
    made = chosen(profile_for(config), rules=("N",), skip=("N213",))
    assert (made.rules, made.skip) == (("N",), ("R3", "N213"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[check]\nskp = ["S"]\n', "第2行：没有“skp”这一项设置"),
        ('[check]\nskip = "S"\n', "第2行：“skip”应当是一列"),
        ('[check]\nfail-on = "grave"\n', "第2行：“fail-on”"),
        ("[check\n", "第1行第7列不合TOML的写法"),
        ('[profiles.乡镇]\nskip = ["S"]\n', "中文名称要写在引号里"),
        ('[check]\nskip = ["S999"]\n', "没有以此开头的规则：S999"),
        ("check = 1\n", "“check”应当是一节"),
    ],
)
def test_what_is_wrong_in_the_settings_is_said_with_its_line(tmp_path, text, said):
    path = settings(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        profile_for(read_config(path))
    assert said in str(caught.value)


def test_a_profile_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    config = read_config(settings(tmp_path, '[profiles."乡镇"]\nskip = ["S"]\n'))
    with pytest.raises(SettingsError, match="没有“部门”这个检查方案；设置文件里有：乡镇"):
        profile_for(config, "部门")
