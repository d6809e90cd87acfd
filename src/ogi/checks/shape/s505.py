"""S505: filling instructions are taken out."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.lines import lines
from ogi.checks.shape.words import quoted
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.data import from_data
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import Paragraph
from ogi.place import Place

_FILL = "把空着的数、日期或名称填上；没有的写0。"


@rule(
    "S505",
    Severity.WARNING,
    cites="form:附件",
    advice="删去模板里的填报提示再公布。",
)
def instructions_are_taken_out(report: Witness) -> Iterator[Found]:
    """模板里的填报提示不应留在公布的年报里。

    “提示：每个数据必须填”“（文字描述）”“××局”之类是写给填报人的话，公布前应当删去；
    “____件”“（　）条”这样空着没有填的数，应当填上。

    正例：“二、主动公开政府信息情况”。
    反例：“二、主动公开政府信息情况（提示：每个数据必须填）”。
    改法：删去填报提示。
    """
    seen: set[tuple[str, Place | None]] = set()
    given = report.weigh(list(_lines(report)))
    whole = _instruction("\n".join(line.text for line in given))
    for line in given if whole is not None else ():
        span = _instruction(line.text)
        if span and (line.text, line.place) not in seen:
            seen.add((line.text, line.place))
            around = line.text[max(0, span[0] - 16) : span[1] + 16]
            yield Found(f"留有填报提示：{quoted(around, 40)}", places=(line.place,))
    open_at = _left_open().search("\n".join(line.text for line in given))
    for line in given if open_at else ():
        if found := _left_open().search(line.text):
            around = line.text[max(0, found.start() - 16) : found.end() + 16]
            yield Found(f"有没有填的空：{quoted(around, 40)}", places=(line.place,), advice=_FILL)


def _lines(report: Witness) -> Iterator[Paragraph]:
    if report.title:
        yield Paragraph(report.title, report.title_place)
    yield from (Paragraph(heading.text, heading.place) for heading in report.headings)
    yield from report.labels.values()
    yield from lines(report.as_read)


def _instruction(text: str) -> tuple[int, int] | None:
    for word in values("instructions")["words"]:
        if word in text:
            return text.index(word), text.index(word) + len(word)
    for word, pattern in _patterns():
        if word in text and (match := pattern.search(text)):
            return match.span()
    return None


@from_data
def _left_open() -> re.Pattern[str]:
    return re.compile("|".join(values("instructions")["left_open"]))


@from_data
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = values("instructions")["patterns"].items()
    return tuple((word, expression(pattern, re.MULTILINE)) for word, pattern in patterns)
