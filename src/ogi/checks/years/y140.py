"""Y140: a text taken over from last year."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.checks.years.pair import unlike
from ogi.expression import expression
from ogi.findings import Severity

_NUMBERED = expression(r"^\s*(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]）|\d+[.、])")
SECTIONS = {"overview": "第一部分总体情况", "problems": "第五部分存在的主要问题及改进情况"}


@rule(
    "Y140",
    Severity.WARNING,
    cites="form-2021:“一、报告内容”",
    advice="按本年的情况重写这一部分：今年做了什么，还有什么问题，怎样改进。",
    scope=Scope.YEAR_PAIR,
)
def texts_are_not_those_of_last_year(
    report: Witness, previous: Witness
) -> Iterator[Found | CannotSay]:
    """总体情况、问题和改进情况不应与上年雷同。

    格式通知要求内容实事求是，不得敷衍塞责、年年雷同。比较时不计数字和年份，只看文字；
    相同的部分达到九成就提示，换了次序的也算。过短的文字不比较。

    正例：两年的第五部分写的是不同的问题和措施。
    反例：第五部分除年份外与上年一字不差。
    改法：按本年的情况重写。
    """
    if why := unlike(report, previous):
        yield why
        return
    from rapidfuzz.fuzz import ratio

    limits = values("years")["similarity"]
    for key, name in SECTIONS.items():
        now, before = _words(report.text(key)), _words(previous.text(key))
        if min(len(now), len(before)) < limits["characters"]:
            continue
        report.weigh(now)
        same = max(
            ratio(now, before, score_cutoff=limits["percent"]),
            ratio(_in_order(report, key), _in_order(previous, key), score_cutoff=limits["percent"]),
        )
        if same >= limits["percent"]:
            places = (report.sections[key].paragraphs[0].place,)
            yield Found(
                f"{name}与上年年报有{same:.0f}%相同（不计数字）",
                value=round(same),
                places=places,
            )


def _in_order(report: Witness, key: str) -> str:
    """Return the clauses of a section in one order, whatever order they are told in."""
    clauses = re.split(r"[。；;：:，,\n]", report.text(key))
    return "".join(sorted(filter(None, (_words(_NUMBERED.sub("", each)) for each in clauses))))


def _words(text: str) -> str:
    return re.sub(r"[\s\d〇○０-９.，,]+", "", text)
