"""The paper of a consolidation (汇总说明): what was added, what was not, what does not hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ogi.findings import Outcome, Verdict, counted_outcomes
from ogi.form import edition
from ogi.form.wording import cell_label, figure, signed, table_title
from ogi.paper import Align, Block, Heading, Line, Mark, Paper
from ogi.rollup.consolidation import Consolidation, form_name, known_part
from ogi.rollup.faults import Faults
from ogi.rollup.grids import Entry, plain_grid
from ogi.rollup.names import standing
from ogi.rollup.totals import Share, Total

NOTES = (
    "空白不是0：有机关没有数的格，写“至少”和缺几份，不作为完整的合计。",
    "各版格式计法不同的格不相加，另列。",
)
_LEFT = Align.LEFT
_NAMED = 6  # more rows of the form are counted, not named


def consolidation_paper(
    consolidation: Consolidation, faults: Faults, verdict: Verdict | None = None
) -> Paper:
    """Return what a clerk has to know of a sum; `verdict` is that on a report compared."""
    blocks: list[Block] = [
        Line(f"{consolidation.state()}。", _LEFT, indent=False, strong=True),
        Line(f"汇总表用{form_name(consolidation.editions)}格式。", _LEFT, indent=False),
        *_left_out(consolidation),
        *_incomplete(consolidation),
        *_doubted(consolidation),
        *(_against(verdict) if verdict else ()),
        *_faults(faults),
        *_apart(consolidation),
        *_added(consolidation),
    ]
    organ = consolidation.organ
    title = f"{organ}{consolidation.year}年政府信息公开年度报告汇总说明"
    return Paper(title, tuple(blocks), landscape=True, notes=NOTES)


def sources_paper(consolidation: Consolidation) -> Paper:
    """Return where every figure comes from: a row a cell, a column a report."""
    blocks: list[Block] = []
    for table, year in consolidation.editions.items():
        blocks.append(Heading(table_title(table, edition(year))))
        heads = ("项目", "合计", *(part.organ for part in consolidation.added))
        addresses = [one for one in consolidation.totals if one.startswith(f"{table}.")]
        rows = [_source_row(address, consolidation) for address in addresses]
        widths = (6, 2, *(2.0 for _ in consolidation.added))
        blocks.append(replace(plain_grid(heads, rows, widths=widths), sums=1))
    title = f"{consolidation.organ}{consolidation.year}年政府信息公开年度报告汇总来源"
    return Paper(title, tuple(blocks), landscape=True, notes=NOTES)


def _left_out(consolidation: Consolidation) -> Iterator[Block]:
    if consolidation.left_out:
        yield Heading("没有计入的文件")
        yield plain_grid(
            ("机关", "文件", "为什么"),
            [
                (one.organ, one.source, Entry(one.says, _mark(not one.why.is_settled)))
                for one in consolidation.left_out
            ],
            widths=(3, 3, 6),
            figures_from=3,
        )
    if consolidation.missing:
        yield Heading("登记册上没有报告的机关")
        yield plain_grid(
            ("机关", "代码", "级别"),
            [(one.name, one.code, one.level) for one in consolidation.missing],
            widths=(4, 3, 2),
            figures_from=3,
        )


def _mark(is_wrong: bool) -> Mark:
    return Mark.ERROR if is_wrong else Mark.NONE


def _incomplete(consolidation: Consolidation) -> Iterator[Block]:
    addresses = consolidation.incomplete() if consolidation.added else ()
    if not addresses:
        return
    lacking: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for address in addresses:
        for number, share in enumerate(consolidation.parts(address)):
            if share.value is None:
                lacking[number].append((address, share.why))
    rows = [
        (
            consolidation.added[number].organ,
            f"{len(cells)}格",
            _lacked(cells),
            consolidation.added[number].source,
        )
        for number, cells in sorted(lacking.items())
    ]
    yield Heading(f"数不全的{len(addresses)}格：哪些机关没有数")
    heads = ("机关", "没有数的格", "是哪些", "文件")
    yield plain_grid(heads, rows, widths=(3, 1, 6, 3), figures_from=4)
    yield Line("这些格在汇总表上写“至少”和已有之和；补齐以后再汇总一次。", _LEFT, indent=False)


def _lacked(cells: Sequence[tuple[str, str]]) -> str:
    """Name the cells by the reason, those of a row together: 空白：规章，本年制发件数."""
    reasons: dict[str, list[str]] = {}
    for (_, why), run in groupby(cells, lambda one: (_row(one[0]), one[1])):
        reasons.setdefault(why, []).append(_cells([address for address, _ in run]))
    return "；".join(f"{why}：{_few(names)}" for why, names in reasons.items())


def _few(names: Sequence[str]) -> str:
    rest = f"等{len(names)}处" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + rest


def _row(address: str) -> str:
    return address.rpartition(".")[0]


def _cells(addresses: Sequence[str]) -> str:
    """Name a cell, or several of one row by their columns: （一）予以公开，自然人至总计7格."""
    first, last = cell_label(addresses[0]), cell_label(addresses[-1])
    if len(addresses) == 1:
        return first
    return f"{first}至{last.rpartition('，')[2]}{len(addresses)}格"


def _known(addresses: Sequence[str], totals: Sequence[Total]) -> str:
    """Write sums that lack a part: 至少27、0、2; 没有数 where there is none at all."""
    if all(one.value is None for one in totals):
        return "没有数"
    return known_part(addresses[0]) + "、".join(figure(one.value) for one in totals)


def _doubted(consolidation: Consolidation) -> Iterator[Block]:
    doubted = [
        (address, one)
        for address, total in consolidation.totals.items()
        if total.doubted
        for one in consolidation.parts(address)
        if one.value is not None and one.cell.doubts
    ]
    doubted.sort(key=lambda pair: (pair[1].part.organ, pair[1].part.source))
    rows = [_doubted_row(list(run)) for _, run in groupby(doubted, _same_doubt)]
    if rows:
        yield Heading(f"读取存疑、已计入的{len(doubted)}格")
        heads = ("机关", "项目", "读作", "为什么", "在哪里")
        yield plain_grid(heads, rows, widths=(3, 4, 2, 4, 3), figures_from=5)


def _same_doubt(pair: tuple[str, Share]) -> tuple[str, str, str]:
    address, share = pair
    return share.part.source, _row(address), share.cell.doubts[0].says


def _doubted_row(run: Sequence[tuple[str, Share]]) -> Sequence[Entry | str]:
    first = run[0][1]
    read_as = "、".join(standing(share.cell).rstrip("？") for _, share in run)
    where = " ".join(filter(None, (first.part.source, str(first.cell.place or ""))))
    name = _cells([address for address, _ in run])
    return first.part.organ, name, Entry(read_as, Mark.DOUBT), first.cell.doubts[0].says, where


def _against(verdict: Verdict) -> Iterator[Block]:
    yield Heading("与给出的汇总报告逐格对照（C101）")
    if verdict.outcome is Outcome.KEPT:
        yield Line("每一格都等于所属报告之和。", _LEFT, indent=False)
    if verdict.findings:
        yield plain_grid(
            ("问题", "汇总报告", "所属之和", "相差"),
            [
                (
                    Entry(one.message, _mark(one.severity.value == "error")),
                    figure(_number(one.value)),
                    figure(_number(one.expected)),
                    signed(one.difference),
                )
                for one in verdict.findings
            ],
            widths=(8, 1, 1, 1),
        )
        first = verdict.findings[0]
        yield Line(f"怎么办：{first.advice}依据：{first.source}。", _LEFT, indent=False)
    if verdict.reason:
        yield Line(f"{_open(verdict).label}：{verdict.reason}。", _LEFT, indent=False)


def _open(verdict: Verdict) -> Outcome:
    silent = verdict.outcome is Outcome.NOT_APPLICABLE
    return verdict.outcome if silent else Outcome.UNJUDGED


def _number(value: object) -> int | None:
    return value  # type: ignore[return-value]  # the rule states numbers only


def _faults(faults: Faults) -> Iterator[Block]:
    yield Heading("勾稽关系")
    yield Line(f"汇总表：{counted_outcomes(faults.outcomes)}。", _LEFT, indent=False)
    if faults.total:
        rows = []
        for finding in faults.total:
            behind = faults.behind(finding)
            said = "；".join(
                f"{one.part.organ}差{signed(one.finding.difference)}" for one in behind
            )
            rows.append((finding.code, finding.message, signed(finding.difference), said))
        heads = ("编号", "合计不成立的关系", "差", "来自")
        yield plain_grid(heads, rows, widths=(1, 5, 1, 4), figures_from=4)
    if faults.parts:
        yield plain_grid(
            ("机关", "编号", "报告自身不成立的关系", "文件"),
            [
                (one.part.organ, one.finding.code, one.finding.message, one.part.source)
                for one in faults.parts
            ],
            caption="下列报告自身不合勾稽关系，差额会带进合计；退回机关更正",
            widths=(3, 1, 6, 3),
            figures_from=4,
        )


def _apart(consolidation: Consolidation) -> Iterator[Block]:
    for one in consolidation.apart:
        yield Heading(f"另列：用{one.edition}年版的{len(one.parts)}份报告，没有计入汇总表的格")
        rows = [
            (cell_label(address), Entry(_shown(address, total), _doubt(total), address))
            for address, total in one.totals.items()
        ]
        organs = "、".join(part.organ for part in one.parts)
        yield plain_grid(("项目", "合计"), rows, caption=organs, widths=(6, 2))


def _shown(address: str, total: Total) -> str:
    if total.is_complete:
        return figure(total.value)
    return f"{_known([address], [total])}，缺{len(total.lacking)}份"


def _doubt(total: Total) -> Mark:
    return Mark.NONE if total.is_complete and not total.doubted else Mark.DOUBT


def _added(consolidation: Consolidation) -> Iterator[Block]:
    yield Heading(f"计入的{len(consolidation.added)}份报告")
    rows = [
        (
            str(number),
            part.organ,
            str(part.report.year or "没有读到"),
            form_name(part.report.editions) if part.report.editions else "没有表",
            part.source,
        )
        for number, part in enumerate(consolidation.added, 1)
    ]
    heads = ("序号", "机关", "年度", "格式", "文件")
    yield plain_grid(heads, rows, widths=(1, 4, 1, 2, 4), figures_from=5)


def _source_row(address: str, consolidation: Consolidation) -> Sequence[Entry | str]:
    total = consolidation.totals[address]
    boxes = (_share(share) for share in consolidation.parts(address))
    return cell_label(address), Entry(_shown(address, total), _doubt(total), address), *boxes


def _share(share: Share) -> Entry:
    if share.value is None:
        return Entry(share.why, Mark.DOUBT, hint=share.part.source)
    place = " ".join(filter(None, (share.part.source, str(share.cell.place or ""))))
    return Entry(standing(share.cell), Mark.DOUBT if share.cell.doubts else Mark.NONE, hint=place)
