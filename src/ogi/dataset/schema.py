"""The tables of a dataset: every column with its type and what it says, units included.

The same text stands in the Parquet files as metadata and in docs/guide/dataset.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from ogi.dataset.names import cell_names
from ogi.findings import Severity

VALUE = pa.decimal128(24, 6)
_TEXTS = pa.list_(pa.string())
_EDGES = ("left", "top", "right", "bottom")
PLACE = pa.struct(
    [
        *((name, pa.int32()) for name in ("page", "line", "table", "row", "column")),
        ("sheet", pa.string()),
        *((name, pa.float64()) for name in _EDGES),
    ]
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and a Chinese sentence on what it holds."""

    name: str
    type: pa.DataType
    says: str

    @property
    def field(self) -> pa.Field:
        """The column as a field of an Arrow schema."""
        return pa.field(self.name, self.type, metadata={"comment": self.says})


_REPORT = Column("report", pa.string(), "报告的编号，由文件和文件内的名称算出，各表以此相连")
_ORGAN = Column("organ", pa.string(), "机关，从报告读出；读不出为空")
_REGISTERED = (
    Column("code", pa.string(), "登记册中的代码；没有登记册或册中没有的为空"),
    Column("level", pa.string(), "登记册中的级别"),
    Column("superior", pa.string(), "登记册中的上级"),
    Column("region", pa.string(), "登记册中的地区"),
)
_CURRENT = Column("current", pa.bool_(), "是否现行的一份；每个机关每个年度只有一份是真")

_PLACES = (
    Column("page", pa.int32(), "所在页或工作表，自1起"),
    Column("line", pa.int32(), "所在文字行，自1起（纯文本、Markdown）"),
    Column("table_number", pa.int32(), "文件中第几个表，自1起"),
    Column("row_number", pa.int32(), "该表第几行，自1起；工作簿里是工作表的第几行"),
    Column("column_number", pa.int32(), "该表第几列，自1起；工作簿里是工作表的第几列"),
    Column("sheet", pa.string(), "工作表的名称（工作簿）"),
    Column("box_left", pa.float64(), "页上的框：左边，单位为点（1/72英寸），自左上角起"),
    Column("box_top", pa.float64(), "页上的框：上边，点"),
    Column("box_right", pa.float64(), "页上的框：右边，点"),
    Column("box_bottom", pa.float64(), "页上的框：下边，点"),
)

REPORTS = (
    _REPORT,
    Column("file", pa.string(), "文件，相对于所收目录的路径"),
    Column("member", pa.string(), "压缩包、邮件内的名称，或一个文件中的第几份（#2）；没有为空串"),
    Column("content", pa.string(), "文件内容的SHA-256"),
    Column("size", pa.int64(), "文件大小，字节"),
    _ORGAN,
    *_REGISTERED,
    Column("title", pa.string(), "标题，照原文"),
    Column("editions", pa.map_(pa.string(), pa.int32()), "各表所用的格式版本，以表为键"),
    Column("format", pa.string(), "文件格式，按内容认定"),
    Column("seconds", pa.float64(), "读取用时，秒；每次读取不同，不是报告的内容"),
    Column("printed", pa.int32(), "印有内容的格数"),
    Column("doubts", pa.int32(), "存疑的格数"),
    Column("errors", pa.int32(), f"问题：{Severity.ERROR.label}数"),
    Column("warnings", pa.int32(), f"问题：{Severity.WARNING.label}数"),
    Column("notes", pa.int32(), f"问题：{Severity.NOTE.label}数"),
    Column("kept", pa.int32(), "成立的规则数"),
    Column("broken", pa.int32(), "不成立的规则数"),
    Column("unjudged", pa.int32(), "无从判断的规则数"),
    Column("not_applicable", pa.int32(), "不适用的规则数：报告里没有可以对照的内容"),
    _CURRENT,
    Column("status", pa.string(), "current 现行，superseded 另有现行的版本，duplicate 内容重复"),
    Column("reason", pa.string(), "为什么是这个状态"),
    Column("duplicate_of", pa.string(), "与哪一份重复（报告的编号）"),
    Column("previous", pa.string(), "跨年核对所用的上年报告（编号）；没有为空"),
    Column("remarks", _TEXTS, "关于读取的说明，如略去的页"),
)

CELLS = (
    _REPORT,
    _ORGAN,
    _CURRENT,
    Column("address", pa.string(), "格的地址：表.行.列"),
    Column("form_table", pa.string(), "地址中的表"),
    Column("form_row", pa.string(), "地址中的行"),
    Column("form_column", pa.string(), "地址中的列"),
    Column("value", VALUE, "数值，单位同格式：件、项、万元；空白和不是数字的为空，不是0"),
    Column("number", pa.float64(), "同 value，双精度小数，给统计软件用；要精确的算 value"),
    Column("text", pa.string(), "印出的原文；超出18位整数或6位小数的数，只在这里"),
    Column("state", pa.string(), "printed 印有，blank 空白，absent 未见，unreadable 无法读取"),
    Column("note", pa.string(), "数字以外的话，如“其中修订16件”“元”"),
    Column("extra", pa.bool_(), "是否格式以外的列（小计）；求和时不要重计"),
    *_PLACES,
    Column("doubt", pa.string(), "存疑的种类，几种以顿号相连；没有存疑为空"),
    Column("doubt_says", pa.string(), "存疑的缘由"),
    Column("candidates", _TEXTS, "可能的读法，最可能的在前"),
    Column("settled", pa.bool_(), "勾稽关系是否只容得下一种读法；没有存疑为空"),
)

FINDINGS = (
    _REPORT,
    _ORGAN,
    _CURRENT,
    Column("number", pa.int32(), "报告中第几个问题，自1起"),
    Column("code", pa.string(), "规则代码"),
    Column("severity", pa.string(), "，".join(f"{one.value} {one.label}" for one in Severity)),
    Column("message", pa.string(), "问题，一句话，带数字"),
    Column("value", pa.string(), "实为（数字或文字）"),
    Column("expected", pa.string(), "应为（数字或文字）"),
    Column("difference", VALUE, "相差：实为减应为；不是数字的为空"),
    Column("cells", _TEXTS, "所依据的格的地址；上年报告的格以 previous: 开头"),
    Column("places", pa.list_(PLACE), "所在位置，各项与格的位置相同"),
    Column("source", pa.string(), "依据"),
    Column("advice", pa.string(), "怎么办"),
    Column("previous", pa.string(), "跨年规则所对照的上年报告（编号）；其他规则为空"),
)

SECTIONS = (
    _REPORT,
    _ORGAN,
    _CURRENT,
    Column("section", pa.string(), "栏目的键，如 overview、problems"),
    Column("text", pa.string(), "该栏目的文字，一段一行"),
)

FAILURES = (
    Column("file", pa.string(), "文件，相对于所收目录的路径"),
    Column("member", pa.string(), "压缩包、邮件内的名称；没有为空串"),
    Column("content", pa.string(), "文件内容的SHA-256；打不开的为空"),
    Column("kind", pa.string(), "种类，见下表"),
    Column("reason", pa.string(), "为什么没有读成，怎么办"),
    Column("retry", pa.bool_(), "同一文件再读一次有没有可能读成（--retry）"),
)

WIDE = (_REPORT, _ORGAN, *_REGISTERED, _CURRENT)
"""The columns of the wide table before those of the cells, one an address, in double precision."""

TABLES: Mapping[str, tuple[Column, ...]] = {
    "reports": REPORTS,
    "cells": CELLS,
    "findings": FINDINGS,
    "sections": SECTIONS,
    "wide": WIDE,
    "failures": FAILURES,
}


def schema_of(table: str) -> pa.Schema:
    """Return the Arrow schema of a table; `year` is in the path, not in the file."""
    fields = [column.field for column in TABLES[table]]
    if table == "wide":
        fields += [pa.field(one.address, pa.float64()) for one in cell_names()]
    return pa.schema(fields)


def _struct(columns: Iterable[Column], without: frozenset[str]) -> pa.DataType:
    return pa.struct([(one.name, one.type) for one in columns if one.name not in without])


_OF_REPORT = frozenset(("report", "organ", "current"))
CELL = _struct(CELLS, _OF_REPORT | {"form_table", "form_row", "form_column", "number"})
FINDING = _struct(FINDINGS, _OF_REPORT | {"number", "previous"})
PARAGRAPH = pa.struct([("section", pa.string()), ("text", pa.string()), *list(PLACE)])

# What is kept of a document until the tables are made of it: one row a report or failure.
READING = pa.schema(
    [
        ("content", pa.string()),
        ("member", pa.string()),
        ("reader", pa.string()),
        ("size", pa.int64()),
        ("kind", pa.string()),
        ("reason", pa.string()),
        ("retry", pa.bool_()),
        ("title", pa.string()),
        ("organ", pa.string()),
        ("year", pa.int32()),
        ("editions", pa.map_(pa.string(), pa.int32())),
        ("format", pa.string()),
        ("seconds", pa.float64()),
        ("figures", pa.string()),
        ("printed", pa.int32()),
        ("doubts", pa.int32()),
        ("errors", pa.int32()),
        ("kept", pa.int32()),
        ("broken", pa.int32()),
        ("unjudged", pa.int32()),
        ("not_applicable", pa.int32()),
        ("remarks", _TEXTS),
        ("cells", pa.list_(CELL)),
        ("paragraphs", pa.list_(PARAGRAPH)),
        ("findings", pa.list_(FINDING)),
    ]
)
COMPARISON = pa.schema(
    [
        ("content", pa.string()),
        ("member", pa.string()),
        ("previous_content", pa.string()),
        ("previous_member", pa.string()),
        ("reader", pa.string()),
        ("retry", pa.bool_()),
        ("kept", pa.int32()),
        ("broken", pa.int32()),
        ("unjudged", pa.int32()),
        ("not_applicable", pa.int32()),
        ("findings", pa.list_(FINDING)),
    ]
)


def packed(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> bytes:
    """Return rows as the bytes of a Parquet file; a list column holds tuples of its fields."""
    from pyarrow import parquet

    kept = list(rows)
    arrays = [_array([row.get(field.name) for row in kept], field.type) for field in schema]
    stream = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), stream, compression="zstd")
    data: bytes = stream.getvalue().to_pybytes()
    return data


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    if not (pa.types.is_list(kind) and pa.types.is_struct(kind.value_type)):
        try:
            return pa.array(values, kind)
        except UnicodeEncodeError:
            return pa.array([_cleaned(value) for value in values], kind)
    return _lists(values, kind)


def _lists(values: list[Any], kind: pa.DataType) -> pa.Array:
    """Make a column of lists of structs field by field, which is many times faster than rows."""
    offsets: list[int] = [0]
    flat: list[tuple[Any, ...]] = []
    for rows in values:
        flat.extend(rows or ())
        offsets.append(len(flat))
    fields = list(kind.value_type)
    columns = list(zip(*flat, strict=True)) if flat else [()] * len(fields)
    arrays = [
        _array(list(column), field.type) for field, column in zip(fields, columns, strict=True)
    ]
    structs = pa.StructArray.from_arrays(arrays, fields=fields)
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs)


def clean(text: str) -> str:
    """Return a text that can be written as UTF-8; a lone surrogate becomes “�”."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _cleaned(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return clean(value) if isinstance(value, str) else value
