import json
from decimal import Decimal

from ogi.checks import check
from ogi.findings import Finding, Outcome, Severity, Verdict
from ogi.form import Cell, State
from ogi.writing.json import check_json, dumps, report_json

from .made import WRONG_TOTAL, doubted, report

TOTAL = "applications.received.total"


def test_a_report_has_the_keys_that_the_interface_promises():
    made = report_json(report())
    promised = {"title", "organ", "year", "editions", "cells", "details", "sections", "reading"}
    assert promised <= set(made)
    assert {"text", "state", "place", "note", "doubts"} <= set(made["details"][TOTAL])
    assert {"overview", "problems", "other"} <= set(made["sections"])
    assert {"format", "seconds", "doubts"} <= set(made["reading"])


def test_a_blank_is_null_and_not_zero():
    made = json.loads(dumps(report_json(report(cells={TOTAL: None}))))
    assert made["cells"][TOTAL] is None
    assert made["details"][TOTAL]["state"] == "blank"


def test_a_decimal_is_written_digit_by_digit():
    fee = "proactive.charges.amount"
    exact = Decimal("412.63500000000000000001")
    line = dumps(report_json(report(cells={fee: Cell(exact, str(exact), State.PRINTED)})))
    assert f'"{fee}": 412.63500000000000000001' in line
    assert json.loads(line, parse_float=Decimal)["cells"][fee] == exact


def test_a_report_is_one_line_of_json():
    text = report(title='第一行\n第二行\u2028 "引号" \\')
    assert "\n" not in dumps(report_json(text))
    assert json.loads(dumps(report_json(text)))["title"] == text.title


def test_half_a_character_from_a_broken_file_is_still_json():
    assert json.loads(dumps({"name": "a\udce4.txt"})) == {"name": "a\udce4.txt"}
    dumps({"name": "a\udce4.txt"}).encode("utf-8")


def test_doubts_name_their_cells_and_candidates():
    made = report_json(report(cells={TOTAL: doubted(6, "末位不清", "6", "8")}))
    assert made["reading"]["doubts"] == [TOTAL]
    (doubt,) = made["details"][TOTAL]["doubts"]
    assert doubt["candidates"] == ["6", "8"]


def test_a_finding_has_the_keys_that_the_interface_promises():
    wrong = report(cells=WRONG_TOTAL)
    made = check_json(wrong, check(wrong))
    finding = next(one for one in made["findings"] if one["code"] == "R303")
    assert set(finding) == {
        "code", "severity", "message", "value", "expected", "difference",
        "cells", "places", "source", "advice", "id", "usual", "accepted",
    }  # fmt: skip
    assert (finding["value"], finding["expected"], finding["difference"]) == (5, 3, 2)
    assert TOTAL in finding["cells"]


def test_errors_come_before_warnings_and_notes():
    severities = [Severity.NOTE, Severity.ERROR, Severity.WARNING]
    verdicts = [
        Verdict(f"S50{n}", Outcome.BROKEN, (Finding(f"S50{n}", severity, "有问题"),))
        for n, severity in enumerate(severities)
    ]
    made = check_json(report(), verdicts)
    assert [one["severity"] for one in made["findings"]] == ["error", "warning", "note"]


def test_verdicts_are_counted_and_the_unjudged_say_why():
    made = check_json(report(), [Verdict("R301", Outcome.UNJUDGED, (), ("a.b.c",), "没有数字")])
    assert made["verdicts"] == {"kept": 0, "broken": 0, "unjudged": 1, "not_applicable": 0}
    assert made["unjudged"] == [{"code": "R301", "missing": ["a.b.c"], "reason": "没有数字"}]
