"""A sheet saved as CSV: every line has as many cells as the sheet is wide."""

import csv
import io

_FEWEST = 4  # separators of a line


def cells_of(text: str) -> list[tuple[int, tuple[str, ...]]] | None:
    """Return the rows of a sheet, each with its line; None where the text is no such file."""
    first, _, _ = text.lstrip().partition("\n")
    separator = max(",;", key=first.count)
    if first.count(separator) < _FEWEST:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for row in reader:
            rows.append((line, tuple(cell.strip() for cell in row)))
            line = reader.line_num + 1
    except csv.Error:
        return None
    filled = [row for _, row in rows if row]
    return rows if len({len(row) for row in filled}) == 1 and len(filled) > 1 else None
