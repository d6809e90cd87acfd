"""The help of `ogi evaluate`."""

TEXTS: dict[str, tuple[str, str]] = {
    "evaluate": (
        "读 DIR 下面每个有 truth.json 的文件，和人工抄录的数逐格比，每个文件一行，最后是合计。\n\n"
        "cells 格数，right 读对，doubted 其中存疑，wrong 读错但已标存疑，silent 读错又没有标，"
        "missed 印了没读出，unreadable 其中已标无法读取。有 silent 时退出码是1。",
        "Read every document under DIR that has a truth.json and compare it cell by cell: a line a "
        "document, then the totals.\n\n"
        "right: as transcribed (doubted: of these, marked as doubtful); wrong: otherwise, and "
        "marked; silent: otherwise, and not marked; missed: printed and not read (unreadable: of "
        "these, marked). Exits 1 when a cell is silently wrong.",
    ),
    "evaluate.faults": ("列出每个没有读对的格", "list every cell that was not read right"),
    "evaluate.json": ("输出 JSON，每个文件一行", "print JSON, one line a document"),
    "evaluate.short": (
        "读目录里有 truth.json 的文件，统计读得准不准",
        "measure how well documents with a truth.json are read",
    ),
}
