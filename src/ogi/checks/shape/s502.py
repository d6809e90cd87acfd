"""S502: the sections stand in the order of the form."""

from collections.abc import Iterator
from itertools import pairwise

from ogi.checks.rule import Found, rule
from ogi.checks.shape.headings import section_headings
from ogi.checks.shape.words import quoted
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import Heading, newest


@rule(
    "S502",
    Severity.WARNING,
    cites="form:附件",
    advice="按格式的顺序排列六个部分，每个部分只出现一次。",
)
def sections_stand_in_order(report: Witness) -> Iterator[Found]:
    """六个部分应按格式的顺序排列，各出现一次。

    顺序打乱，或同一部分的标题出现两次（文字在前、表另起一套编号），读者和系统都难以对照。

    正例：一、总体情况……六、其他需要报告的事项，依次排列。
    反例：“五、存在的主要问题及改进情况”排在“四、政府信息公开行政复议、行政诉讼情况”之前。
    改法：按格式重新排列，合并重复的部分。
    """
    order = [section.key for section in newest().sections]
    first: dict[str, Heading] = {}
    for heading in report.once(section_headings):
        if heading.key not in order:
            continue
        if heading.key in first:
            earlier = first[heading.key]
            yield Found(
                f"标题{quoted(earlier.text)}之后又有标题{quoted(heading.text)}，是同一部分",
                places=(earlier.place, heading.place),
            )
        else:
            first[heading.key] = heading
    report.weigh(len(first) > 1)
    for before, after in pairwise(first):
        if order.index(before) > order.index(after):
            yield Found(
                f"{quoted(first[before].text)}排在{quoted(first[after].text)}之前",
                places=(first[before].place, first[after].place),
            )
