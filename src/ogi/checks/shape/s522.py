"""S522: there are no columns beside those of the form."""

from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S522",
    Severity.NOTE,
    cites="form:附件",
    advice="删去格式以外的列；另有需要说明的，写在第六部分。",
)
def there_are_no_extra_columns(report: Witness) -> Iterator[Found]:
    """表中不应有格式以外的列。

    有的机关在“法人或其他组织”之下加了“小计”列。多出的列不便逐级汇总。

    正例：申请表有自然人、五类法人或其他组织、总计七列。
    反例：申请表在“其他”之后加了“小计”列。
    改法：删去这一列。
    """
    columns: dict[str, str] = {}
    report.weigh(report.editions)
    for address in report.as_read.extras:
        table, _, rest = address.partition(".")
        columns.setdefault(f"{table}.{rest.rpartition('.')[2]}", address)
    for address in columns.values():
        label = report.label(address).rpartition("/")[2]
        yield Found(f"表中有格式以外的“{label}”列", cells=(address,))
