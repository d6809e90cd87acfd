"""Text as a search index keeps it: cells joined by a mark, cut after some row."""

from collections.abc import Iterator

from tools.samples.declaration import Sample
from tools.samples.grid import Line
from tools.samples.layouts.plain import continued
from tools.samples.story import Grid, Item, story


def joined_cells(sample: Sample) -> bytes:
    """A row a line, its cells joined by “ | ”, merged cells trailing behind."""
    return _excerpt(sample, _joined)


def cells_by_line(sample: Sample) -> bytes:
    """A cell a line, each but the last of the document followed by “ |”; blank cells vanish."""
    return _excerpt(sample, _by_line)


def _excerpt(sample: Sample, write: object) -> bytes:
    lines: list[str] = []
    for item in story(sample):
        lines += _written(item, write, sample)
        if isinstance(item, Grid) and _is_cut(sample, item.lines):
            break
    text = "\n".join(lines) + "\n"
    for full, half in ("（(", "）)", "：:", "，,"):
        text = text.replace(full, half)
    return sample.in_its_characters(text).encode()


def _written(item: Item, write: object, sample: Sample) -> Iterator[str]:
    if not isinstance(item, Grid):
        yield item.text
        return
    covered = continued(item.lines)
    for at, line in enumerate(item.lines):
        yield from write(line, covered[at])  # type: ignore[operator]
        if line.row == sample.options.get("cut_after"):
            return


def _is_cut(sample: Sample, lines: list[Line]) -> bool:
    return any(line.row == sample.options.get("cut_after") for line in lines)


def _joined(line: Line, covered: set[int]) -> Iterator[str]:
    trail = sum(box.colspan - 1 for box in line.boxes)
    yield " | ".join(box.text for box in line.boxes) + " |" * bool(trail) + "|" * max(0, trail - 1)


def _by_line(line: Line, covered: set[int]) -> Iterator[str]:
    for box in line.boxes:
        if box.text:
            yield f"{box.text} |"
    if any(box.colspan > 1 for box in line.boxes):
        yield "|" * max(box.colspan - 1 for box in line.boxes)
