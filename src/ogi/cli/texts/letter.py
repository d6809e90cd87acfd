"""The help of `ogi letter`."""

TEXTS: dict[str, tuple[str, str]] = {
    "letter": (
        "拟制一份文书：告知书、征询书、答复。\n\n"
        "  ogi letter --list                                列出全部文书\n"
        "  ogi letter --list R09                            一份文书要写明什么\n"
        "  ogi letter R09 台账.yaml --organ 机关.yaml       显示文字\n"
        "  ogi letter R09 台账.yaml --organ 机关.yaml -o 答复.docx\n\n"
        "缺一项要素就不出具，列出缺什么、写在哪里。台账里没有的事实写在台账文件的 letters 下面，"
        "或者用 --fact。",
        "Compose a letter of a case: a notice, an inquiry, a reply.\n\n"
        "  ogi letter --list                               list all letters\n"
        "  ogi letter --list R09                           what must stand in one\n"
        "  ogi letter R09 LEDGER.yaml --organ ORGAN.yaml   show its text\n"
        "  ogi letter R09 LEDGER.yaml --organ ORGAN.yaml -o reply.docx\n\n"
        "A letter that lacks an element is not issued; what is missing is listed. Facts that the "
        "ledger does not hold stand under `letters` in its file, or are given with --fact.",
    ),
    "letter.short": ("拟制告知书、征询书和答复", "compose the letters of a case"),
    "letter.organ": (
        "机关信息：名称、类别、复议机关、人民法院等（YAML）",
        "the organ: its name, kind, review body, courts (YAML)",
    ),
    "letter.on": ("出具的日期（默认今天）", "the day of the letter (default today)"),
    "letter.fact": (
        "一项事实，如 --fact 理由=需要查阅的档案较多；可以写几个，同一项有几个内容的重复写",
        "a fact, such as --fact reason=…; repeat it for several, or for several entries of one",
    ),
    "letter.out": (
        "写进文件，格式看后缀：docx、html、pdf、txt、md",
        "write to a file; the suffix says the format: docx, html, pdf, txt, md",
    ),
    "letter.receipt": (
        "再附一页送达回证，供受送达人签收",
        "add a page for the addressee to sign for the letter",
    ),
    "letter.explain": (
        "再列出依据，以及文中日期怎么算的",
        "also list the sources, and how its days were counted",
    ),
    "letter.list": ("列出文书", "list the letters"),
    "letter.exit_codes": (
        "退出码：\n  0  已出具\n  1  缺少要素或者与台账不符，没有出具\n  2  用法不对或者文件读不了",
        "Exit codes:\n  0  issued\n"
        "  1  not issued: something is missing or contradicts the ledger\n"
        "  2  wrong usage, or a file could not be read",
    ),
}
