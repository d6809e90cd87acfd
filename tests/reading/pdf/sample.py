"""A report of an organ that does not exist, made from the form itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ogi.form import Edition, Row, Table

ORGAN = "临江市青禾区人民政府"
YEARS = {2019: 2020, 2021: 2024}

SENTENCES = {
    "overview": (
        "青禾区把政务公开摆在全区工作的重要位置，年初制定要点，年中开展督查，年末逐项对账。",
        "全年通过门户网站、政务新媒体和公共查阅点发布各类信息，群众办事所需的目录、流程和期限都能在一处查到。"
        "区政府办公室会同各街道梳理了公开事项，删去过时内容，补上缺漏，并为每个栏目指定了维护人员和更新时限。",
        "依申请公开方面，登记、审核、答复、送达各环节均有专人负责，答复文书使用统一格式。"
        "对内容不明确的申请，工作人员先与申请人沟通，说明需要补正的地方；对涉及多个单位的申请，由牵头单位汇总意见后一次答复。",
        "平台建设方面，完成了栏目改版和无障碍改造，新增语音朗读、大字显示等功能，检索结果可以按时间和类别筛选。"
        "政务新媒体清理合并了长期不更新的账号，保留的账号全部纳入日常巡查。",
        "监督保障方面，公开工作列入年度考核，邀请群众代表评议，评议意见逐条转交办理并反馈结果。",
    ),
    "problems": (
        "主要问题是部分单位公开不够及时，个别栏目更新间隔过长，政策解读的形式还比较单一。",
        "下一步，一是压实责任，把公开时限写进办文流程；二是加强培训，请熟悉业务的同志讲案例；"
        "三是改进解读，用图表和问答说明政策要点，方便群众理解和办理。",
    ),
    "other": ("本年度未向申请人收取信息处理费，没有其他需要报告的事项。",),
}


@dataclass(frozen=True)
class Printed:
    """A cell as printed; `is_value` where it holds a figure."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    is_value: bool = False
    upright: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table as printed; the first `headings` rows are its header."""

    key: str
    cells: tuple[Printed, ...]
    rows: int
    columns: int
    headings: int

    def by_row(self) -> list[list[Printed]]:
        lines: list[list[Printed]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            lines[cell.row].append(cell)
        return lines


def figures(edition: Edition) -> dict[str, int | Decimal]:
    """Return a figure for every cell; every relation of the form holds."""
    values: dict[str, int | Decimal] = {}
    for number, address in enumerate(edition.addresses):
        draw = (number * 7919 + 104729) % 9973
        small, large = draw % 7, draw % 2600
        values[address] = 0 if draw % 3 == 0 else (large if draw % 11 == 0 else small)
        if address.endswith(".amount"):
            values[address] = Decimal("40681.25")
        if address.endswith(".items_change"):
            values[address] = draw % 5 - 3
    columns = [column.key for column in edition.tables["applications"].rows[0].columns]
    for column in columns[:-1]:
        _settle(values, "applications", column)
    for row in edition.tables["applications"].rows:
        total = sum(values[f"applications.{row.key}.{column}"] for column in columns[:-1])
        values[f"applications.{row.key}.total"] = total
    for row in edition.tables["disputes"].rows:
        parts = [column.key for column in row.columns if column.key != "total"]
        values[f"disputes.{row.key}.total"] = sum(values[f"disputes.{row.key}.{p}"] for p in parts)
    return values


def _settle(values: dict[str, int | Decimal], table: str, column: str) -> None:
    """Make one column of the applications close."""
    ends = ("received", "carried_in", "closed", "carried_out")
    outcomes = [
        value
        for address, value in values.items()
        if address.startswith(f"{table}.")
        and address.endswith(f".{column}")
        and address.split(".")[1] not in ends
    ]
    closed = values[f"{table}.closed.{column}"] = sum(outcomes)
    received = closed + values[f"{table}.carried_out.{column}"]
    carried_in = values[f"{table}.carried_in.{column}"] = min(
        values[f"{table}.carried_in.{column}"], received
    )
    values[f"{table}.received.{column}"] = received - carried_in


def printed_tables(edition: Edition, values: dict[str, int | Decimal]) -> list[PrintedTable]:
    """Return the three tables as the form prints them."""
    makers = {"proactive": _blocks, "applications": _matrix, "disputes": _across}
    return [makers[table.key](table, values) for table in edition.tables.values()]


def _blocks(table: Table, values: dict[str, int | Decimal]) -> PrintedTable:
    cells: list[Printed] = []
    at, width, block = 0, 6, ""
    for row in table.rows:
        span = width // len(row.columns)
        if row.groups[0] != block:
            block = row.groups[0]
            cells.append(Printed(block, at, 0, 1, width + 1))
            cells.append(Printed(table.corner, at + 1, 0))
            for i, column in enumerate(row.columns):
                cells.append(Printed(column.label, at + 1, 1 + i * span, 1, span))
            at += 2
        cells.append(Printed(row.label, at, 0))
        for i, column in enumerate(row.columns):
            text = str(values[table.address(row, column)])
            cells.append(Printed(text, at, 1 + i * span, 1, span, is_value=True))
        at += 1
    return PrintedTable(table.key, tuple(cells), at, width + 1, 0)


def _matrix(table: Table, values: dict[str, int | Decimal]) -> PrintedTable:
    columns = table.rows[0].columns
    grouped = [i for i, column in enumerate(columns) if column.group]
    cells = [
        Printed(table.corner, 0, 0, 3, 3),
        Printed(table.band, 0, 3, 1, len(columns)),
        Printed(columns[grouped[0]].group, 1, 3 + grouped[0], 1, len(grouped)),
    ]
    for i, column in enumerate(columns):
        inner = i in grouped
        cells.append(Printed(column.label, 2 if inner else 1, 3 + i, 1 if inner else 2))
    cells.extend(_group_labels(table.rows))
    for at, row in enumerate(table.rows, start=3):
        depth = len(row.groups)
        cells.append(Printed(row.label, at, depth, 1, 3 - depth))
        for i, column in enumerate(columns):
            text = str(values[table.address(row, column)])
            cells.append(Printed(text, at, 3 + i, is_value=True))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PrintedTable(table.key, tuple(cells), 3 + len(table.rows), 3 + len(columns), 3)


def _group_labels(rows: tuple[Row, ...]) -> Iterator[Printed]:
    for depth in (0, 1):
        start = 0
        while start < len(rows):
            path = rows[start].groups[: depth + 1]
            end = start + 1
            while end < len(rows) and rows[end].groups[: depth + 1] == path:
                end += 1
            if len(path) > depth:
                yield Printed(path[depth], 3 + start, depth, end - start, upright=depth == 0)
            start = end


def _across(table: Table, values: dict[str, int | Decimal]) -> PrintedTable:
    cells: list[Printed] = []
    at = 0
    for row in table.rows:
        count = len(row.columns)
        if not row.groups:
            cells.append(Printed(row.label, 0, at, 2, count))
        else:
            if not any(cell.text == row.groups[0] for cell in cells):
                inner = sum(len(other.columns) for other in table.rows if other.groups)
                cells.append(Printed(row.groups[0], 0, at, 1, inner))
            cells.append(Printed(row.label, 1, at, 1, count))
        for i, column in enumerate(row.columns):
            cells.append(Printed(column.label, 2, at + i))
            text = str(values[table.address(row, column)])
            cells.append(Printed(text, 3, at + i, is_value=True))
        at += count
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PrintedTable(table.key, tuple(cells), 4, at, 3)
