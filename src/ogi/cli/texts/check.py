"""The help of `ogi check`."""

TEXTS: dict[str, tuple[str, str]] = {
    "check": (
        "检查报告里的数字和文字是否互相矛盾、是否合乎格式。\n\n"
        "每个问题写明编号、位置、数字、依据和怎么办。读取存疑的地方不算报告的错误。",
        "Check whether the figures and sentences of reports hold, and whether they keep "
        "the form.\n\n"
        "Each finding says its code, its place, the figures, the legal source and what to do. "
        "A doubt of reading is never an error of the report.",
    ),
    "check.short": ("检查报告有没有问题", "check reports"),
    "previous": (
        "同一机关上一年的报告，用来核对跨年数字；可以写几次，按机关和年度配对",
        "last year's report of the same organ; several are paired by organ and year",
    ),
    "html": (
        "写一份可以邮寄和打印的 HTML 结果页；检查几个文件时 OUT 是目录",
        "write a self-contained HTML page; with several files OUT is a directory",
    ),
    "severity": (
        "只显示这一级和更重的问题：error 错误、warning 提示、note 备注",
        "show findings of this severity and graver ones",
    ),
    "verbose": (
        "也列出无从判断的规则和原因",
        "also list what could not be judged, and why",
    ),
}
