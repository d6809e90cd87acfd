"""The help of `ogi calendar`."""

TEXTS: dict[str, tuple[str, str]] = {
    "calendar": (
        "看一年的工作日，或者数工作日。\n\n"
        "  ogi calendar 2026                        2026年的日历\n"
        "  ogi calendar add 2026-09-18 20           之后第20个工作日\n"
        "  ogi calendar count 2026-09-18 2026-10-22 两天之间的工作日\n\n"
        "起算的那一天不计算在内。没有收录放假安排的年份不算，除非写 --provisional。",
        "Show the working days of a year, or count them.\n\n"
        "  ogi calendar 2026                        the calendar of 2026\n"
        "  ogi calendar add 2026-09-18 20           the 20th working day after\n"
        "  ogi calendar count 2026-09-18 2026-10-22 the working days between\n\n"
        "The first day is not counted. A year without a holiday notice is refused, unless "
        "--provisional.",
    ),
    "calendar.short": ("看一年的工作日，数工作日", "show and count working days"),
    "calendar.metavar": (
        "年 | add 日期 天数 | count 日期 日期",
        "YEAR | add DATE N | count DATE DATE",
    ),
    "calendar.region": (
        "地方自行规定的节假日：已收录的地区，或者一个YAML文件",
        "holidays that a place sets itself: a region on file, or a YAML file",
    ),
    "calendar.provisional": (
        "没有收录放假安排的年份，暂按周一至周五、除去法定节日算，并且说明",
        "in a year without a notice count Mondays to Fridays less fixed holidays, and say so",
    ),
    "calendar.explain": ("逐日列出计不计、为什么", "list every day, whether it counts and why"),
    "calendar.json": ("输出 JSON", "print JSON"),
}
