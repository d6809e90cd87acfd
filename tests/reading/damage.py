"""Reports printed in many layouts, and the damage that happens to them on the way.

A report is drawn at random with figures that balance. It is printed as rows of cells;
the rows are damaged; what is left is written as HTML, tabs, pipes, one cell a line or
lines of text. The truth goes along: what a damaged cell still prints, or nothing.
"""

import random
from dataclasses import dataclass, field
from html import escape

from ogi.form import Edition, Table

HANZI = "零一二三四五六七八九"
NOISE = ("·", "l", "○", "*", "．", "lO", "？", "一", "、")

Spanned = tuple[str, int, int]  # a cell: its text, its columns, its rows


@dataclass
class PrintedRow:
    """A printed row: group labels that begin here, its label, its value cells."""

    groups: list[tuple[str, int]]
    label: str | None
    values: list[str]
    addresses: list[str | None]
    width: int
    spans_label: int = 1

    @property
    def is_loose(self) -> bool:
        """A digit or number alone between two rows: the rest of a number, a page number."""
        return self.width == 1


@dataclass
class PrintedTable:
    """A printed table: heading, header rows (as text), rows."""

    heading: str
    header: list[list[tuple[str, int, int]]]
    rows: list[PrintedRow]
    blocks: dict[int, list[list[tuple[str, int, int]]]] = field(default_factory=dict)

    @property
    def kinds(self) -> bool:
        """A table with a header over all of its rows, which have labels: table three."""
        return bool(self.header) and not self.across

    @property
    def across(self) -> bool:
        """A table of one row: table four."""
        return any(row.width == 15 for row in self.rows)


def draw_cells(edition: Edition, rng: random.Random, largest: int | None = None) -> dict[str, int]:
    """Draw figures for every cell that satisfy every relation of the form."""
    cells: dict[str, int] = {}
    largest = largest or rng.choice([1, 3, 12, 120, 2000])
    for row in edition.tables["proactive"].rows:
        for column in row.columns:
            cells[f"proactive.{row.key}.{column.key}"] = _sparse(rng, largest * 7)
    table = edition.tables["applications"]
    kinds = [c.key for c in table.rows[0].columns if c.key != "total"]
    outcomes = [
        r for r in table.rows if r.key not in ("received", "carried_in", "closed", "carried_out")
    ]
    for kind in kinds:
        base = largest if kind in ("natural_person", "company") else max(1, largest // 20)
        results = [_sparse(rng, base) for _ in outcomes]
        for row, count in zip(outcomes, results, strict=True):
            cells[f"applications.{row.key}.{kind}"] = count
        closed, carried_out = sum(results), _sparse(rng, max(1, largest // 5))
        carried_in = rng.randint(0, min(closed + carried_out, max(1, largest // 5)))
        cells[f"applications.closed.{kind}"] = closed
        cells[f"applications.carried_out.{kind}"] = carried_out
        cells[f"applications.carried_in.{kind}"] = carried_in
        cells[f"applications.received.{kind}"] = closed + carried_out - carried_in
    for row in table.rows:
        cells[f"applications.{row.key}.total"] = sum(
            cells[f"applications.{row.key}.{k}"] for k in kinds
        )
    for row in edition.tables["disputes"].rows:
        parts = [_sparse(rng, max(1, largest // 3)) for _ in row.columns[:-1]]
        for column, count in zip(row.columns, [*parts, sum(parts)], strict=True):
            cells[f"disputes.{row.key}.{column.key}"] = count
    return cells


def _sparse(rng: random.Random, largest: int) -> int:
    return rng.randint(0, largest) if rng.random() < 0.35 else 0


def print_tables(edition: Edition, cells: dict[str, int]) -> list[PrintedTable]:
    """Print the three tables as rows of cells, as the form draws them."""
    return [
        _print_proactive(edition.tables["proactive"], cells),
        _print_applications(edition.tables["applications"], cells),
        _print_disputes(edition.tables["disputes"], cells),
    ]


def _print_proactive(table: Table, cells: dict[str, int]) -> PrintedTable:
    printed = PrintedTable("二、" + table.title, [], [])
    heading = ""
    for row in table.rows:
        if row.groups[0] != heading:
            heading = row.groups[0]
            widths = _shares(table.grid - 1, len(row.columns))
            labels = [(c.label, w, 1) for c, w in zip(row.columns, widths, strict=True)]
            printed.blocks[len(printed.rows)] = [
                [(heading, table.grid, 1)],
                [(table.corner, 1, 1), *labels],
            ]
        addresses = [table.address(row, column) for column in row.columns]
        values = [str(cells[a]) for a in addresses]
        printed.rows.append(PrintedRow([], row.label, values, list(addresses), table.grid - 1))
    return printed


def _shares(total: int, parts: int) -> list[int]:
    return [total // parts + (1 if i < total % parts else 0) for i in range(parts)]


def _print_applications(table: Table, cells: dict[str, int]) -> PrintedTable:
    columns = table.rows[0].columns
    body = [c for c in columns if c.group]
    header = [
        [(table.corner, 3, 3), (table.band, len(columns), 1)],
        [(columns[0].label, 1, 2), (body[0].group, len(body), 1), (columns[-1].label, 1, 2)],
        [(c.label, 1, 1) for c in body],
    ]
    printed = PrintedTable("三、" + table.title, header, [])
    seen: set[str] = set()
    for row in table.rows:
        groups = []
        for group in row.groups:
            if group not in seen:
                seen.add(group)
                groups.append((group, sum(group in other.groups for other in table.rows)))
        addresses = [table.address(row, column) for column in columns]
        values = [str(cells[a]) for a in addresses]
        printed.rows.append(
            PrintedRow(groups, row.label, values, list(addresses), 7, 3 - len(row.groups))
        )
    return printed


def _print_disputes(table: Table, cells: dict[str, int]) -> PrintedTable:
    five = [c.label for c in table.rows[0].columns]
    header = [
        [(table.rows[0].label, 5, 1), (table.rows[1].groups[0], 10, 1)],
        [*[(label, 1, 2) for label in five], *[(row.label, 5, 1) for row in table.rows[1:]]],
        [(label, 1, 1) for label in five * 2],
    ]
    values = [str(cells[a]) for a in table.addresses]
    row = PrintedRow([], None, values, list(table.addresses), 15, 0)
    return PrintedTable("四、" + table.title, header, [row])


def truth_of(tables: list[PrintedTable]) -> dict[str, str]:
    """Return what each cell still prints; a cell that is gone is not in the mapping."""
    return {
        address: text
        for table in tables
        for row in table.rows
        for address, text in zip(row.addresses, row.values, strict=True)
        if address is not None
    }


# Damage: each takes a row (or a table) and changes it. A place that belongs to no cell of
# the form any more gets the address None.


def drop_cell(row: PrintedRow, rng: random.Random) -> None:
    """Lose a value cell, its text with it."""
    i = rng.randrange(len(row.values))
    del row.values[i], row.addresses[i]


def blank_cell(row: PrintedRow, rng: random.Random) -> None:
    """Lose the text of a cell."""
    row.values[rng.randrange(len(row.values))] = ""


def shift_right(row: PrintedRow, rng: random.Random) -> None:
    """Push the row one cell to the right."""
    row.values.insert(0, "")
    row.addresses.insert(0, None)


def push_off(row: PrintedRow, rng: random.Random) -> None:
    """Push the row one cell to the right; the last cell falls off the table."""
    shift_right(row, rng)
    del row.values[-1], row.addresses[-1]


def lose_label(row: PrintedRow, rng: random.Random) -> None:
    """Lose the label cell; what follows moves to the left."""
    row.label = None


def cut_label(row: PrintedRow, rng: random.Random) -> None:
    """Keep only a part of the label."""
    if row.label:
        i, j = sorted((rng.randrange(len(row.label) + 1), rng.randrange(len(row.label) + 1)))
        row.label = row.label[i:j]


def fuse_cells(row: PrintedRow, rng: random.Random) -> None:
    """Run the digits of two cells together into one."""
    if len(row.values) > 1:
        i = rng.randrange(len(row.values) - 1)
        row.values[i : i + 2] = [row.values[i] + row.values[i + 1]]
        row.addresses[i : i + 2] = [None]


def split_cell(row: PrintedRow, rng: random.Random) -> None:
    """Tear a number apart over two cells."""
    long = [i for i, text in enumerate(row.values) if len(text) > 1]
    if long:
        i = rng.choice(long)
        row.values[i : i + 1] = [row.values[i][:1], row.values[i][1:]]
        row.addresses[i : i + 1] = [None, None]


def add_noise(row: PrintedRow, rng: random.Random) -> None:
    """Put a stray mark beside a number."""
    i = rng.randrange(len(row.values))
    noise = rng.choice(NOISE)
    row.values[i] = row.values[i] + noise if rng.random() < 0.5 else noise + row.values[i]
    row.addresses[i] = None


def write_words(row: PrintedRow, rng: random.Random) -> None:
    """Print words where a number belongs."""
    i = rng.randrange(len(row.values))
    row.values[i] = rng.choice(("见附件", "暂无统计", "详见本机关门户网站专栏"))
    row.addresses[i] = None


def use_letters(row: PrintedRow, rng: random.Random) -> None:
    """Type letters for digits, as old typewriters had it and recognition does."""
    if long := [i for i, text in enumerate(row.values) if len(text) > 1 and set("01") & set(text)]:
        i = rng.choice(long)
        row.values[i] = row.values[i].replace("0", "O").replace("1", "l")
        row.addresses[i] = None


def say_in_words(row: PrintedRow, rng: random.Random) -> None:
    """Write a number as people say it."""
    if long := [i for i, text in enumerate(row.values) if text.isdecimal() and 9 < int(text) < 100]:
        i = rng.choice(long)
        number = int(row.values[i])
        tens = f"{HANZI[number // 10]}十" if number > 19 else "十"
        said = f"{tens}{HANZI[number % 10]}" if number % 10 else tens
        row.values[i] = rng.choice((said, f"共{number}件", f"{number}件"))
        row.addresses[i] = None


def add_note(row: PrintedRow, rng: random.Random) -> None:
    """Set a note behind a number."""
    i = rng.randrange(len(row.values))
    if row.values[i].isdecimal():
        row.values[i] += rng.choice(("²", "①", "*", "（含1件）", "[1]"))
        row.addresses[i] = None


def print_dashes(row: PrintedRow, rng: random.Random) -> None:
    """Print marks for the zeros of a row, as many organs do."""
    mark = rng.choice(("-", "—", "/", "不涉及", "无"))
    row.values[:] = [mark if text == "0" else text for text in row.values]


def space_thousands(row: PrintedRow, rng: random.Random) -> None:
    """Part the thousands of a number with a comma, with or without a blank."""
    if long := [i for i, text in enumerate(row.values) if text.isdecimal() and len(text) == 4]:
        i = rng.choice(long)
        row.values[i] = f"{row.values[i][0]}{rng.choice((',', ', ', '，'))}{row.values[i][1:]}"
        row.addresses[i] = None


def drop_row(table: PrintedTable, rng: random.Random) -> None:
    """Lose a whole row."""
    rows = [number for number, row in enumerate(table.rows) if not row.is_loose]
    if len(rows) > 1:
        at = rng.choice(rows)
        del table.rows[at]
        blocks = table.blocks
        table.blocks = {}
        for number, lines in sorted(blocks.items()):
            table.blocks.setdefault(number - (number > at), []).extend(lines)


def break_number(table: PrintedTable, rng: random.Random) -> None:
    """Let the last digits of a number fall on a line below its row."""
    break_row(table, rng.choice(table.rows), rng)


def break_row(table: PrintedTable, row: PrintedRow, rng: random.Random) -> None:
    """Let the last digit of a number of a row fall on a line below."""
    if long := [i for i, text in enumerate(row.values) if text.isdecimal() and len(text) > 1]:
        i = rng.choice(long)
        rest = row.values[i][-1]
        row.values[i], row.addresses[i] = row.values[i][:-1], None
        at = next(n for n, one in enumerate(table.rows) if one is row) + 1
        insert_line(table, at, [rest])


def _insert(table: PrintedTable, at: int, row: PrintedRow) -> None:
    """Put a row before another; the header above that one stays with it."""
    table.rows.insert(at, row)
    table.blocks = {n + (n >= at): lines for n, lines in table.blocks.items()}


def swap_columns(table: PrintedTable, rng: random.Random) -> None:
    """Print two columns in each other's place, with their labels."""
    if table.across:
        _swap_rows_across(table, rng)
    elif table.header:
        count = len(table.header[2])
        move_columns(table, rng.sample(range(count), count))
    else:
        number, block = min(table.blocks.items())
        order = rng.sample(range(len(block[1]) - 1), len(block[1]) - 1)
        block[1][1:] = [block[1][1:][i] for i in order]
        for row in table.rows[number : min([*table.blocks, 99][1:2], default=99)]:
            _reorder(row, order)


def move_columns(table: PrintedTable, order: list[int]) -> None:
    """Print the columns of table three between the first and the last in another order."""
    table.header[2][:] = [table.header[2][i] for i in order]
    for row in table.rows:
        _reorder(row, [0, *(i + 1 for i in order), len(order) + 1])


def _reorder(row: PrintedRow, order: list[int]) -> None:
    if len(row.values) >= len(order):
        row.values[: len(order)] = [row.values[i] for i in order]
        row.addresses[: len(order)] = [row.addresses[i] for i in order]


def _swap_rows_across(table: PrintedTable, rng: random.Random) -> None:
    """Print 复议后起诉 first, or 行政诉讼 before 行政复议."""
    if rng.random() < 0.5:
        table.header[1][5:] = table.header[1][5:][::-1]
        order = [*range(5), *range(10, 15), *range(5, 10)]
    else:
        table.header[0].reverse()
        table.header[1][:] = [*table.header[1][5:], *table.header[1][:5]]
        order = [*range(5, 15), *range(5)]
    for row in table.rows:
        _reorder(row, order)


def insert_column(table: PrintedTable, rng: random.Random) -> None:
    """Print a column that the form has not, behind the others."""
    if not table.kinds:
        return
    label, words = rng.choice((("备注", ("", "见说明", "")), ("上年总计", ("7", "12", "0"))))
    table.header[0].append((label, 1, 3))
    for row in table.rows:
        if len(row.values) == 7:
            row.values.append(rng.choice(words))
            row.addresses.append(None)


def lose_column(table: PrintedTable, rng: random.Random) -> None:
    """Print a table without one of its columns."""
    if table.kinds:
        i = rng.randrange(len(table.header[2]))
        del table.header[2][i]
        label, span, rows = table.header[1][1]
        table.header[1][1] = (label, span - 1, rows)
        for row in table.rows:
            if len(row.values) == 7:
                del row.values[i + 1], row.addresses[i + 1]


def insert_row(table: PrintedTable, rng: random.Random) -> None:
    """Print a row that the form has not: a subtotal, last year's figures."""
    if table.kinds:
        i = rng.randrange(1, len(table.rows))
        values = [str(rng.randint(0, 99)) for _ in range(7)]
        label = rng.choice(("小计", "上年数", "去年同期", "合计"))
        spans = table.rows[i].spans_label
        _insert(table, _behind(table, i), PrintedRow([], label, values, [None] * 7, 7, spans))


def insert_line(table: PrintedTable, at: int, values: list[str]) -> None:
    """Print a line without a label before a row."""
    _insert(table, at, PrintedRow([], None, list(values), [None] * len(values), 1, 0))


def stray_number(table: PrintedTable, rng: random.Random) -> None:
    """Leave a page number between two rows."""
    i = _behind(table, rng.randrange(len(table.rows) + 1))
    insert_line(table, i, [str(rng.randint(1, 9))])


def _behind(table: PrintedTable, i: int) -> int:
    """Return a place that does not part a number from its last digits."""
    while i < len(table.rows) and table.rows[i].is_loose:
        i += 1
    return i


ROW_DAMAGE = (
    drop_cell,
    blank_cell,
    shift_right,
    push_off,
    lose_label,
    cut_label,
    fuse_cells,
    split_cell,
    add_noise,
    write_words,
    use_letters,
    say_in_words,
    add_note,
    print_dashes,
    space_thousands,
)
TABLE_DAMAGE = (
    drop_row,
    stray_number,
    break_number,
    swap_columns,
    insert_column,
    lose_column,
    insert_row,
)

LAYOUT_DAMAGE = (swap_columns, insert_column, lose_column)
# These leave a row with cells elsewhere than below their heads. Columns that are swapped
# afterwards would part them from cells that they were never beside.
MOVES_CELLS = (drop_cell, shift_right, push_off, fuse_cells, split_cell)
# What these do to the last digits that fell off a number leaves no digit of them.
LOSES_DIGITS = (drop_cell, blank_cell, push_off, write_words)


def as_html(tables: list[PrintedTable], title: str) -> bytes:
    """Write the tables as HTML with spans."""
    parts = [f"<h1>{escape(title)}</h1><p>一、总体情况</p><p>一切按规定办理。</p>"]
    for table in tables:
        rows = "".join(map(_tr, rows_of(table)))
        parts.append(f"<p>{escape(table.heading)}</p><table>{rows}</table>")
    parts.append(
        "<p>五、存在的主要问题及改进情况</p><p>没有。</p><p>六、其他需要报告的事项</p><p>无。</p>"
    )
    return "".join(parts).encode()


def rows_of(table: PrintedTable) -> list[list[Spanned]]:
    """Return every row of a table, header and all: text, columns and rows of each cell."""
    rows = list(table.header)
    for number, row in enumerate(table.rows):
        rows += table.blocks.get(number, ())
        cells: list[Spanned] = [(text, 1, deep) for text, deep in row.groups]
        if row.label is not None:
            cells.append((row.label, row.spans_label, 1))
        wide = row.width - len(row.values) + 1 if len(row.values) == 1 else 1
        rows.append(cells + [(text, max(1, wide), 1) for text in row.values])
    return rows


def _tr(cells: list[Spanned]) -> str:
    inner = "".join(
        f'<td colspan="{colspan}" rowspan="{rowspan}">{escape(text)}</td>'
        for text, colspan, rowspan in cells
    )
    return f"<tr>{inner}</tr>"


def as_text(tables: list[PrintedTable], title: str, style: str) -> bytes:
    """Write the tables as text: tabs, pipes, lines, one cell a line, or all run together."""
    lines = [title, "", "一、总体情况", "一切按规定办理。", ""]
    for table in tables:
        lines.append(table.heading)
        lines += [_write([cell[0] for cell in line], style) for line in table.header]
        for number, row in enumerate(table.rows):
            for line in table.blocks.get(number, ()):
                lines.append(_write([cell[0] for cell in line], style))
            labels = [text for text, _ in row.groups]
            if row.label is not None:
                labels.append(row.label)
            lines.append(_write([*labels, *row.values], style))
        lines.append("")
    lines += ["五、存在的主要问题及改进情况", "没有。", "六、其他需要报告的事项", "无。"]
    return (" ".join(lines) if style == "fused" else "\n".join(lines)).encode()


def _write(cells: list[str], style: str) -> str:
    if style == "tabs":
        return "\t".join(cells)
    if style == "pipes":
        return "| " + " | ".join(cells) + " |"
    if style == "cells":
        return "\n".join(cells)
    if style == "fused":
        return "".join(cells)
    return " ".join(cells)
