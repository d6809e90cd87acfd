"""N212: decisions, charges and normative documents, in the text and in table two."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N212", Severity.ERROR, cites=("form", "ogi-2019/20"))
def proactive_agrees(report: Witness) -> Iterator[Found]:
    """文中的规范性文件、许可、处罚、强制、收费数，应与表二一致。

    文中写“作出行政许可决定”的，与处理决定数量对照。只说公开了多少件许可、处罚信息的，
    不应多于处理决定数量，因为表二连依法不公开的决定也计入。规范性文件的制发、废止、现行
    有效件数与相应各栏对照，不一致的作提示；只说公开了多少件的，作备注。

    正例：文中“现行有效行政规范性文件 55 件”，表二现行有效件数 55。
    反例：文中“作出行政处罚决定 21 件”，表二行政处罚 12。
    改法：按年底核定的数字，改正正文或表二中填错的一处；口径不同的，在文中写明。
    """
    yield from held(report, "N212")
