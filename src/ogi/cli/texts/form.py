"""The help of `ogi form`."""

TEXTS: dict[str, tuple[str, str]] = {
    "form": (
        "显示法定的年度报告格式：三张表，每格的地址。\n\n"
        "EDITION 是版本的年份，如 2021；不写时是最新的一版。\n"
        "-o 填报表.xlsx 写成可以填报的 Excel 表。",
        "Show the statutory form: its three tables and the address of every cell.\n\n"
        "EDITION is the year of an edition, such as 2021; the newest one by default.\n"
        "-o form.xlsx writes it as a workbook to fill in.",
    ),
    "form.short": ("显示法定格式和每格的地址", "show the form and its addresses"),
    "form.addresses": (
        "输出地址表（制表符分隔）；不写 EDITION 时两版都列",
        "print the table of addresses, tab-separated; both editions without EDITION",
    ),
    "form.out": (
        "写成可以填报的 Excel 表（填报表.xlsx）：填的时候随填随核对，填好可以直接用 ogi 读",
        "write the form as an Excel workbook to fill in: it checks what is typed, and reads back",
    ),
    "form.json": ("输出 JSON", "print JSON"),
}
