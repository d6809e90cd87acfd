"""The help of `ogi explain`."""

TEXTS: dict[str, tuple[str, str]] = {
    "explain": (
        "说明一条规则，或者表格里的一格。\n\n"
        "CODE 是规则编号（如 R301）或一格的地址（如 applications.received.total）。"
        "不写 CODE 时列出全部规则。",
        "Explain a rule, or a cell of the form.\n\n"
        "CODE is the code of a rule (R301) or the address of a cell "
        "(applications.received.total). Without CODE all rules are listed.",
    ),
    "explain.short": ("说明规则或表格里的一格", "explain a rule or a cell"),
}
