"""A page's text with nothing between the cells: labels and digits run together."""

from tools.samples.declaration import Sample
from tools.samples.story import Grid, Title, story


def fused_digits(sample: Sample) -> bytes:
    """One line for the whole report, behind the head that an archive puts before it."""
    written = []
    for item in story(sample):
        if isinstance(item, Grid):
            boxes = (box.text for line in item.lines for box in line.boxes)
            written.append("".join(boxes))
        elif not isinstance(item, Title):
            written.append(item.text)
    head = (
        f"标题: {sample.title}\n索引号: \n发布机构: {sample.organ}\n栏目: 政府信息公开年报\n"
        "==================== 正文 ====================\n"
        f"当前位置： 首页 政务公开 政府信息公开年报 {sample.title} 字号：大 中 小 打印 "
    )
    return (head + "".join(written) + " 附件下载\n").encode()
