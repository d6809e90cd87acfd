"""The values of the law: each dated, each cited, and what a place may set for itself."""

import re
from datetime import date
from importlib.resources import files

import pytest
import yaml
from workdays.cases import named

from ogi.data import of_place, read
from ogi.errors import DataFileError, UsageError
from ogi.law import Law, cite, instruments, provision, provision_names, versions
from ogi.law.provisions import ProvisionFile

GOOD = """\
term: 期限
unit: working_day
values:
  2019-05-15: {value: 20, cites: ogi-2019/33/2}
last_checked: 2026-11-21
"""
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("name", "case"), named("law/values"))
def test_the_law_says(name, case):
    found = provision(case["provision"], case["day"])
    assert found.value == case["value"]
    assert found.unit == case["unit"]
    assert found.cites == cite(case["cites"])
    assert found.doubtful is case.get("doubtful", False)


@pytest.mark.parametrize("name", provision_names())
def test_every_value_is_dated_and_cited(name):
    for one in versions(name):
        assert one.since <= TODAY
        assert one.cites.instrument in instruments().values()
        assert re.search(r"[\u4e00-\u9fff]", one.term)
        if one.cites.instrument.since:
            assert one.since >= one.cites.instrument.since, "a value older than its law"


@pytest.mark.parametrize("name", provision_names())
def test_what_is_practice_says_so_in_chinese(name):
    for one in versions(name):
        assert one.configurable or not one.doubtful
        if one.doubtful:
            assert "可以配置" in one.note


@pytest.mark.parametrize("name", provision_names())
def test_every_file_says_in_its_first_line_what_it_holds(name):
    path = files("ogi.law") / "data" / "provisions" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {versions(name)[0].term}: ")
    assert isinstance(yaml.safe_load(text)["last_checked"], date)


def test_a_value_holds_from_its_day_on():
    assert provision("reply_period", date(2019, 5, 14)).value == 15
    assert provision("reply_period", date(2019, 5, 15)).value == 20
    with pytest.raises(UsageError, match="on file from 2008-05-01"):
        provision("reply_period", date(2008, 4, 30))


@pytest.mark.parametrize("name", ["patience", "../instruments", ""])
def test_an_unknown_provision_is_refused(name):
    with pytest.raises(UsageError, match="no provision"):
        provision(name, TODAY)


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("term:", "value: 20\nterm:", "没有“value”这一项"),
        ("term: 期限\n", "", "缺少“term”这一项"),
        ("working_day", "fortnight", "只能是 working_day、"),
        ("  2019-05-15: {value: 20, cites: ogi-2019/33/2}", "  {}", "合乎"),
        ("2019-05-15", "2019", "应当是日期"),
        (", cites: ogi-2019/33/2", "", "缺少“cites”这一项"),
        ("{value: 20, cites: ogi-2019/33/2}", "20", "应当是"),
        ("ogi-2019/33/2", "ogi-2091/33/2", "没有收录依据“ogi-2091”；是不是“ogi-2019”？"),
        ("ogi-2019/33/2", "ogi-2019/三十三", "不是依据"),
        ("value: 20", "value: 2.5", "应当是整数"),
        ("value: 20", "value: true", "应当是整数"),
        ("last_checked", "doubtful: true\nlast_checked", "要在 note 里说明"),
    ],
)
def test_a_wrong_file_is_refused(old, new, trouble):
    assert old in GOOD
    with pytest.raises(DataFileError, match=trouble):
        read(GOOD.replace(old, new), ProvisionFile, "period.yaml")


def test_a_place_may_configure_practice():
    law = Law({"correction_period": 10, "department_report_date": "01-26"})
    found = law.provision("correction_period", TODAY)
    assert (found.value, found.configured) == (10, True)
    assert found.note == "按本地配置；通行做法为：15"
    assert law.provision("department_report_date", TODAY).value == "01-26"
    assert law.provision("reply_period", TODAY) == provision("reply_period", TODAY)


def configure(folder, text):
    (folder / "law").mkdir()
    (folder / "law" / "configured.yaml").write_text(text, encoding="utf-8")


def test_the_data_of_a_place_configures_practice(tmp_path):
    configure(tmp_path, "correction_period: {value: 10, source: 某市答复规程}\n")
    with of_place(tmp_path):
        assert Law().provision("correction_period", TODAY).value == 10
        assert Law({"correction_period": 12}).provision("correction_period", TODAY).value == 12
    assert Law().provision("correction_period", TODAY).value == 15


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("reply_period: {value: 10}", "本地不能改"),
        ("correction_period: {value: ten}", "应当是整数"),
        ("corection_period: {value: 10}", "的规定；是不是“correction_period”？"),
        ("correction_period: {value: 10, sorce: x}", "没有“sorce”这一项；是不是“source”？"),
    ],
)  # fmt: skip
def test_the_data_of_a_place_may_not_change_the_law(tmp_path, text, trouble):
    configure(tmp_path, text)
    with of_place(tmp_path), pytest.raises(DataFileError, match=trouble) as caught:
        Law().provision("correction_period", TODAY)
    assert caught.value.faults[0].line == 1


def test_a_place_may_not_change_the_law():
    with pytest.raises(UsageError, match="no place may change it"):
        Law({"reply_period": 10})


@pytest.mark.parametrize("value", ["10", True, None])
def test_a_configured_value_is_of_the_same_kind(value):
    with pytest.raises(UsageError, match="must be like 15"):
        Law({"correction_period": value})


def test_the_overrides_of_a_law_cannot_be_changed_afterwards():
    overrides = {"reasons_pause": True}
    law = Law(overrides)
    overrides["reasons_pause"] = False
    assert law.provision("reasons_pause", TODAY).value is True
    with pytest.raises(TypeError):
        law.overrides["reasons_pause"] = False


def test_a_number_is_asked_of_numbers_only():
    assert provision("reply_period", TODAY).number == 20
    with pytest.raises(UsageError, match="no whole number"):
        _ = provision("organ_silence", TODAY).number


def test_an_instrument_is_named_in_chinese():
    for key, one in instruments().items():
        assert re.search(r"[\u4e00-\u9fff]", str(one)), key
