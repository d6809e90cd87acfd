"""The data of a place on the command line: added by a folder, refused with file and line."""

import re
from datetime import date

import pytest
from letters.cases import DAY, USUAL, ledger_for

from ogi.casework import case_table
from ogi.casework.outcomes import outcome
from ogi.clock import Jurisdiction
from ogi.counting import count
from ogi.data import Locality, of_place
from ogi.data.places import _default
from ogi.docket import allowed
from ogi.form import edition, editions
from ogi.law import Law
from ogi.letters import Letter, compose, letter_forms
from ogi.workdays import WorkCalendar, notices, region
from tools.place import weekend_after

with of_place(Locality()):
    NOTICE = notices()[-1].year + 1
    LAST = editions()[-1]
    FORM = max(LAST.year, NOTICE) + 1
WORKDAYS = f"workdays/{NOTICE}.yaml"
GRANTED, NOT_HELD = ([{"item": "1", "outcome": code}] for code in ("D12", "D41a"))


@pytest.fixture
def page(root):
    """The files that the page for an office gives as examples, by name.

    What comes next on the page is what comes after the last on file.
    """
    text = (root / "docs" / "guide" / "local-data.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", text, re.DOTALL))
    for kind, year in (("workdays", NOTICE), ("form", FORM)):
        (name,) = [name for name in files if re.fullmatch(rf"{kind}/\d+.yaml", name)]
        files[f"{kind}/{year}.yaml"] = files.pop(name).replace(name[-9:-5], str(year))
    work = weekend_after(date(NOTICE, 2, 12))
    files[WORKDAYS] = re.sub("work: .*", f"work: [{work}]", files[WORKDAYS])
    form = files[f"form/{FORM}.yaml"]
    form = re.sub("follows: .*", f"follows: {LAST.year}", form)
    files[f"form/{FORM}.yaml"] = re.sub("instrument: .*", "instrument: form-next", form)
    files["law/instruments.yaml"] = re.sub(r"form-\d+", "form-next", files["law/instruments.yaml"])
    return files


@pytest.fixture
def place(ogi, page):
    for name, text in page.items():
        ogi.write(f"place/{name}", text)
    return ogi.folder / "place"


def test_every_example_of_the_page_is_accepted(place, page):
    assert len(page) == 9
    with of_place(place):
        assert notices()[-1].year == NOTICE
        assert WorkCalendar(region("shili"))
        assert Law().provision("correction_period", date(2026, 1, 5)).value == 10
        assert edition(FORM).instrument.instrument.number == "虚构的格式文号"
        assert "R90" in letter_forms()
        assert "R11" in [letter_forms()[outcome("D91").letter].code]
        assert "counsel" in case_table().moves["legal_reviewed"].roles
        assert Jurisdiction().rules.steps.count("legal_reviewed") == 1


def test_the_letter_of_the_page_goes_out_where_its_result_is_recorded_and_nowhere_else(place):
    recorded = {"act": "replied", "day": DAY.isoformat()}
    facts = {"获取信息的方式、途径和时间": "到云川县政务服务中心查阅"}
    with of_place(place):
        for results, issued in ((GRANTED, True), (NOT_HELD, False)):
            ledger = ledger_for({"more": [{**recorded, "results": results}]})
            made = compose("R90", ledger, USUAL, DAY, facts)
            assert isinstance(made, Letter) is issued, str(made)
            assert ("第三十六条" in str(made.paragraphs)) if issued else ("R12" in str(made))


def test_a_slip_ends_in_a_sentence_with_file_and_line(ogi, place):
    path = ogi.write(f"place/{WORKDAYS}", "notice: 虚构\nrest: {}\nwrok: []\n")
    result = ogi("--data", place, "calendar", "2026")
    assert result.exit_code == 2
    assert f"{path} 第3行：wrok：这里没有“wrok”这一项；是不是“work”？" in result.stderr
    assert "Traceback" not in result.output


def test_a_result_of_the_page_counts_in_its_row(place):
    recorded = {"act": "replied", "day": DAY.isoformat(), "results": [{"item": "1"}]}
    recorded["results"][0]["outcome"] = "D91"
    sent = {"act": "delivered", "day": DAY.isoformat(), "way": "direct"}
    with of_place(place):
        counted = count({"1": ledger_for({"more": [recorded, sent]})}, DAY.year)
    assert counted.behind["applications.refused.administrative_inquiry.total"] == ("1",)


def test_who_does_a_step_of_the_place_and_which_steps_there_are(place):
    drafted = [("assigned", {"handler": "甲"}), ("drafted", {}), ("reviewed", {"approved": True})]
    more = [{"act": key, "day": DAY.isoformat(), "by": key, **said} for key, said in drafted]
    with of_place(place):
        ledger = ledger_for({"more": more})
        offered = {one.act for one in allowed(ledger, "counsel", DAY) if one.open}
    assert offered == {"legal_reviewed"}


# Ten slips, each of another kind, in as many files; the line where each stands.
SLIPS = {
    "workday/2031.yaml": ("notice: x\n", 0, "没有这样的文件"),
    "workdays/regions/shili.yaml": ("region: 甲\nsuorce: 乙\nrest: {}\n", 2, "是不是“source”？"),
    "law/instruments.yaml": ("ogi-2019: {name: 《条例》}\n", 1, "系统里已经有“ogi-2019”"),
    "law/configured.yaml": ("reply_period: {value: 30, source: 甲}\n", 1, "本地不能改"),
    "law/organ_rules.yaml": ("steps: [reviewed, signed]\n", 1, "没有保密审查"),
    "casework/roles.yaml": ("x: {label: 甲, does: [singed]}\n", 1, "是不是“signed”？"),
    "casework/outcomes.yaml": (
        "outcomes:\n  D91:\n    term: 甲\n    family: refused\n    row: refused.state_secrt\n"
        "    letter: R04\n    cites: [ogi-2019/14]\n",
        5,
        "是不是“refused.state_secret”？",
    ),
    "letters/forms/R90.yaml": (
        "title: 甲\nwhen: 乙\nto: applicant\nrecords: replied\ntells: [D12]\n"
        "body:\n- '{{ basiss }}'\n",
        7,
        "是不是“basis”？",
    ),
    "letters/forms/R91.yaml": ("title: 甲\ntitle: 乙\n", 2, "写了两次"),
    "form/2099.yaml": ("edition: 2099\nfollows: 2021\ninstrument: form-2O21\n", 3, "form-2021"),
}


@pytest.mark.parametrize("way", ["option", "environment"])
def test_ten_slips_of_ten_kinds_are_told_at_once_each_with_file_and_line(ogi, way, monkeypatch):
    for name, (text, _, _) in SLIPS.items():
        ogi.write(f"wrong/{name}", text)
    folder = ogi.folder / "wrong"
    if way == "environment":
        monkeypatch.setenv("OGI_DATA", str(folder))
        _default.cache_clear()
    result = ogi(*(("--data", folder) if way == "option" else ()), "letter", "--list")
    _default.cache_clear()
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    for name, (_, line, says) in SLIPS.items():
        where = f"{folder / name}" + (f" 第{line}行" if line else "")
        told = [one for one in result.stderr.splitlines() if one.startswith(where)]
        assert any(says in one for one in told), (name, result.stderr)


def test_a_folder_that_is_not_there_ends_in_a_sentence(ogi):
    result = ogi("--data", ogi.folder / "none", "calendar", "2026")
    assert result.exit_code == 2
    assert "没有这个文件夹" in result.stderr


def test_a_notice_of_the_place_is_counted_with(ogi, place):
    result = ogi("--data", place, "calendar", "add", f"{NOTICE}-02-04", "1")
    weekdays = (day for at in range(12, 16) if (day := date(NOTICE, 2, at)).isoweekday() < 6)
    assert result.stdout.strip() == str(min(next(weekdays), weekend_after(date(NOTICE, 2, 12))))
