"""S504: the sections carry the titles of the form."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.headings import section_headings
from ogi.checks.shape.words import bare, quoted
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.data import from_data
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import newest

_BRACKET = expression(r"[（(【\[].*$", re.DOTALL)


@rule(
    "S504",
    Severity.WARNING,
    cites="form:附件",
    advice="标题照格式原文改正。",
)
def sections_carry_their_titles(report: Witness) -> Iterator[Found]:
    """六个部分的标题应照格式原文。

    标题多字、漏字、改字，都使年报难以汇总和检索。格式正文里较长的说法
    （如“因政府信息公开工作被申请行政复议、提起行政诉讼情况”）也是格式的用语，不算改动；
    “和、及、与”之别也不计较。标题后面括号里的话不在这里判断。

    正例：“五、存在的主要问题及改进情况”。
    反例：“四、政府信息公开行政法复议、行政诉讼情况”，多了一个“法”字。
    改法：标题照格式原文改正。
    """
    for heading in report.once(section_headings):
        accepted = report.weigh(_accepted().get(heading.key or ""))
        if accepted is None or _plain(_BRACKET.sub("", heading.title)) in accepted:
            continue
        title = newest().sections[list(_accepted()).index(heading.key or "")].title
        yield Found(
            f"标题印作{quoted(heading.title)}，格式是“{title}”",
            value=heading.title,
            expected=title,
            places=(heading.place,),
        )


@from_data
def _accepted() -> dict[str, frozenset[str]]:
    same = values("headings")["same"]
    return {
        section.key: frozenset(_plain(t) for t in (section.title, *same.get(section.key, ())))
        for section in newest().sections
    }


def _plain(title: str) -> str:
    text = bare(title)
    for word in values("headings")["indifferent"]:
        text = text.replace(word, "")
    return text
