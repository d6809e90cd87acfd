"""N205: the results of applications, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.excluded import contradicted
from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N205", Severity.ERROR, cites=("form", "ogi-2019/36"))
def outcomes_agree(report: Witness) -> Iterator[Found]:
    """文中的各类办理结果，应与表中相应各行的总计一致。

    “不予公开”“无法提供”“不予处理”“其他处理”各与该项下各行之和对照；“予以公开及部分
    公开”与两行之和对照；写到具体理由的，与该理由一行对照。“信息不存在”“商业秘密”一类
    的说法只是一行中的一部分，不多于该行即可。

    正例：文中“无法提供 12 件”，表中（四）无法提供三行为 9、2、1。
    反例：文中“无法提供 9 件”，表中三行为 9、2、1，之和为 12。
    改法：按表中各行重新计算，改正正文或表格中填错的一处。
    """
    yield from held(report, "N205")
    yield from contradicted(report, "N205")
