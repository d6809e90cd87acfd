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
    "published": (
        "报告公布的日期，用来核对是否按时公布；不写时看落款",
        "the day the report was published; without it the date it is signed with",
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
        "也列出无从判断的、不适用的规则和原因",
        "also list what could not be judged or does not apply, and why",
    ),
    "findings_out": (
        "把所有问题写成文件，可以写几次：.xlsx 表格、.csv、.sarif、.xml（JUnit）",
        "write all findings to a file, several times if wanted: .xlsx, .csv, .sarif, .xml (JUnit)",
    ),
    "rules": (
        "只用这些规则，写编号或者开头几个字，用逗号分开，如 R,N2",
        "only these rules: codes or beginnings of codes, with commas (R,N2)",
    ),
    "skip": ("不用这些规则，写法相同", "leave out these rules, in the same way"),
    "fail_on": (
        "有这一级或更重的问题时退出码为1：error（默认）、warning",
        "exit with 1 where a finding of this severity or a graver one stands",
    ),
    "config": (
        "设置文件；不写时用当前目录的 ogi.toml",
        "settings file; without it the ogi.toml of the working directory",
    ),
    "profile": ("用设置文件里的哪个方案", "which profile of the settings"),
    "accepted": (
        "接受的问题的清单：编号、理由、人、日期",
        "the list of accepted findings: id, reason, person, day",
    ),
}
