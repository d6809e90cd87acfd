"""A table with spans, however it is divided, is read back as it was written."""

import office
from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.reading.docx import read_docx
from ogi.reading.html import read_html
from ogi.reading.limits import DEFAULT_LIMITS

Cells = list[tuple[int, int, int, int]]  # row, column, rowspan, colspan


@st.composite
def divisions(draw) -> tuple[int, int, Cells]:
    """A grid divided into rectangles; in the first row and column each slot is a cell."""
    rows, columns = draw(st.integers(2, 7)), draw(st.integers(2, 9))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    cells: Cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            edge = row == 0 or column == 0
            height = 1 if edge else draw(st.integers(1, rows - row))
            width = 1 if edge else draw(st.integers(1, columns - column))
            area = {(r, c) for r in range(row, row + height) for c in range(column, column + width)}
            if not area <= free:
                height, width, area = 1, 1, {(row, column)}
            free -= area
            cells.append((row, column, height, width))
    return rows, columns, cells


def read_back(document) -> tuple[int, int, Cells, list[str]]:
    (table,) = document.tables()
    cells = [(c.row, c.column, c.rowspan, c.colspan) for c in table.cells]
    return table.rows, table.columns, cells, [c.text for c in table.cells]


@settings(max_examples=50, deadline=None)
@given(divisions())
def test_a_grid_written_as_html_is_read_back(division):
    rows, columns, cells = division
    lines = [[] for _ in range(rows)]
    for number, (row, _, height, width) in enumerate(cells):
        lines[row].append(f"<td rowspan={height} colspan={width}>{number}</td>")
    page = "<table>" + "".join(f"<tr>{''.join(line)}</tr>" for line in lines) + "</table>"
    numbers = [str(number) for number in range(len(cells))]
    assert read_back(read_html(page.encode(), DEFAULT_LIMITS)) == (rows, columns, cells, numbers)


@settings(max_examples=50, deadline=None)
@given(divisions())
def test_a_grid_written_as_docx_is_read_back(division):
    rows, columns, cells = division
    lines: list[dict[int, str]] = [{} for _ in range(rows)]
    for number, (row, column, height, width) in enumerate(cells):
        for at in range(row, row + height):
            merge = (
                ""
                if height == 1
                else f"<w:vMerge {'w:val=' + chr(34) + 'restart' + chr(34) if at == row else ''}/>"
            )
            lines[at][column] = office.cell(
                str(number) if at == row else "", f'<w:gridSpan w:val="{width}"/>{merge}'
            )
    body = office.table(*(office.row(*(line[at] for at in sorted(line))) for line in lines))
    numbers = [str(number) for number in range(len(cells))]
    document = read_docx(office.docx(body), DEFAULT_LIMITS)
    assert read_back(document) == (rows, columns, cells, numbers)
