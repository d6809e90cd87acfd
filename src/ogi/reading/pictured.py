"""What is said of pages that are pictures, whoever reads them."""

from ogi.parts import how_to_install

NOTHING = (
    "图像上没有认出文字。核对是不是年度报告的扫描件，并按200～300dpi、正面、清晰重新扫描后再读。"
)


def left_out(count: int, most: int) -> str:
    """Say that pages were not recognised, `most` of `count`."""
    return (
        f"共{count}页，其中{most}页图像因超过识别页数的上限没有读，结果不完整。"
        "只取年度报告的几页另存后再读，或者放宽上限。"
    )


def no_text() -> str:
    """Say that a document is pictures, and nothing is there to recognise them."""
    return (
        "PDF里只有页面图像，没有文字。安装识别组件后可以读取："
        f"{how_to_install('ocr')}；或者改用有文字的原文件。"
    )


def no_characters() -> str:
    """Say that the characters of a document are known by their shapes only."""
    return (
        "PDF里的文字没有对应的字符编码，读出来不是原文。安装识别组件后可以读取："
        f"{how_to_install('ocr')}；或者改用原文件重新导出。"
    )


def not_read(page: int) -> str:
    """Say that one page is a picture, and nothing is there to recognise it."""
    return (
        f"第{page}页只有图像，没有文字，未能读取。安装识别组件后可以读取：{how_to_install('ocr')}"
    )
