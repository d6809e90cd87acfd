"""The help of `ogi query`."""

TEXTS: dict[str, tuple[str, str]] = {
    "query": (
        "用SQL问一个数据集。\n\n"
        "表：reports 报告、cells 格、wide 一行一份报告、findings 问题、sections 文字、"
        "failures 没有读成的。\n"
        "只数现行的报告，加 where current。",
        "Ask a dataset in SQL.\n\n"
        "Tables: reports, cells, wide (one row a report), findings, sections, failures. Add "
        "`where current` to count each organ and year once.",
    ),
    "query.short": ("用SQL问数据集", "ask a dataset in SQL"),
    "query.out": (
        "写成文件：.csv（Excel和WPS能直接打开）、.xlsx、.parquet",
        "write to a file: .csv, .xlsx, .parquet",
    ),
    "query.json": ("每行输出一行 JSON", "print one JSON object a row"),
    "query.codes": (
        "退出码：\n  0  问到了\n  2  没有数据集，SQL写得不对，或者用法不对",
        "Exit codes:\n  0  an answer\n  2  no dataset, wrong SQL, or wrong usage",
    ),
}
