"""The help of `ogi diff`."""

TEXTS: dict[str, tuple[str, str]] = {
    "diff": (
        "对照两份报告：同一机关的前后两年，或者同一年度的两个版本。\n\n"
        "逐格列出旧数、新数、增减和百分比，核对上年结转和现行有效件数，逐句对照文字。"
        "两份报告所用的格式版本不同时，只比较两版计法相同的格。空白不是0：有一份没有数的，不算增减。",
        "Compare two reports of an organ: two years, or two versions of one year.\n\n"
        "Lists each cell with old, new, change and percentage, what was carried over, the "
        "documents in force, and the sentences that differ. Where the editions of the form "
        "differ, only cells that count alike are compared. Blank is not zero.",
    ),
    "diff.short": ("对照两年或两个版本的报告", "compare two years or two versions"),
    "diff.out": (
        "把对照表写到文件，按后缀定格式：docx、html、xlsx、md、pdf、txt",
        "write the comparison to a file: docx, html, xlsx, md, pdf or txt by suffix",
    ),
    "diff.all": (
        "没有变化的格和句子也列出",
        "also list cells and sentences that did not change",
    ),
    "diff.json": ("输出一行 JSON", "print one JSON object"),
    "diff.exit_codes": (
        "退出码：\n  0  两份报告的数字和文字都相同\n  1  有不同\n  2  有文件读不了，或者用法不对",
        "Exit codes:\n  0  figures and sentences are the same\n  1  something differs\n"
        "  2  a file could not be read, or wrong usage",
    ),
}
