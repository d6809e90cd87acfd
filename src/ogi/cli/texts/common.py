"""The help of `ogi` itself, and what the commands say alike."""

_EXIT_CODES = (
    "退出码：\n  0  没有错误\n  1  有报告存在错误\n"
    "  2  有文件读不了，或者用法不对（同时有错误时也是2）",
    "Exit codes:\n  0  no error stands\n  1  an error stands in a report\n"
    "  2  a file could not be read, or wrong usage (also when errors stand)",
)

TEXTS: dict[str, tuple[str, str]] = {
    "ogi": (
        "读取并检查政府信息公开工作年度报告。\n\n"
        "文件不离开本机，不连网络。看一个命令的说明：ogi 命令 -h",
        "Read and check annual reports of open government information.\n\n"
        "Files stay on this machine; no network is used. Help on a command: ogi COMMAND -h",
    ),
    "ogi.lang": (
        "帮助用什么语言（zh、en）；也可以用环境变量 OGI_LANG",
        "language of the help (zh, en); also by the environment variable OGI_LANG",
    ),
    "ogi.data": (
        "本地数据的文件夹（放假通知、地区、文书等）；也可以用环境变量 OGI_DATA",
        "folder with the data of a place; also by the environment variable OGI_DATA",
    ),
    "unforeseen": (
        "程序出了意外，没有结果（{kind}：{told}）。请把命令和文件报告给维护者",
        "something unforeseen, no result ({kind}: {told}); please report it",
    ),
    "data_wrong": ("数据文件有错，改好再运行：", "a data file is wrong:"),
    "ogi.version": ("显示版本", "show the version"),
    "help": ("显示这段说明", "show this help"),
    "exit_codes": _EXIT_CODES,
    "json": ("每份报告输出一行 JSON", "print one JSON object a line, for each report"),
    "workers": (
        "同时用几个进程读（默认1）",
        "number of processes to read with (default 1)",
    ),
    "max_bytes": ("文件最多多少字节", "largest size of a file, in bytes"),
    "max_pages": ("PDF 最多多少页", "most pages of a PDF"),
    "max_scans": (
        "一份文件最多识别多少页图像，其余的略去并说明",
        "most pages recognised from pictures; the others are left out, and said",
    ),
    "max_pixels": ("一幅图像最多多少像素", "most pixels of a picture"),
    "max_members": ("压缩包、邮件里最多多少份文件", "most documents in a ZIP or a mail"),
    "max_unpacked_bytes": (
        "Word、Excel、ZIP 解压后最多多少字节",
        "largest unpacked size of a Word, Excel or ZIP file, in bytes",
    ),
    "max_ratio": (
        "Word、Excel 里一个部件解压后最多放大多少倍",
        "largest ratio of unpacked to packed size of a part",
    ),
    "max_seconds": (
        "一份文件最多读多少秒，读出一份报告、认出一页就重新算",
        "most seconds for a document, anew with each report or page",
    ),
    "max_memory": (
        "读一份文件最多用多少字节内存",
        "most bytes of memory for a document",
    ),
    "max_cells": ("所有表格合计最多多少格", "most cells of all tables together"),
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "limits": (
        "上限：超过的不读，并说明；一般不用改",
        "Limits: what exceeds them is not read, and said; seldom to be changed",
    ),
    "commands": ("命令", "Commands"),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "command_metavar": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "default": ("默认", "default"),
    "hint": ("看说明：{command} --help", "Help: {command} --help"),
    "no_option": ("没有选项 {name}", "no such option {name}"),
    "no_command": ("没有命令 {name}", "no such command {name}"),
    "perhaps": ("。是不是 {near}？", "; did you mean {near}?"),
    "no_value": ("选项 {name} 后面不写值", "option {name} takes no value"),
    "misused": ("用法不对", "wrong usage"),
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
