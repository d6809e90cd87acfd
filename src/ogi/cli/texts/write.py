"""The help of `ogi write`."""

TEXTS: dict[str, tuple[str, str]] = {
    "write": (
        "把报告写成另一种格式，表格按法定格式排。\n\n"
        "FILE 与 ogi read 能读的相同。印的数字不改，空白照空白，存疑的格加标记、文末加注。\n"
        "例：ogi write 年报.pdf -o 年报.docx；ogi write 各单位/ -o 汇集/ --to html",
        "Write reports in another format, the tables in the statutory layout.\n\n"
        "FILE is whatever ogi read reads. No printed number is changed, a blank stays blank, "
        "a doubted cell is marked and noted at the end.\n"
        "Example: ogi write report.pdf -o report.docx; ogi write reports/ -o out/ --to html",
    ),
    "write.short": (
        "把报告写成 Word、网页、PDF、Excel 等",
        "write reports as Word, HTML, PDF, Excel …",
    ),
    "write.out": (
        "写到哪里：文件（后缀决定格式），或者目录（每份报告一个文件）",
        "where to: a file (its suffix is the format), or a directory (a file for each report)",
    ),
    "write.to": (
        "写成什么格式：docx、html、pdf、xlsx、md、json、txt；写到目录时默认 docx",
        "the format: docx, html, pdf, xlsx, md, json, txt; docx by default in a directory",
    ),
    "write.exit_codes": (
        "退出码：\n  0  都写成了\n  2  有文件读不了或写不了，或者用法不对",
        "Exit codes:\n  0  all were written\n"
        "  2  a file could not be read or written, or wrong usage",
    ),
}
