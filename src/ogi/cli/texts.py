"""Every sentence of the command line's help, in Chinese and in English.

What a command says of a report is Chinese only: it is written for the organ.
"""

from collections.abc import Callable

Say = Callable[[str], str]
LANGUAGES = ("zh", "en")

_EXIT_CODES = (
    "退出码：\n  0  没有错误\n  1  有报告存在错误\n"
    "  2  有文件读不了，或者用法不对（同时有错误时也是2）",
    "Exit codes:\n  0  no error stands\n  1  an error stands in a report\n"
    "  2  a file could not be read, or wrong usage (also when errors stand)",
)

TEXTS: dict[str, tuple[str, str]] = {
    "ogi": (
        "读取并检查政府信息公开工作年度报告。\n\n"
        "文件不离开本机，不连网络。看一个命令的说明：ogi 命令 --help",
        "Read and check annual reports of open government information.\n\n"
        "Files stay on this machine; no network is used. Help on a command: ogi COMMAND --help",
    ),
    "ogi.lang": (
        "帮助用什么语言（zh、en）；也可以用环境变量 OGI_LANG",
        "language of the help (zh, en); also by the environment variable OGI_LANG",
    ),
    "ogi.version": ("显示版本", "show the version"),
    "help": ("显示这段说明", "show this help"),
    "exit_codes": _EXIT_CODES,
    "read": (
        "读出报告里的每一格数字，按法定表格的样子显示。\n\n"
        "FILE 可以是 PDF、Word、Excel、网页、Markdown、纯文本；"
        "是目录时读其中所有这些文件；- 是标准输入（粘贴的文字）。\n"
        "数字后的 ? 是存疑，要核对原件；空着的格就是空白，不是0；· 是报告里没有这一格。",
        "Read every figure of reports and show them as the statutory tables.\n\n"
        "FILE is a PDF, Word, Excel, HTML, Markdown or text file; a directory stands for all "
        "such files in it; - is standard input (pasted text).\n"
        "A ? after a figure marks a doubt of reading; an empty box is blank, not 0; "
        "a · is a cell the report does not have.",
    ),
    "read.short": ("读出报告里的每一格数字", "read every figure of reports"),
    "json": ("每份报告输出一行 JSON", "print one JSON object a line, for each report"),
    "draw": (
        "把 PDF 各页的图像和读出的格画到目录 DIR",
        "write the page images of PDFs with the cells found drawn on them to DIR",
    ),
    "workers": (
        "同时用几个进程读（默认1）",
        "number of processes to read with (default 1)",
    ),
    "max_bytes": ("文件最多多少字节", "largest size of a file, in bytes"),
    "max_pages": ("PDF 最多多少页", "most pages of a PDF"),
    "max_unpacked_bytes": (
        "Word、Excel 解压后最多多少字节",
        "largest unpacked size of a Word or Excel file, in bytes",
    ),
    "max_ratio": (
        "Word、Excel 里一个部件解压后最多放大多少倍",
        "largest ratio of unpacked to packed size of a part",
    ),
    "max_cells": ("所有表格合计最多多少格", "most cells of all tables together"),
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
    "explain": (
        "说明一条规则，或者表格里的一格。\n\n"
        "CODE 是规则编号（如 R301）或一格的地址（如 applications.received.total）。"
        "不写 CODE 时列出全部规则。",
        "Explain a rule, or a cell of the form.\n\n"
        "CODE is the code of a rule (R301) or the address of a cell "
        "(applications.received.total). Without CODE all rules are listed.",
    ),
    "explain.short": ("说明规则或表格里的一格", "explain a rule or a cell"),
    "form": (
        "显示法定的年度报告格式：三张表，每格的地址。\n\n"
        "EDITION 是 2019（2019、2020年度用）或 2021（2021年度起用）；不写时是最新的一版。",
        "Show the statutory form: its three tables and the address of every cell.\n\n"
        "EDITION is 2019 (reports on 2019 and 2020) or 2021 (from 2021 on, and by default).",
    ),
    "form.short": ("显示法定格式和每格的地址", "show the form and its addresses"),
    "form.addresses": (
        "输出地址表（制表符分隔）；不写 EDITION 时两版都列",
        "print the table of addresses, tab-separated; both editions without EDITION",
    ),
    "form.json": ("输出 JSON", "print JSON"),
    "evaluate": (
        "读 DIR 下面每个有 truth.json 的文件，和人工抄录的数逐格比，每个文件一行，最后是合计。\n\n"
        "cells 格数，right 读对，doubted 其中存疑，wrong 读错但已标存疑，silent 读错又没有标，"
        "missed 印了没读出，unreadable 其中已标无法读取。有 silent 时退出码是1。",
        "Read every document under DIR that has a truth.json and compare it cell by cell: a line a "
        "document, then the totals.\n\n"
        "right: as transcribed (doubted: of these, marked as doubtful); wrong: otherwise, and "
        "marked; silent: otherwise, and not marked; missed: printed and not read (unreadable: of "
        "these, marked). Exits 1 when a cell is silently wrong.",
    ),
    "evaluate.faults": ("列出每个没有读对的格", "list every cell that was not read right"),
    "evaluate.json": ("输出 JSON，每个文件一行", "print JSON, one line a document"),
    "evaluate.short": (
        "读目录里有 truth.json 的文件，统计读得准不准",
        "measure how well documents with a truth.json are read",
    ),
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "command_metavar": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "default": ("默认", "default"),
    "hint": ("看说明：{command} --help", "Help: {command} --help"),
    "no_option": ("没有选项 {name}", "no such option {name}"),
    "no_command": ("没有命令 {name}", "no such command {name}"),
    "missing": ("缺少 {name}", "missing {name}"),
    "takes_value": ("选项 {name} 后面要写一个值", "option {name} needs a value"),
    "bad_value": ("{name} 的值不合要求：{reason}", "bad value for {name}: {reason}"),
    "whole_number": (
        "{value} 应当是不小于{least}的整数",
        "{value} should be a whole number, at least {least}",
    ),
    "one_of": ("{value} 应当是 {choices} 之一", "{value} should be one of {choices}"),
    "too_many": ("多写了 {name}", "unexpected argument {name}"),
}


def saying(language: str) -> Say:
    """Return the function that says a text in a language."""
    number = LANGUAGES.index(language)

    def say(key: str) -> str:
        return TEXTS[key][number]

    return say
