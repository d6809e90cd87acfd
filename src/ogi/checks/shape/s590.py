"""S590: no identity number of a citizen stands in the text."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.lines import lines, running_text
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity


@rule(
    "S590",
    Severity.WARNING,
    cites=("personal-information/25", "ogi-2019/15"),
    advice="立即撤下年报，删去公民身份号码后重新公布。",
)
def no_identity_number_stands_in_the_text(report: Witness) -> Iterator[Found]:
    """年报中不应出现公民身份号码。

    18 位、出生日期和校验码都对得上的，才认作公民身份号码；统一社会信用代码、文号等不算。
    结果里只写前两位和末位。

    正例：“收到自然人申请3件。”
    反例：“申请人张某（身份证号……）申请公开……”，号码是完整的。
    改法：撤下年报，删去号码后重新公布。
    """
    if not report.weigh(report.once(running_text)):
        return
    wants = values("personal")["id_number"]
    pattern = expression(wants["pattern"])
    for line in lines(report.as_read):
        for match in pattern.finditer(line.text):
            number = re.sub(r"[ \-—]", "", match[0].upper())
            products = zip(number[:17], wants["weights"], strict=True)
            remainder = sum(int(digit) * weight for digit, weight in products) % 11
            if wants["check"][remainder] == number[-1]:
                yield Found(
                    f"文中有公民身份号码（{number[:2]}…{number[-1]}，共18位）", places=(line.place,)
                )
