"""N214: one application by several applicants."""

from collections.abc import Iterator

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.reading import narrative
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N214", Severity.WARNING, cites="form")
def applicants_match_applications(report: Witness) -> Iterator[Found]:
    """文中说的申请件数，与列出的申请人数应当对得上。

    几个人联名提出的申请，有的机关算一件，有的按人数算。文中的件数与列出的申请人数不一样
    时，表格按哪一种计，应当写明，并与表中一致。

    正例：“收到申请 3 件，申请人为两名自然人、一家企业”。
    反例：“收到申请 1 件，申请人为两名自然人、一家企业”。
    改法：写明联名申请按件计还是按人计，并核对表中本年新收各栏。
    """
    for passage in narrative(report).passages:
        for index, claim in passage.claims.items():
            applicants = _applicants(passage, index)
            count = sum(each.figure.value for each in applicants)
            counted = claim.quantity.family == "flow" and not claim.columns and applicants
            if (
                report.weigh(bool(counted))
                and count != claim.figure.value
                and not claim.figure.approximate
            ):
                yield _found(claim, applicants)


def _applicants(passage: Passage, index: int) -> list[Claim]:
    """Return the applicants listed right behind a claim, counted as persons."""
    listed: list[Claim] = []
    for number in range(index + 1, len(passage.figures)):
        claim = passage.claims.get(number)
        if claim is None or not claim.columns or claim.figure.kind != "persons":
            break
        listed.append(claim)
    return listed


def _found(claim: Claim, applicants: list[Claim]) -> Found:
    listed = "、".join(each.quote for each in applicants)
    count = sum(each.figure.value for each in applicants)
    return Found(
        f"文中“{claim.quote}”是{claim.figure.value}件，列出的申请人（{listed}）是{count}个",
        value=claim.figure.value,
        expected=count,
        cells=(),
        places=(claim.place,),
        advice="写明联名申请按件计还是按人计，并核对表中本年新收各栏。",
    )
