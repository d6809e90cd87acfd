"""S503: the sections carry the numbers of the form."""

import re
from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.headings import section_headings
from ogi.checks.shape.words import quoted
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import newest


@rule(
    "S503",
    Severity.WARNING,
    cites="form:附件",
    advice="改用格式的编号：一、二、三、四、五、六。",
)
def sections_carry_their_numbers(report: Witness) -> Iterator[Found]:
    """六个部分的编号应是一至六。

    编号用了阿拉伯数字、漏了、重了或从头再来，都与格式不符。

    正例：“二、主动公开政府信息情况”。
    反例：“2、主动公开政府信息情况”；“三、政府信息公开行政复议、行政诉讼情况”。
    改法：改用格式的编号。
    """
    numbers = {section.key: section.number for section in newest().sections}
    seen: set[str] = set()
    for heading in report.once(section_headings):
        if heading.key not in numbers or heading.key in seen:
            continue
        seen.add(heading.key)
        expected = numbers[report.weigh(heading.key)]
        printed = re.sub(r"[\W_]|第|部分", "", heading.number)
        if printed == expected:
            continue
        how = f"的编号是“{printed}”" if printed else "没有编号"
        yield Found(
            f"标题{quoted(heading.text)}{how}，格式的编号是“{expected}”",
            value=printed or None,
            expected=expected,
            places=(heading.place,),
        )
