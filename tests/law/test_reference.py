"""The table of the law's values in the reference is made from its files."""

from decimal import Decimal

from promises.blocks import replace_block

from ogi.law import Provision, Tier, cite, provision_names, versions

UNITS = {
    "working_day": "个工作日",
    "day": "日",
    "month": "个月",
    "year": "年",
    "times": "次",
    "applicant": "人",
    "piece": "件",
    "yuan": "元",
}
WORDS = {"calendar_month": "自然月"}


def words(one: Provision) -> str:
    """The value as the table says it."""
    if isinstance(one.value, bool):
        return "是" if one.value else "否"
    if one.unit == "month_day":
        month, day = str(one.value).split("-")
        return f"{int(month)}月{int(day)}日"
    if one.unit.startswith("yuan_by_"):
        counter = {"yuan_by_piece": "件", "yuan_by_page": "页"}[one.unit]
        return "；".join(_tier(tier, counter) for tier in one.value)
    if one.unit == "citation":
        return "、".join(str(cite(key)) for key in one.value)
    if isinstance(one.value, int | Decimal):
        return f"{one.value}{UNITS[one.unit]}" if one.value else "当日"
    return WORDS.get(one.value, str(one.value))


def _tier(tier: Tier, counter: str) -> str:
    first = f"第{tier.first}"
    span = f"{first}至{tier.through}{counter}" if tier.through else f"{first}{counter}起"
    price = f"每{counter}{tier.rate}元" if tier.rate else "不收费"
    rise = f"，每{tier.step}{counter}一档，每档加{tier.rise}元" if tier.step else ""
    return f"{span}{price}{rise}"


def table() -> str:
    lines = ["| 规定 | 值 | 起 | 依据 | 通行做法、说明 |", "|---|---|---|---|---|"]
    for name in provision_names():
        for one in versions(name):
            sources = "，".join(str(each) for each in (one.cites, *one.also))
            lines.append(
                f"| {one.term}<br>`{name}` | {words(one)} | {one.since} | {sources} | {one.note} |"
            )
    return "\n".join(lines)


def test_the_reference_lists_every_value_of_the_law(root, golden):
    path = root / "docs" / "reference" / "provisions.md"
    golden(path, replace_block(path.read_text(encoding="utf-8"), "provisions", table()))


def test_the_reference_says_each_kind_of_value():
    said = table()
    for line in (
        "| 20个工作日 | 2019-05-15 | 《中华人民共和国政府信息公开条例》第三十三条第二款 |",
        "| 15个工作日 | 2008-05-01 |",
        "| 1月31日 | 2019-05-15 |",
        "第31件起每件200元，每10件一档，每档加100元",
    ):
        assert line in said
