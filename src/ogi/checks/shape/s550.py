"""S550: the overview covers its five aspects."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.shape.asked import not_asked
from ogi.checks.shape.words import bare, simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

LEAST = 20
TABLE_SECTIONS = ("proactive", "applications", "disputes")


@rule(
    "S550",
    Severity.WARNING,
    cites="form-2021:“一、报告内容”",
    advice="在总体情况里补写缺少的方面。",
)
def overview_covers_five_aspects(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """总体情况应写到五个方面。

    五个方面是主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
    不要求各有小标题，只看文中是否说到；写在第二至四部分的，作备注。2021 年起的年报适用。

    正例：总体情况分（一）至（五）写五个方面。
    反例：总体情况只写组织领导和发布信息的条数，没有说到依申请公开。
    改法：补写缺少的方面。
    """
    if why := not_asked(report, "overview", "five_aspects"):
        yield why
        return
    text = report.weigh(simple(report.text("overview")))
    if len(bare(text)) < LEAST:
        yield CannotSay("没有见到总体情况的文字，或过短")
        return
    aspects = values("overview")["aspects"]["words"]
    elsewhere = simple("\n".join(report.text(key) for key in TABLE_SECTIONS))
    lacking = [name for name, words in aspects.items() if not _spoken_of(words, text)]
    told = [name for name in lacking if _spoken_of(aspects[name], elsewhere)]
    places = tuple(paragraph.place for paragraph in report.paragraphs("overview"))[:1]
    if len(told) < len(lacking):
        names = "、".join(name for name in lacking if name not in told)
        yield Found(f"总体情况没有说到{names}", places=places)
    if told:
        message = f"{'、'.join(told)}没有写在总体情况里，写在后面的部分"
        yield Found(message, places=places, severity=Severity.NOTE)


def _spoken_of(words: list[str], text: str) -> bool:
    return any(word in text for word in words)
