"""Pages of the documentation that are made from code and data when it is built."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from ogi.checks import Rule, rules
from ogi.form import Edition, Table, editions
from ogi.rollup import RULES
from tools.casework_page import casework_page
from tools.samples.declaration import load, names

ROOT = Path(__file__).parents[1]
EVERY_RULE = (*rules(), *RULES)
GROUPS = {
    "R": "勾稽关系",
    "Y": "前后两年",
    "N": "文字与表格",
    "S": "格式",
    "P": "合理性",
    "C": "汇总与所属报告",
}


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages; MkDocs calls this."""
    for name, content in pages():
        files.append(File.generated(config, name, content=content))
    return files


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each generated page."""
    yield "reference/form.md", form_page()
    yield "reference/rules.md", catalogue()
    for rule in EVERY_RULE:
        yield f"reference/rules/{rule.code}.md", rule_page(rule)
    yield "reference/casework.md", casework_page()
    yield "reference/samples.md", samples_page()
    yield "reference/glossary.md", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    yield "reference/changelog.md", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def cells_table() -> str:
    """Every cell of every edition, a line each, columns separated by tabs."""
    lines = ["edition\taddress\ttable\trow\tcolumn"]
    for edition in editions():
        for table in edition.tables.values():
            lines += ("\t".join(cell) for cell in _cells(edition, table))
    return "\n".join(lines) + "\n"


def _cells(edition: Edition, table: Table) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        label = "/".join((*row.groups, row.label))
        for column in row.columns:
            yield str(edition.year), table.address(row, column), table.title, label, column.label


def form_page() -> str:
    """The form: its editions, tables, rows, columns and printed relations."""
    parts = [
        "# 格式与格的地址",
        "一格的地址是“表.行.列”，如 `applications.granted.natural_person`。"
        "地址是公开的接口：JSON、规则和程序都用它。全部地址见 [cells.tsv](cells.tsv)。",
        "版本逐表从文件中认定，不看年份：用错版本、两个版本混用的报告并不少见。",
    ]
    for edition in reversed(editions()):
        until = f"至{edition.last_year}年度" if edition.last_year else "年度起"
        parts.append(
            f"## {edition.year}年版\n\n{edition.instrument}，{edition.first_year}{until}适用。"
        )
        for table in edition.tables.values():
            parts += _table_section(table)
    return "\n\n".join(parts) + "\n"


def _table_section(table: Table) -> Iterator[str]:
    yield f"### `{table.key}` {table.title}"
    rows = ["| 行 | 格式原文 | 列 |", "|---|---|---|"]
    for row in table.rows:
        columns = "、".join(f"`{column.key}` {column.label}" for column in row.columns)
        label = "／".join((*row.groups, row.label))
        rows.append(f"| `{row.key}` | {label} | {columns} |")
    yield "\n".join(rows)
    if table.relations:
        yield "勾稽关系：" + "；".join(
            f"[{relation.code}](rules/{relation.code}.md) {relation.says}"
            for relation in table.relations
        )


def catalogue() -> str:
    """Every rule, by group."""
    parts = [
        "# 规则目录",
        "错误：数字或文字自相矛盾。提示：与格式不合或不合常情，也可能有原因。备注：值得知道，不一定有误。"
        "用法见[检查](../guide/checking.md)；`ogi explain 代码` 显示同样的说明。",
    ]
    for letter, group in GROUPS.items():
        lines = ["| 代码 | 轻重 | 规则 | 依据 |", "|---|---|---|---|"]
        lines += (
            f"| [{rule.code}](rules/{rule.code}.md) | {rule.severity.label} "
            f"| {rule.title} | {rule.source} |"
            for rule in EVERY_RULE
            if rule.code.startswith(letter)
        )
        parts.append(f"## {group}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def rule_page(rule: Rule) -> str:
    """The public page of a rule: its docstring and what the decorator says."""
    title, _, explanation = rule.explanation.partition("\n")
    body = explanation.strip().replace("\n", "\n\n")
    return (
        f"# {rule.code} {title.removesuffix('。')}\n\n{rule.severity.label}\n\n{body}\n\n"
        f"**怎么办**　{rule.advice or '见上文。'}\n\n**依据**　{rule.source}\n\n"
        "[全部规则](../rules.md)\n"
    )


def samples_page() -> str:
    """The reports made for this project."""
    lines = ["| 样例 | 文件 | 特点 |", "|---|---|---|"]
    for name in names():
        sample = load(name)
        lines.append(f"| `samples/{name}` | {sample.source.name} | {sample.why} |")
    return (
        "# 样例\n\n"
        "`samples/` 中的报告是为本项目编写的，机关和地名都是虚构的。每份报告由 `sample.yaml` 声明，"
        "`truth.json` 写明应当读出的数值，`make samples` 重新生成。\n\n" + "\n".join(lines) + "\n"
    )
