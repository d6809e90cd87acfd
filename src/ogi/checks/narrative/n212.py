"""N212: decisions, charges and normative documents, in the text and in table two."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.holding import held
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount
from ogi.checks.narrative.stock import Opening, expected, openings
from ogi.checks.narrative.vocabulary import quantities
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_STOCK = ("documents_issued", "documents_repealed", "documents_in_force")
_CHANGED = ("documents_issued", "documents_repealed")
_DOCUMENTS = frozenset(
    f"documents_{what}{too}" for what in ("issued", "repealed", "in_force") for too in ("", "_too")
)


@rule("N212", Severity.ERROR, cites=("form", "ogi-2019/20"))
def proactive_agrees(report: Witness) -> Iterator[Found]:
    """文中的规范性文件、许可、处罚、强制、收费数，应与表二一致。

    文中写“作出行政许可决定”的，与处理决定数量对照。只说公开了多少件许可、处罚信息的，
    不应多于处理决定数量，因为表二连依法不公开的决定也计入。规范性文件的制发、废止、现行
    有效件数与相应各栏对照，不一致的作提示；只说公开了多少件的，作备注。
    文中写了上年末件数的，加上本年制发、减去本年废止，应等于现行有效件数。

    正例：文中“现行有效行政规范性文件 55 件”，表二现行有效件数 55。
    反例：文中“作出行政处罚决定 21 件”，表二行政处罚 12。
    改法：按年底核定的数字，改正正文或表二中填错的一处；口径不同的，在文中写明。
    """
    yield from held(report, "N212")
    for passage in narrative(report).passages:
        for window in passage.windows:
            net = entry("growth", "net").search(window.before)
            if net and window.figure.kind == "items" and _of_documents(passage, window):
                with report.part():
                    if found := _net(report, passage, window, net["direction"]):
                        yield found
        for opening in openings(passage):
            with report.part():
                if found := _opening(report, opening):
                    yield found


def _opening(report: Witness, opening: Opening) -> Found | None:
    """Hold what was in force when the year began against what the table says of the year."""
    known = [amount(report, base) for key in _STOCK if (base := quantities()[key].means)]
    if any(each is None or not each.printed for each in known):
        return None
    issued, repealed, in_force = (each.value for each in known if each is not None)
    figure = opening.figure
    began = expected(issued, repealed, in_force)
    if figure.value == began:
        return None
    quote = opening.passage.sentence.quote(opening.start, figure.end)
    return Found(
        f"文中“{quote}”算不上：表二本年制发{issued}件、废止{repealed}件、现行有效{in_force}件，"
        f"上年末应是{began}件",
        value=figure.value,
        expected=began,
        cells=tuple(cell for each in known if each is not None for cell in each.cells),
        places=(opening.passage.sentence.place(figure.start),),
        severity=Severity.WARNING,
        advice="核对上年末的件数和本年制发、废止、现行有效件数；另有修改、合并等情形的，在文中写明。",
    )


def _of_documents(passage: Passage, window: Window) -> bool:
    """Say whether a sentence has spoken of what became of normative documents."""
    before = [c for c in passage.claims.values() if c.figure.end <= window.figure.start]
    return any(claim.quantity.key in _DOCUMENTS for claim in before[-3:])


def _net(report: Witness, passage: Passage, window: Window, direction: str) -> Found | None:
    known = [amount(report, base) for key in _CHANGED if (base := quantities()[key].means)]
    if any(each is None or not each.printed for each in known):
        return None
    issued, repealed = (each.value for each in known if each is not None)
    told = window.figure.value * (1 if direction in ("增加", "增", "多") else -1)
    if told == issued - repealed or window.figure.approximate:
        return None
    quote = passage.sentence.quote(window.clause, window.figure.end)
    return Found(
        f"文中“{quote}”算不上：表二本年制发{issued}件、废止{repealed}件，相差{issued - repealed}件",
        value=window.figure.value,
        expected=Decimal(issued - repealed).copy_abs(),
        cells=tuple(cell for each in known if each is not None for cell in each.cells),
        places=(passage.sentence.place(window.figure.start),),
        severity=Severity.WARNING,
        advice="核对制发、废止和现行有效件数；另有修改、合并等情形的，在文中写明。",
    )
