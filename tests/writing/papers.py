"""Papers made by hand: a table with every mark, and an official letter."""

from dataclasses import replace

from ogi.paper import Align, Grid, GridBox, Heading, Line, Mark, Paper


def table_paper(**changed: object) -> Paper:
    """Return a small comparison with heads over heads and every mark."""
    left = Align.LEFT
    grid = Grid(
        (
            GridBox("项目", 0, 0, 2, 1, "col"),
            GridBox("件数", 0, 1, 1, 2, "colgroup"),
            GridBox("2023年", 1, 1, 1, 1, "col"),
            GridBox("2024年", 1, 2, 1, 1, "col"),
            GridBox("规章", 2, 0, 1, 1, "row", left),
            GridBox("3", 2, 1, address="proactive.rules.in_force"),
            GridBox("5", 2, 2, mark=Mark.CHANGED, hint="多2"),
            GridBox("规范性文件", 3, 0, 1, 1, "row", left),
            GridBox("13", 3, 1, mark=Mark.ERROR),
            GridBox("", 3, 2, mark=Mark.WARNING),
            GridBox("行政许可", 4, 0, 1, 1, "row", left),
            GridBox("18", 4, 1, 1, 2, mark=Mark.DOUBT),
        ),
        rows=5,
        columns=3,
        head=2,
        caption="表二对比",
    )
    blocks = (Heading("二、主动公开政府信息情况"), Line("两年都按2021年版格式。"), grid)
    plain = Paper("云岭县林业局2024年与2023年对比", blocks, notes=("数据截至12月31日。",))
    return replace(plain, **changed)


def letter() -> Paper:
    """Return an official letter with its signature."""
    return Paper(
        "云岭县林业局政府信息公开申请答复书",
        (
            Line("云林公开〔2026〕12号", align=Align.CENTRE, indent=False),
            Line("张三：", indent=False),
            Line("你于2026年9月18日提出的政府信息公开申请，本机关于当日收到。" * 3),
            Heading("一、答复内容"),
            Line("本机关决定予以公开。"),
            Line("云岭县林业和草原事业发展局", align=Align.RIGHT),
            Line("2026年10月13日", align=Align.RIGHT),
        ),
        official=True,
    )
