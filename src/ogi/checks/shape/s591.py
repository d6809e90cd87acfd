"""S591: no mobile number of a private person stands in the text."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.lines import lines, running_text
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity


@rule(
    "S591",
    Severity.WARNING,
    cites=("personal-information/25", "ogi-2019/15"),
    advice="核对是谁的号码：申请人等个人的，撤下年报，删去后重新公布。",
)
def no_mobile_number_stands_in_the_text(report: Witness) -> Iterator[Found]:
    """年报中不应出现个人手机号码。

    前面写有联系、电话、咨询、监督等字样的，是机关公布的联系方式，不算。结果里只写前三位和末两位。

    正例：“联系电话：13900000000”（机关公布的联系方式）。
    反例：“申请人李某（13900000000）要求公开……”。
    改法：删去个人的号码后重新公布。
    """
    if not report.weigh(report.once(running_text)):
        return
    wants = values("personal")["mobile"]
    pattern, official = expression(wants["pattern"]), expression(wants["official"])
    private = expression(wants["private"])
    for line in lines(report.as_read):
        for match in pattern.finditer(line.text):
            before = line.text[max(0, match.start() - wants["reach"]) : match.start()]
            sentence = re.split(r"[。；]", before)[-1]
            if private.search(sentence) or not official.search(before):
                yield Found(
                    f"文中有手机号码（{match[0][:3]}…{match[0][-2:]}），前后没有写明是机关的联系方式",
                    places=(line.place,),
                )
