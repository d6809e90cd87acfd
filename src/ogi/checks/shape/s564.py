"""S564: what the report says it rests on is in force."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.lines import lines
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S564",
    Severity.WARNING,
    cites=("form-2021", "ogi-2019/50"),
    advice="编制依据改为现行的条例和格式。",
)
def basis_is_in_force(report: Witness) -> Iterator[Found | CannotSay]:
    """编制年报的依据应是报告年度有效的规定。

    2021 年起的年报依据国办公开办函〔2021〕30号的格式；条例 2019 年修订，国务院令第492号是修订
    前的文号。只是说到旧文件的历史，不算。

    正例：2024 年年报写“依据国办公开办函〔2021〕30号”。
    反例：2024 年年报写“依据国办公开办函〔2019〕60号”。
    改法：改为现行的规定。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    given = values("basis")
    for line in report.weigh(list(lines(report.as_read))):
        text = re.sub(r"\s", "", line.text)
        for old in given["replaced"]:
            found = re.search(old["words"], text)
            if not found or report.year < old["since_year"]:
                continue
            around = text[max(0, found.start() - given["reach"]) : found.end() + given["reach"]]
            if re.search(given["history"], around):
                continue
            rests = re.search(given["rests_on"], around)
            yield Found(
                f"文中写着“{found[0]}”，{old['why']}，现行的是{old['now']}",
                value=found[0],
                expected=old["now"],
                places=(line.place,),
                severity=Severity.WARNING if rests else Severity.NOTE,
            )
