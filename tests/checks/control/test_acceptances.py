from datetime import date

import pytest
from writing.made import report

from ogi.checks import check
from ogi.checks.control import accept, read_acceptances, useless
from ogi.errors import SettingsError
from ogi.findings import Acceptance

TOTAL = "applications.received.total"
ON = date(2026, 3, 2)


def findings(cells, **more):
    return [one for verdict in check(report(cells=cells, **more)) for one in verdict.findings]


def ids(cells, code, **more):
    return {one.id for one in findings(cells, **more) if one.code == code}


def test_the_same_finding_has_the_same_id_in_every_run():
    assert ids({TOTAL: 5}, "R303") == ids({TOTAL: 5}, "R303") != set()


def test_another_figure_is_another_finding():
    assert not ids({TOTAL: 5}, "R303") & ids({TOTAL: 6}, "R303")


def test_the_ids_of_a_report_are_all_different():
    made = [one.id for one in findings({TOTAL: 5})]
    assert len(made) == len(set(made))


def test_an_accepted_finding_stays_and_carries_who_answers_for_it():
    verdicts = check(report(cells={TOTAL: 5}))
    wanted = next(iter(ids({TOTAL: 5}, "R303")))
    entry = Acceptance(wanted, "合计含转办件", "王某", date(2026, 1, 5))
    marked = [one for v in accept(verdicts, [entry], ON) for one in v.findings if one.accepted]
    assert [(one.id, one.accepted) for one in marked] == [(wanted, entry)]


def test_after_its_last_day_an_acceptance_counts_no_more_and_is_named():
    verdicts = check(report(cells={TOTAL: 5}))
    wanted = next(iter(ids({TOTAL: 5}, "R303")))
    entry = Acceptance(wanted, "暂缓", "王某", date(2025, 1, 5), until=date(2026, 3, 1))
    assert not any(one.accepted for v in accept(verdicts, [entry], ON) for one in v.findings)
    (said,) = useless([entry], {wanted}, set(), ON)
    assert "已经过期" in said
    assert any(one.accepted for v in accept(verdicts, [entry], entry.until) for one in v.findings)


def test_what_fits_nothing_is_named_unless_its_organ_was_not_checked():
    entry = Acceptance("R303-0000000000", "旧", "王某", date(2025, 1, 5), organ="云岭县林业局")
    assert not list(useless([entry], set(), {"云岭县水利局"}, ON))
    (said,) = useless([entry], set(), {"云岭县林业局"}, ON)
    assert "没有对上任何问题" in said


ENTRY = '[[accepted]]\nid = "R303-1"\nreason = "{reason}"\nby = "王某"\non = {on}\n{more}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENTRY.format(reason="", on="2026-01-05", more=""), "要写明理由"),
        (ENTRY.format(reason="a", on='"去年"', more=""), "“on”应当是日期"),
        (ENTRY.format(reason="a", on="2026-01-05", more="until = 2025-01-05"), "早于"),
        (ENTRY.format(reason="a", on="2026-01-05", more="") * 2, "写了两次"),
        (ENTRY.format(reason="a", on="2026-01-05", more='why = "x"'), "没有“why”这一项"),
        ('[[accepted]]\nid = "R303-1"\n', "没有写reason"),
    ],
)
def test_a_wrong_list_of_accepted_findings_is_refused_with_what_is_wrong(tmp_path, text, said):
    path = tmp_path / "accepted.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_acceptances(path)
    assert said in str(caught.value)
