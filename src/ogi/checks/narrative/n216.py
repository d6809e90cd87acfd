"""N216: what came in and what went out, among the figures of the text alone."""

from collections.abc import Iterator

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.reading import narrative
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_IN, _OUT = ("received", "carried_in"), ("closed", "carried_out")
_REACH = 3  # sentences over which the four figures may be told


@rule("N216", Severity.WARNING, cites=("form", "ogi-2019/33"))
def text_balances_by_itself(report: Witness) -> Iterator[Found]:
    """文中的新收与上年结转之和，应等于办结与结转下年之和。

    新收、上年结转、办结、结转下年四个数在文中写在一起的，自己就应当平；没有表格也能判断。
    “收到”已含上年结转的，按含上年结转算；有撤回等另外写明的，不判断。

    正例：“收到申请12件，上年结转2件，办结13件，结转下年1件”。
    反例：“收到申请12件，上年结转2件，办结12件，结转下年1件”。
    改法：对照登记台账，改正其中一个数。
    """
    read = narrative(report).passages
    for index, passage in enumerate(read):
        found = _told(read[max(0, index - _REACH + 1) : index + 1], passage)
        if report.weigh(found) is not None and not _balances(found or {}, passage):
            yield _unbalanced(found or {})


def _told(near: tuple[Passage, ...], last: Passage) -> dict[str, Claim] | None:
    """Return the four claims, the last of them in the last sentence; None unless all are told."""
    told: dict[str, Claim] = {}
    here = False
    for passage in near:
        if passage.sentence.section != last.sentence.section:
            continue
        for claim in passage.claims.values():
            key = claim.quantity.key
            plain = not (claim.columns or claim.part or claim.scope or claim.figure.approximate)
            if key in (*_IN, *_OUT) and plain and claim.joined == "one":
                if key in told and told[key].figure.value != claim.figure.value:
                    return None
                here = here or (passage is last and key not in told)
                told.setdefault(key, claim)
    return told if here and len(told) == len(_IN + _OUT) else None


def _balances(told: dict[str, Claim], passage: Passage) -> bool:
    received, carried, closed, left = (told[key].figure.value for key in (*_IN, *_OUT))
    apart = received + carried - closed - left
    if not apart or received == closed + left:
        return True
    return abs(apart) in told["closed"].asides or abs(apart) in told["received"].asides


def _unbalanced(told: dict[str, Claim]) -> Found:
    received, carried, closed, left = (told[key].figure.value for key in (*_IN, *_OUT))
    quotes = "、".join(f"“{told[key].quote}”" for key in (*_IN, *_OUT))
    return Found(
        f"文中{quotes}不平：{received}+{carried}是{received + carried}，"
        f"{closed}+{left}是{closed + left}",
        value=received + carried,
        expected=closed + left,
        cells=(),
        places=tuple(dict.fromkeys(claim.place for claim in told.values())),
        advice="对照登记台账，改正其中一个数；有撤回、合并的，在文中写明。",
    )
