"""A paper as a page of its own: no script, no file, no network."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Mark, Paper
from ogi.writing.characters import clean
from ogi.writing.heading import headers_of
from ogi.writing.placing import MEANINGS, legend, shares, sign
from ogi.writing.signing import signatures

_LOOKS = {Align.LEFT: "left", Align.CENTRE: "centre", Align.RIGHT: "right"}


def print_html(paper: Paper) -> bytes:
    """Print a paper as an HTML page in UTF-8."""
    return "\n".join(_page(paper)).encode("utf-8", "replace")


def _page(paper: Paper) -> Iterator[str]:
    kinds = ["official"] * paper.official + ["landscape"] * paper.landscape
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_attribute(paper.title)}</title>"
    yield f"<style>\n{_css()}{_sheet(paper)}</style>"
    yield "</head>"
    yield f'<body class="{" ".join(kinds)}">'
    yield "<main>"
    if paper.title:
        yield f"<h1>{_text(paper.title)}</h1>"
    signed = signatures(paper.blocks) if paper.official else {}
    for number, block in enumerate(paper.blocks):
        yield from _block(block, number, paper.blocks, signed)
    yield from _foot(paper)
    yield "</main>\n</body>\n</html>\n"


def _block(
    block: Block, number: int, blocks: Sequence[Block], signed: dict[int, float]
) -> Iterator[str]:
    if isinstance(block, Heading):
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        if not (isinstance(below, Grid) and below.caption == block.text):  # else it captions it
            yield _heading(block, f"h{number}")
    elif isinstance(block, Grid):
        yield from _table(block, f"t{number}", *_caption(number, blocks))
    else:
        yield _line(block, signed.get(number), first=number - 1 not in signed)


def _heading(heading: Heading, key: str) -> str:
    level = min(heading.level, 4) + 1
    page = ' class="new-page"' if heading.new_page else ""
    return f'<h{level} id="{key}"{page}>{_text(heading.text)}</h{level}>'


def _caption(number: int, blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the caption of a grid, or the heading further up that names it.

    A caption is said once: a heading right above stands in the caption itself.
    """
    caption = getattr(blocks[number], "caption", "")
    for above in range(number - 1, -1, -1):
        block = blocks[above]
        if isinstance(block, Heading):
            if not caption or block.text != caption:
                break
            if above == number - 1:
                return f"<caption>{_heading(block, f'h{above}')}</caption>", ""
            return "", f' aria-labelledby="h{above}"'
    return f"<caption>{_text(caption)}</caption>" if caption else "", ""


def _line(line: Line, from_the_right: float | None, first: bool) -> str:
    looks = [_LOOKS[line.align]] if line.align in _LOOKS else []
    looks += ["flush"] if not line.indent else []
    style = ""
    if from_the_right is not None:
        looks += ["sign", "sign-first"] if first else ["sign"]
        style = f' style="margin-right: {from_the_right:g}em"'
    text = _text(line.text)
    kinds = f' class="{" ".join(looks)}"' if looks else ""
    return f"<p{kinds}{style}>{f'<b>{text}</b>' if line.strong else text}</p>"


def _table(grid: Grid, key: str, caption: str, named: str) -> Iterator[str]:
    yield '<div class="scroll" tabindex="0" role="region"' + _label(grid) + ">"
    yield f"<table{named}>{caption}"
    columns = "".join(f'<col style="width: {share:.2%}">' for share in shares(grid))
    yield f"<colgroup>{columns}</colgroup>"
    headers = headers_of(grid)
    by_row: list[list[GridBox]] = [[] for _ in range(grid.rows)]
    for box in sorted(grid.boxes, key=lambda one: (one.row, one.column)):
        by_row[box.row].append(box)
    for tag, rows in (("thead", by_row[: grid.head]), ("tbody", by_row[grid.head :])):
        if rows:
            yield f"<{tag}>"
            yield from (f"<tr>{''.join(_box(b, key, headers) for b in row)}</tr>" for row in rows)
            yield f"</{tag}>"
    yield "</table>"
    yield "</div>"


def _label(grid: Grid) -> str:
    return f' aria-label="{_attribute(grid.caption)}"' if grid.caption else ""


def _box(box: GridBox, key: str, headers: Mapping[GridBox, list[GridBox]]) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", box.rowspan), ("colspan", box.colspan))
        if span > 1
    )
    looks = [_LOOKS[box.align]] if box.align in (Align.LEFT, Align.RIGHT) else []
    looks += [box.mark.value] if box.mark is not Mark.NONE else []
    kinds = f' class="{" ".join(looks)}"' if looks else ""
    hint = f' title="{_attribute(box.hint)}"' if box.hint else ""
    if box.scope:
        named = f' id="{_id(box, key)}" scope="{box.scope}"'
        return f"<th{named}{spans}{kinds}{hint}>{_text(box.text)}</th>"
    above = " ".join(_id(one, key) for one in headers.get(box, ()))
    said = f' headers="{above}"' if above else ""
    held = f' data-address="{_attribute(box.address)}"' if box.address else ""
    return f"<td{said}{spans}{kinds}{held}{hint}>{_text(box.text)}{_sign(box)}</td>"


def _id(box: GridBox, key: str) -> str:
    return f"{key}-{box.row}-{box.column}"


def _sign(box: GridBox) -> str:
    if not sign(box):
        return ""
    return f'<span role="img" aria-label="{MEANINGS[box.mark]}">{sign(box)}</span>'


def _foot(paper: Paper) -> Iterator[str]:
    said = legend(paper.blocks)
    if not said and not paper.notes:
        return
    yield '<section class="notes" aria-label="注">'
    if said:
        yield f"<p>{_text(said)}</p>"
    for number, note in enumerate(paper.notes, 1):
        yield f"<p>注{number}：{_text(note)}</p>"
    yield "</section>"


def _text(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in clean(text).split("\n"))


def _attribute(text: str) -> str:
    return escape(clean(text))


def _sheet(paper: Paper) -> str:
    """Return the rule of the printed page; margins cannot hang on a class."""
    size = "A4 landscape" if paper.landscape else "A4"
    margins = "37mm 26mm 35mm 28mm" if paper.official else "20mm 18mm"
    return f"@page {{ size: {size}; margin: {margins}; }}\n"


@cache
def _css() -> str:
    return (files("ogi.writing") / "templates" / "paper.css").read_text(encoding="utf-8")
