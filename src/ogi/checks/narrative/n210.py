"""N210: reviews and suits, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N210", Severity.ERROR, cites=("form", "ogi-2019/51"))
def disputes_agree(report: Witness) -> Iterator[Found]:
    """文中的行政复议、行政诉讼件数，应与表四一致。

    “行政诉讼”与未经复议直接起诉、复议后起诉两类总计之和对照；维持、纠正、尚未审结的
    件数与相应各栏对照；“未发生行政复议、行政诉讼”即各为 0。文中没有写明与政府信息公开
    有关的，可能说的是全部复议、诉讼，只作备注。

    正例：文中“行政复议 7 件，行政诉讼 9 件”，表四行政复议总计 7，两类诉讼总计 8、1。
    反例：文中“未发生行政复议”，表四行政复议总计 1。
    改法：对照复议、诉讼台账，改正正文或表四中填错的一处。
    """
    yield from held(report, "N210")
