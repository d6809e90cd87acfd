"""The page on datasets says every column and every kind of failure."""

from promises.blocks import replace_block

from ogi.dataset import TABLES
from ogi.dataset.documents import KINDS, may_pass
from ogi.dataset.schema import schema_of

ONE_ROW_IS = {
    "reports": "一行一份报告",
    "cells": "一行一格",
    "findings": "一行一个问题",
    "sections": "一行一个栏目的文字",
    "wide": "一行一份报告，一列一格",
    "failures": "一行一份没有读成的",
}


def _tables():
    for name, columns in TABLES.items():
        year = "" if name == "failures" else "，另有 `year`"
        yield f"### `{name}`：{ONE_ROW_IS[name]}{year}\n"
        yield "| 列 | 类型 | 含义 |\n|---|---|---|"
        for column in columns:
            kind = str(column.type).replace("element: ", "").replace("item: ", "")
            short = "list<struct>" if kind.startswith("list<struct") else kind
            yield f"| `{column.name}` | `{short}` | {column.says} |"
        yield ""


def _kinds():
    yield "| 种类 | 情形 | 再读有没有可能读成 |\n|---|---|---|"
    for kind, says in KINDS.items():
        yield f"| `{kind}` | {says} | {'有' if may_pass(kind) else '没有'} |"


def test_the_page_says_every_column_and_every_kind_of_failure(root, golden):
    path = root / "docs" / "guide" / "dataset.md"
    text = replace_block(path.read_text(encoding="utf-8"), "tables", "\n".join(_tables()).rstrip())
    golden(path, replace_block(text, "kinds", "\n".join(_kinds())))


def test_the_files_say_what_their_columns_hold():
    for name, columns in TABLES.items():
        for column in columns:
            assert schema_of(name).field(column.name).metadata[b"comment"].decode() == column.says
