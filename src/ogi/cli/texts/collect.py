"""The help of `ogi collect`."""

TEXTS: dict[str, tuple[str, str]] = {
    "collect": (
        "把一个目录里的所有报告读出、检查，做成可以用SQL查询的数据集（Parquet，按年度分开）。\n\n"
        "随时可以停下；再运行同一命令，从断处继续，读过的文件不再读。文件增、删、改了，也再运行同一命令。\n"
        "重复的文件和同一年度的几个版本都保留，标明现行的是哪一份、为什么。",
        "Read and check every report below a directory, and make a dataset of them that can be "
        "asked in SQL (Parquet, partitioned by year).\n\n"
        "Stop it whenever you like; the same command goes on where it stopped, and reads no file "
        "twice. Run it again, too, after files came, went or changed.\n"
        "Duplicates and versions are all kept; one is marked current, with the reason.",
    ),
    "collect.short": ("把许多报告做成数据集", "make a dataset of many reports"),
    "collect.out": ("数据集写到目录 OUT", "directory of the dataset"),
    "collect.engine": (
        "由谁来读：local 本机（默认），dask 在本机起一个Dask集群，dask://主机:端口 用已有的集群",
        "who reads: local processes (default), dask starts a Dask cluster here, "
        "dask://host:port uses an existing one",
    ),
    "collect.retry": (
        "没有读成、再读有可能读成的文件，重读一次",
        "read those failed files again for which that may help",
    ),
    "collect.codes": (
        "退出码：\n  0  都读成了\n  2  有文件读不了，或者用法不对",
        "Exit codes:\n  0  every document was read\n"
        "  2  a document could not be read, or wrong usage",
    ),
    "collect.no_engine": (
        "没有 {name}；可以是 local、dask、dask://主机:端口",
        "no engine {name}; there are local, dask, dask://host:port",
    ),
    "collect.no_folder": ("{name} 不是目录", "{name} is no directory"),
    "collect.register": (
        "机构登记册（CSV）：代码、级别、上级、地区写进数据集",
        "register of organs (CSV): code, level, superior and region go into the dataset",
    ),
}
