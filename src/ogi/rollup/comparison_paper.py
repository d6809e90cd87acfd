"""The paper of a comparison (对照表): what was carried over, each table, each section."""

from collections.abc import Iterable, Iterator, Sequence

from ogi.form import editions
from ogi.form.wording import NO_FIGURE, cell_label, figure, section_name, signed, table_title
from ogi.paper import Align, Block, Grid, Heading, Line, Mark, Paper
from ogi.rollup.comparison import (
    Carried,
    Change,
    Comparison,
    Pairing,
    Piece,
    SectionChange,
    Sentence,
    Stock,
    TextChange,
    TextKind,
)
from ogi.rollup.grids import Entry, plain_grid
from ogi.rollup.names import organ_name, standing

NOTES = (
    "空白不是0：有一份没有数的，不算增减。旧数为0的，不算百分比。",
    "带“？”的数读取存疑，先核对原件。",
)


def comparison_paper(comparison: Comparison, *, everything: bool = False) -> Paper:
    """Return the paper of a comparison: what differs, or with `everything` all of it."""
    blocks: list[Block] = [*_head(comparison)]
    if comparison.carried or comparison.stocks:
        blocks += _carried(comparison)
    for table in editions()[-1].tables:
        own = [one for one in comparison.changes if one.address.startswith(f"{table}.")]
        blocks += _table(table, own, comparison, everything)
    blocks += _sections(comparison.sections, everything)
    return Paper(_title(comparison), tuple(blocks), landscape=True, notes=NOTES)


def column_names(comparison: Comparison) -> tuple[str, str]:
    """Call the two reports in the heads of columns: 2023年, 2024年, or 旧, 新."""
    if comparison.pairing in (Pairing.YEARS, Pairing.APART):
        return f"{comparison.old.year}年", f"{comparison.new.year}年"
    return "旧", "新"


def _title(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    organ = _shared(old.organ or "", new.organ or "")
    if comparison.pairing is Pairing.VERSIONS:
        return f"{organ}{new.year}年年度报告两个版本对照"
    if comparison.pairing is Pairing.UNKNOWN:
        return f"{organ}年度报告对照"
    return f"{organ}{old.year}年与{new.year}年年度报告对照"


def _shared(old: str, new: str) -> str:
    """Return the name that both organs go by, the longer one; nothing where they differ."""
    shorter, longer = sorted((old, new), key=len)
    return longer if shorter in longer else ""


def _head(comparison: Comparison) -> Iterator[Line]:
    for name, report in (("旧", comparison.old), ("新", comparison.new)):
        year = f"{report.year}年度" if report.year else "没有读到年度"
        source = f"（{report.source.name}）" if report.source.name else ""
        yield Line(f"{name}：{organ_name(report.organ)}{year}{source}", Align.LEFT, indent=False)
    for remark in comparison.remarks:
        yield Line(f"说明：{remark}。", Align.LEFT, indent=False)
    yield Line(summary(comparison), Align.LEFT, indent=False, strong=True)


def summary(comparison: Comparison) -> str:
    """Say in one line how much differs."""
    differ = sum(1 for _ in comparison.changed())
    kinds = [kind for kind in TextKind if kind is not TextKind.SAME]
    counts = {kind: sum(len(one.of(kind)) for one in comparison.sections) for kind in kinds}
    texts = "、".join(f"{kind.label}{n}句" for kind, n in counts.items() if n)
    cells = f"{differ}格数字不同" if differ else "数字没有不同"
    return f"{comparison.pairing.label}：{cells}；{'文字' + texts if texts else '文字没有不同'}"


def _carried(comparison: Comparison) -> Iterator[Block]:
    yield Heading("前后衔接")
    past, present = column_names(comparison)
    if comparison.carried:
        yield plain_grid(
            ("申请人", f"{past}结转下年度", f"{present}上年结转", "相差"),
            [_carried_row(one) for one in comparison.carried],
            caption="上年结转应等于上年年报的结转下年度继续办理",
            widths=(3, 2, 2, 1),
        )
    if comparison.stocks:
        heads = ("文件", f"{past}现行有效", "本年制发", "本年废止", "应有", "现行有效", "相差")
        yield plain_grid(
            heads,
            [_stock_row(one) for one in comparison.stocks],
            caption="现行有效件数通常等于上年现行有效加本年制发减本年废止",
            widths=(3, 2, 2, 2, 1, 2, 1),
        )


def _carried_row(one: Carried) -> Sequence[Entry | str]:
    mark = Mark.ERROR if one.difference else Mark.NONE
    difference = Entry(signed(one.difference), mark)
    return one.label, standing(one.closing), standing(one.opening), difference


def _stock_row(one: Stock) -> Sequence[Entry | str]:
    mark = Mark.WARNING if one.difference else Mark.NONE
    cells = (standing(cell) for cell in (one.before, one.issued, one.repealed))
    difference = Entry(signed(one.difference), mark)
    return one.label, *cells, figure(one.expected), standing(one.stated), difference


def _table(
    table: str, changes: Sequence[Change], comparison: Comparison, everything: bool
) -> Iterator[Block]:
    form = editions()[-1]
    yield Heading(table_title(table, form))
    if not changes:
        yield Line("没有比较：有一份报告没有这张表。", Align.LEFT, indent=False)
        return
    compared = [one for one in changes if not one.why]
    shown = compared if everything else [one for one in compared if one.is_changed]
    yield _change_grid(shown, comparison, everything) if shown else _unchanged(len(compared))
    for caution in dict.fromkeys(one.caution for one in compared if one.caution):
        yield Line(f"注：{caution}。", Align.LEFT, indent=False)
    for why in dict.fromkeys(one.why for one in changes if one.why):
        alone = [one for one in changes if one.why == why]
        yield Line(f"{why}：{len(alone)}格。", Align.LEFT, indent=False)
        if everything:
            yield _change_grid(alone, comparison, everything)


def _unchanged(cells: int) -> Line:
    return Line(f"可比的{cells}格都没有不同。", Align.LEFT, indent=False)


def _change_grid(changes: Iterable[Change], comparison: Comparison, everything: bool) -> Grid:
    heads = ("项目", *column_names(comparison), "增减", "增减%")
    rows = [_change_row(one, everything) for one in changes]
    return plain_grid(heads, rows, widths=(6, 1.5, 1.5, 1.5, 1.2))


def _change_row(one: Change, everything: bool) -> Sequence[Entry | str]:
    mark = Mark.DOUBT if one.is_doubted else Mark.NONE
    if everything and one.is_changed and not one.is_doubted:  # among cells that are not
        mark = Mark.CHANGED
    return (
        cell_label(one.address) + ("（注）" if one.caution else ""),
        standing(one.old),
        Entry(standing(one.new), mark, one.address),
        signed(one.change),
        NO_FIGURE if one.percent is None else f"{signed(one.percent)}%",
    )


def _sections(sections: Sequence[SectionChange], everything: bool) -> Iterator[Block]:
    if sections:
        yield Heading("文字")
    for section in sections:
        shown = [one for one in section.sentences if everything or one.kind is not TextKind.SAME]
        yield Heading(section_name(section.key), 2)
        kept = len(section.of(TextKind.SAME))
        yield Line(f"未变{kept}句，不同{len(section.sentences) - kept}句。", indent=False)
        if shown:
            yield plain_grid(
                ("情况", "旧", "新"),
                [_text_row(one, everything) for one in shown],
                widths=(1, 6, 6),
                figures_from=3,
            )


def _text_row(one: TextChange, everything: bool) -> Sequence[Entry | str]:
    is_marked = everything and one.new is not None and one.kind is not TextKind.SAME
    return (
        one.kind.label,
        _said(one.old, one.old_pieces),
        Entry(_said(one.new, one.new_pieces), Mark.CHANGED if is_marked else Mark.NONE),
    )


def _said(sentence: Sentence | None, pieces: tuple[Piece, ...]) -> str:
    """Write a sentence; what the other one does not have stands in 【】."""
    if not pieces:
        return sentence.text if sentence else ""
    return "".join(piece.text if piece.shared else f"【{piece.text}】" for piece in pieces)
