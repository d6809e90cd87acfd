"""The help of `ogi read`."""

TEXTS: dict[str, tuple[str, str]] = {
    "read": (
        "读出报告里的每一格数字，按法定表格的样子显示。\n\n"
        "FILE 可以是 PDF、Word（含 DOC、WPS）、Excel、ODF、RTF、网页、Markdown、纯文本、图片，"
        "也可以是装着这些文件的 ZIP 或邮件（EML）；"
        "是目录时读其中所有这些文件；- 是标准输入（粘贴的文字）。"
        "一份文件里有几份报告的，逐份读出。\n"
        "数字后的 ? 是存疑，要核对原件；空着的格就是空白，不是0；· 是报告里没有这一格。",
        "Read every figure of reports and show them as the statutory tables.\n\n"
        "FILE is a PDF, Word (also DOC, WPS), Excel, ODF, RTF, HTML, Markdown, text or picture "
        "file, or a ZIP or mail (EML) that holds some; a directory stands for all "
        "such files in it; - is standard input (pasted text). "
        "Of a file with several reports, each is read.\n"
        "A ? after a figure marks a doubt of reading; an empty box is blank, not 0; "
        "a · is a cell the report does not have.",
    ),
    "read.short": ("读出报告里的每一格数字", "read every figure of reports"),
    "draw": (
        "把 PDF 各页的图像和读出的格画到目录 DIR",
        "write the page images of PDFs with the cells found drawn on them to DIR",
    ),
}
