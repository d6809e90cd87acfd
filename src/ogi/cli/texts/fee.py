"""The help of `ogi fee`."""

TEXTS: dict[str, tuple[str, str]] = {
    "fee": (
        "算政府信息公开信息处理费。\n\n"
        "  ogi fee --pieces 45      同一申请人一个自然月内45件\n"
        "  ogi fee --pages 250      一件申请250页\n"
        "  ogi fee 清单.yaml        一批申请，按申请人和月份分别算\n\n"
        "清单里每件申请写编号、申请人、收到日期；可以写件数；写了页数的按量计收。",
        "Compute the processing fee.\n\n"
        "  ogi fee --pieces 45      45 applications of one applicant in one calendar month\n"
        "  ogi fee --pages 250      250 pages of one application\n"
        "  ogi fee list.yaml        many applications, by applicant and month\n\n"
        "Each entry of the list has id, applicant, received_on; it may have pieces; with pages it "
        "is charged by the page.",
    ),
    "fee.short": ("算信息处理费，列出怎么算的", "compute the processing fee"),
    "fee.pieces": ("按件计收：这个月的件数", "by the piece: how many in the month"),
    "fee.before": (
        "按件计收：这个月之前已经计过的件数（默认0）",
        "by the piece: how many of the month were counted before (default 0)",
    ),
    "fee.pages": ("按量计收：一件申请的页数", "by the page: how many pages of one application"),
    "fee.on": (
        "按哪一天的标准（默认是已收录的最新标准）",
        "the day whose rates apply (by default the newest on file)",
    ),
    "fee.explain": ("列出每一档的件数或页数、单价、金额和依据", "list each tier, rate and source"),
    "fee.json": ("输出 JSON", "print JSON"),
}
