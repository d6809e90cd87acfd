"""The help of `ogi merge`."""

TEXTS: dict[str, tuple[str, str]] = {
    "merge": (
        "把所属各机关的报告逐格相加，汇总成上级的报告。\n\n"
        "列出计入了哪些报告（机关、年度、版本、文件），没有计入的和原因；给出登记册时，列出没有报告的"
        "机关。空白不是0：有机关没有数的格写“至少”和缺几份。同一机关有几份、数字不同的，都不计入，"
        "用 --prefer 指明采用哪一份。-o 写出汇总报告，旁边另写“-说明”和“-来源.xlsx”两个文件。",
        "Add subordinate reports up, cell by cell, into the report of their superior.\n\n"
        "Lists what was added (organ, year, edition, file), what was not and why, and with a "
        "register which organs have no report. Blank is not zero: a cell that some report lacks "
        "says “at least”, and how many it lacks. Of several differing reports of an organ none is "
        "taken; --prefer names the one. -o writes the report, and beside it two papers: what was "
        "done, and where each figure comes from.",
    ),
    "merge.short": ("把所属报告逐格相加，汇总成上级的报告", "add reports up into their superior's"),
    "merge.out": (
        "把汇总报告写到文件，按后缀定格式：docx、html、xlsx、md、pdf、json",
        "write the consolidated report: docx, html, xlsx, md, pdf or json by suffix",
    ),
    "merge.register": (
        "机构登记册（CSV）：机构名称、代码、级别、上级、起始、截止、别名",
        "register of organs (CSV): name, code, level, superior, since, until, aliases",
    ),
    "merge.against": (
        "已有的汇总报告，逐格与相加的结果对照（C101）",
        "a consolidated report to compare with the sum, cell by cell (C101)",
    ),
    "merge.organ": (
        "汇总机关的名称；不写时取 --against 报告的机关",
        "name of the superior; else that of the report given by --against",
    ),
    "merge.year": (
        "汇总哪一年度；不写时取多数报告的年度",
        "report year; else that of most reports",
    ),
    "merge.edition": (
        "用哪一版格式（版本的年份，如 2021）；不写时按年度",
        "edition of the form (its year, as 2021); else that of the year",
    ),
    "merge.prefer": (
        "同一机关有几份时采用这一份；没有读到年度或机关的，也按计入处理；可以写几次",
        "of several reports of an organ take this one; also where year or organ was not read",
    ),
    "merge.json": (
        "输出一行 JSON：合计、每一格的来源、没有计入的",
        "print one JSON object: totals, the sources of each cell, what was left out",
    ),
    "merge.exit_codes": (
        "退出码：\n  0  汇总完整，与给出的汇总报告一致\n"
        "  1  汇总不完整，或有关系、有格子不成立\n  2  有文件读不了，或者用法不对",
        "Exit codes:\n  0  the sum is complete and agrees with the report given\n"
        "  1  the sum is incomplete, or something does not hold\n"
        "  2  a file could not be read, or wrong usage",
    ),
}
