"""N206: the kinds of applicants, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.excluded import contradicted
from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N206", Severity.ERROR, cites=("form", "ogi-2019/50"))
def applicant_kinds_agree(report: Witness) -> Iterator[Found]:
    """文中各类申请人的申请数，应与表中相应各栏一致。

    “自然人”“公民”“商业企业”“科研机构”“社会公益组织”“法律服务机构”各与该栏对照，
    “法人或其他组织”与五栏之和对照；对照哪一行，看前文说的是收到、答复还是某类结果。

    正例：文中“收到申请 75 件，其中自然人 72 件、商业企业 3 件”，本年新收一行相应为 72、3。
    反例：文中“其中自然人 70 件”，本年新收一行自然人为 72。
    改法：按表中该行各栏改正正文，或改正表格。
    """
    yield from held(report, "N206")
    yield from contradicted(report, "N206")
