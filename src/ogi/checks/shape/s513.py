"""S513: the text speaks of the organ that reports."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.lines import lines
from ogi.checks.shape.words import quoted, sentences, simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity


@rule(
    "S513",
    Severity.WARNING,
    cites=("form-2021:“一、报告内容”", "ogi-2019/50"),
    advice="核对机关名称：沿用别的机关的文字的，改成本机关的名称和情况。",
)
def text_names_the_organ_that_reports(report: Witness) -> Iterator[Found | CannotSay]:
    """年报的前言、正文和落款应是本机关的名称。

    前言说由另一个机关编制、句子以另一个同级机关为主语叙述本年工作、落款是另一个机关的，
    多半是借用了别人的年报而没有改完。简称、内设机构和上级机关不算；各级人民政府的年报
    说到所属部门的工作，也不算。

    正例：青禾县统计局的年报写“青禾县统计局认真落实条例”。
    反例：青禾县统计局的年报写“青禾县水务局认真落实条例”。
    改法：改成本机关的名称和情况。
    """
    if not report.organ:
        yield CannotSay("不知道是哪个机关的年报")
        return
    words = values("organs")
    whole = bool(expression(words["areas"]).search(report.organ))
    seen: set[str] = set()
    for line in report.weigh(list(lines(report.as_read))):
        for sentence in sentences(line):
            text = simple(re.sub(r"\s", "", sentence))
            name = _other_organ(text, report.organ, whole)
            if name and name not in seen:
                seen.add(name)
                yield Found(
                    f"{report.organ}的年报写着{quoted(text)}",
                    value=name,
                    expected=report.organ,
                    places=(line.place,),
                )


def _other_organ(text: str, organ: str, whole: bool) -> str:
    """Return the other organ that a sentence takes the report, or its work, to be of."""
    owner = _named("report_of", text)
    if owner and is_another(owner, organ, whose_report=True):
        return owner
    name = _named("compiler", text) or _signed(text) or ("" if whole else _named("subject", text))
    return name if name and is_another(name, organ) else ""


def _named(pattern: str, text: str) -> str:
    found = expression(values("organs")[pattern]).search(text)
    return found["name"] if found else ""


def _signed(text: str) -> str:
    found = expression(values("organs")["name"]).fullmatch(text)
    return text if found else ""


def is_another(name: str, organ: str, whose_report: bool = False) -> bool:
    """Say whether a full name is that of an organ other than the one that reports.

    >>> is_another("青禾县水务局", "青禾县统计局")
    True
    >>> is_another("县统计局", "青禾县统计局"), is_another("青禾县统计局办公室", "青禾县统计局")
    (False, False)
    """
    words = values("organs")
    own, other = re.sub(words["dropped"], "", simple(organ)), re.sub(words["dropped"], "", name)
    letters = iter(own)
    if own in other or all(char in letters for char in other):
        return False
    region = expression(words["region"]).match(other)
    if not region or not expression(words["region"]).match(own):
        return False
    if whose_report:  # an organ above may be named by right, but it is its own report
        return True
    if expression(words["superior"]).search(name):
        return False
    return region[0] in own or other[len(region[0]) :] == own[-len(other[len(region[0]) :]) :]
