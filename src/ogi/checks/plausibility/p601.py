"""P601: rules are made by bodies that may make them."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

ROW = "proactive.rules"


@rule(
    "P601",
    Severity.WARNING,
    cites=("legislation-2023/91", "legislation-2023/93"),
    advice="规章一行改填0；有关文件若是行政规范性文件，计入下一行。",
)
def rules_are_made_by_bodies_that_may(
    report: Witness,
) -> Iterator[Found | CannotSay | NotApplicable]:
    """没有规章制定权的机关，规章一行应是 0。

    能制定规章的只有国务院部门等，以及省、自治区、直辖市和设区的市、自治州的人民政府。
    县、区、乡镇人民政府和地方各部门填了规章，多半是把规范性文件填错了行。
    垂直领导系统的派出机构（某县税务局、某市调查队、某海关）也没有。从名称看不出有无制定权的机关，不作判断。

    正例：县统计局规章制发 0、废止 0、现行有效 0。
    反例：县统计局规章现行有效 7 件。
    改法：改填 0，规范性文件计入下一行。
    """
    organ = report.organ
    if not organ:
        yield CannotSay("不知道是哪个机关的年报")
        return
    form = report.edition("proactive")
    if form is None:
        yield CannotSay("没有见到“主动公开政府信息情况”表")
        return
    power = values("plausibility")["rules_power"]
    below = re.search(power["below"], organ) and not re.search(power["central"], organ)
    if not below and any(re.search(pattern, organ) for pattern in power["may"]):
        yield NotApplicable(f"{organ}有规章制定权")
        return
    if not below and not any(re.search(pattern, organ) for pattern in power["never"]):
        yield CannotSay(f"从名称“{organ}”看不出有没有规章制定权")
        return
    row = next(row for row in form.tables["proactive"].rows if row.key == "rules")
    for column in row.columns:
        with report.part():
            count = report[f"{ROW}.{column.key}"]
            if count:
                yield Found(
                    f"规章的{column.label}印{count}，{organ}没有规章制定权",
                    value=count,
                    expected=0,
                )
