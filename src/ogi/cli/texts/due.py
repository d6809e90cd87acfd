"""The help of `ogi due`."""

TEXTS: dict[str, tuple[str, str]] = {
    "due": (
        "算一件申请最迟哪一天答复，并且说明为什么。\n\n"
        "FILE 是台账（YAML或者JSON，写法见样例），目录表示其中全部台账，- 表示标准输入。"
        "没有台账时，可以用 --received 等选项说明情况。\n\n"
        "  ogi due samples/ledgers/third-party.yaml --on 2026-10-13 --explain\n"
        "  ogi due --received 2026-09-18 --channel online --on 2026-10-13",
        "Say by which day an application must be answered, and why.\n\n"
        "FILE is a ledger (YAML or JSON, see the samples), a directory stands for all its "
        "ledgers, - for standard input. Without a ledger, options like --received say what "
        "happened.\n\n"
        "  ogi due samples/ledgers/third-party.yaml --on 2026-10-13 --explain\n"
        "  ogi due --received 2026-09-18 --channel online --on 2026-10-13",
    ),
    "due.short": ("算答复期限，说明为什么", "when an answer is due, and why"),
    "due.on": ("算到哪一天（默认今天）", "the day to look from (default today)"),
    "due.received": ("收到申请之日", "the day of receipt"),
    "due.channel": (
        "渠道：当面、邮寄（签收，挂号信或者EMS）、平常信函、网上平台、电子邮件、传真、口头等；"
        "也可以写 in_person、signed_post、ordinary_post、online、email、fax、oral",
        "channel: in_person, signed_post, ordinary_post, online, email, fax, oral and others",
    ),
    "due.corrected": (
        "补正：告知之日到收到补正之日，如 2026-09-21..2026-10-12；还没有收到时只写到 ..",
        "correction: the day it was asked for to the day it came, as 2026-09-21..2026-10-12; "
        "nothing after .. while it has not come",
    ),
    "due.consulted": (
        "征求第三方或者其他机关意见：发出之日到收到意见之日；可以写几次",
        "consultation: the day it was asked for to the day of the answer; may be repeated",
    ),
    "due.fee": (
        "收费：通知之日到缴费之日",
        "fee: the day of the notice to the day of payment",
    ),
    "due.extended": (
        "延长：告知申请人之日和工作日数，如 2026-10-20+20",
        "extension: the day the applicant was told, and the working days, as 2026-10-20+20",
    ),
    "due.replied": ("答复之日（邮寄的写交邮之日）", "the day of the reply (by post: of posting)"),
    "due.region": (
        "地方自行规定的节假日：已收录的地区，或者一个YAML文件",
        "holidays that a place sets itself: a region on file, or a YAML file",
    ),
    "due.provisional": (
        "没有收录放假安排的年份，暂按周一至周五、除去法定节日算，并且说明",
        "in a year without a notice count Mondays to Fridays less fixed holidays, and say so",
    ),
    "due.explain": ("逐行列出怎么算的", "list how it was counted, line by line"),
    "due.json": ("每件输出一行 JSON", "print one JSON object a line, for each case"),
    "due.codes": (
        "退出码：\n  0  没有逾期\n  1  有逾期\n  2  有台账读不了，或者用法不对",
        "Exit codes:\n  0  nothing is overdue\n  1  something is overdue\n"
        "  2  a ledger could not be read, or wrong usage",
    ),
}
