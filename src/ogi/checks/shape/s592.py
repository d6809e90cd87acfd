"""S592: no account, address, e-mail or name of an applicant stands in the text."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.lines import lines, running_text
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity


@rule(
    "S592",
    Severity.WARNING,
    cites=("personal-information/25", "ogi-2019/15"),
    advice="立即撤下年报，删去申请人的个人信息后重新公布。",
)
def no_private_particulars_stand_in_the_text(report: Witness) -> Iterator[Found]:
    """年报中不应出现申请人的银行卡号、住址、邮箱和姓名。

    机关公布的地址、邮箱、账号不算；“张某”“李某某”这样隐去的名字也不算。结果里不写出内容。

    正例：“申请人张某要求公开征地批文。”“电子邮箱：bgs@example.gov.cn”（机关公布的联系方式）。
    反例：写出了申请人的全名、住址、私人邮箱或者银行卡号。
    改法：撤下年报，删去后重新公布。
    """
    if not re.search(r"申请人|当事人|@|\d{4}", report.weigh(report.once(running_text))):
        return
    given = values("personal")
    whose, official = expression(given["private"]), expression(given["own"])
    for line in lines(report.as_read):
        for kind in given["particulars"]:
            for match in expression(kind["pattern"]).finditer(line.text):
                before = line.text[max(0, match.start() - given["near"]) : match.end()]
                sentence = re.split(r"[。；\n]", before)[-1]
                private = whose.search(sentence) and not official.search(sentence)
                sound = kind.get("check") != "luhn" or luhn(match["number"])
                if private and sound:
                    yield Found(f"文中有{kind['says']}", places=(line.place,))


def luhn(number: str) -> bool:
    """Say whether a card number carries the right check digit.

    >>> luhn("6222021001116245702"), luhn("6222021001116245703")
    (True, False)
    """
    digits = [int(char) for char in number if char.isdigit()][::-1]
    doubled = [
        digit if at % 2 == 0 else sum(divmod(digit * 2, 10)) for at, digit in enumerate(digits)
    ]
    return sum(doubled) % 10 == 0
