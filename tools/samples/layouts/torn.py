"""The text layer of a PDF: labels broken over lines, digits somewhere beside them."""

from collections.abc import Iterator

from tools.samples.declaration import Sample
from tools.samples.grid import Line
from tools.samples.story import Grid, Head, Title, story

WIDTHS = (14, 11, 7)  # characters that fit into a label that begins in column 1, 2 or 3


def pdf_text(sample: Sample) -> bytes:
    """Lines as they stood on the page, a blank one after each, page breaks inside rows."""
    lines: list[str] = []
    for item in story(sample):
        match item:
            case Grid() if item.table.band:
                lines += [*_upright_band(sample, item), *_torn_rows(sample, item)]
            case Grid() if item.table.across:
                lines += _upright_disputes(item)
            case Grid():
                lines += [" ".join(box.text for box in line.boxes) for line in item.lines]
            case Title(text) | Head(text):
                lines += [text]
            case _:
                lines += _wrapped(f"　　{item.text}", 28)
    text = "\n\n".join(lines) + "\n"
    return text.replace("　　", "").encode()


def _wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def _upright_band(sample: Sample, grid: Grid) -> Iterator[str]:
    head, middle, last = grid.lines[:3]
    yield from _wrapped(head.boxes[0].text, 15)
    yield head.boxes[1].text
    yield "\n".join(middle.boxes[0].text)
    yield f"{middle.boxes[1].text}\n{middle.boxes[2].text}"
    for box in last.boxes:
        yield "\n".join(_wrapped(box.text, 3 if len(box.text) > 4 else len(box.text) // 2))


def _upright_disputes(grid: Grid) -> Iterator[str]:
    head, middle, last, values = grid.lines
    yield " ".join(box.text for box in head.boxes)
    yield from ("\n".join(box.text) for box in middle.boxes[:5])
    yield " ".join(box.text for box in middle.boxes[5:])
    yield from ("\n".join(box.text) for box in last.boxes)
    yield " ".join(values.values)


def _torn_rows(sample: Sample, grid: Grid) -> Iterator[str]:
    breaks = sample.options.get("page_breaks", ())
    for line in grid.lines[3:]:
        *groups, label = [box for box in line.boxes if not box.is_value]
        for group in groups:
            yield "\n\n".join(_wrapped(group.text, 3))
        pieces = _wrapped(label.text, WIDTHS[label.column])
        digits = " ".join(line.values)
        if line.row in breaks:
            yield f"{pieces[0]} {digits}"
            yield "\n\n".join([f"\f— {breaks.index(line.row) + 3} —", *pieces[1:]])
        elif len(pieces) == 1:
            yield f"{pieces[0]} {digits}"
        elif len(pieces) == 2:
            yield f"{pieces[0]}\n\n{pieces[1]}\n{digits}"
        else:
            yield "\n\n".join([*pieces, digits])


def scrambled(sample: Sample) -> bytes:
    """Markdown made from a PDF: some rows keep their label, others are digits alone."""
    parts: list[str] = []
    for item in story(sample):
        match item:
            case Grid() if item.table.band:
                parts += [_headless_band(item), *_scrambled_rows(sample, item)]
            case Grid() if item.table.across:
                parts += [*_scrambled_disputes(item)]
            case Grid():
                parts += _table_behind_its_rest(item)
            case _:
                parts.append("\n".join(_wrapped(item.text, 30)))
    return ("\n".join(parts) + "\n").encode()


def _piped(cells: list[str], *, ruled: bool = True) -> str:
    row = "| " + " | ".join(cells) + " |"
    return row + "\n" + "|---" * len(cells) + "|" if ruled else row


def _table_behind_its_rest(grid: Grid) -> Iterator[str]:
    first, head, *body = grid.lines
    at = next(i for i, line in enumerate(body) if not line.row)
    block, rest = body[:at], body[at:]
    yield first.boxes[0].text
    for line in rest:
        yield (
            "".join(box.text for box in line.boxes)
            if not line.row
            else " ".join(box.text for box in line.boxes)
        )
    yield "## 表二：" + grid.table.title
    yield _piped([box.text for box in head.boxes])
    yield from (_piped([box.text for box in line.boxes], ruled=False) for line in block)


def _headless_band(grid: Grid) -> str:
    head, middle, last = grid.lines[:3]
    corner = head.boxes[0].text
    names = [box.text for box in last.boxes]
    broken = [name[: (len(name) + 1) // 2] for name in names[:-1]]
    rest = [name[(len(name) + 1) // 2 :] for name in names[:-1]]
    return "\n".join(
        [
            head.boxes[1].text,
            corner[:22] + middle.boxes[1].text,
            corner[22:],
            middle.boxes[0].text + middle.boxes[2].text,
            "".join(broken),
            names[-1],
            "## 表三：" + grid.table.title,
            _piped([*rest, "", "", "", "", ""]),
        ]
    )


def _scrambled_rows(sample: Sample, grid: Grid) -> Iterator[str]:
    kept = sample.options.get("labelled", ())
    waiting: list[Line] = []
    for line in grid.lines[3:]:
        is_kept = any(line.row.endswith(f".{key}") for key in kept)
        if not is_kept:
            waiting.append(line)
            continue
        yield from _orphans(waiting)
        waiting = []
        groups = [text[:2] for text in line.labels[:-1]]
        yield _piped([*groups[:1], line.labels[-1], *line.values])
    yield from _orphans(waiting)


def _orphans(waiting: list[Line]) -> Iterator[str]:
    """The labels of several rows, torn, then their digits without them."""
    for line in waiting:
        *groups, label = line.labels
        pieces = _wrapped(label, 10)
        if groups:
            group = groups[-1]
            pieces = [group[:4], group[4:] + pieces[0], *pieces[1:]]
        yield "\n".join(pieces)
    for line in waiting:
        yield _piped(line.values)


def _scrambled_disputes(grid: Grid) -> Iterator[str]:
    head, middle, last, values = grid.lines
    yield "".join(box.text for box in head.boxes)
    yield "".join(box.text for box in middle.boxes[5:])
    yield _piped([box.text[2:] for box in (*middle.boxes[:5], *last.boxes) if box.text != "总计"])
    yield _piped(values.values)
