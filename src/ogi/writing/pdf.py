"""A paper as PDF: tagged for screen readers (PDF/UA-1), every font embedded.

The paper is set by typst, in this process. A character that no font on the machine can
show is an error that names it, never an empty box.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from ogi.errors import MissingPartError
from ogi.expression import expression
from ogi.formats import format_of
from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Mark, Paper
from ogi.parts import how_to_install
from ogi.writing import fonts
from ogi.writing.characters import clean
from ogi.writing.placing import captioned, inner_heads, leads_on, legend, shares, sign, title_lines
from ogi.writing.signing import SEAL_LINES, signatures

_GROUNDS = {
    Mark.ERROR: ("fbeceb", "a41e19"),
    Mark.WARNING: ("fdf1da", "774b00"),
    Mark.DOUBT: ("f0eafb", "5b34a0"),
    Mark.CHANGED: ("e7eff8", "17508f"),
}
_ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "left"}
_UNSHOWN = expression(r"could not be displayed|no font|missing glyph", re.I)


def print_pdf(paper: Paper) -> bytes:
    """Print a paper as PDF.

    Raises MissingPartError where typst or a Chinese font is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingPartError(
            f"写PDF要用到typst，没有安装。安装：{_how()}；或者先写成DOCX再另存为PDF"
        ) from error
    source = "\n".join(_source(paper)).encode()
    try:
        made = typst.compile(
            source, font_paths=fonts.all_fonts(), format="pdf", pdf_standards="ua-1", timestamp=0
        )
    except typst.TypstError as error:
        if _UNSHOWN.search(str(error)):
            raise MissingPartError(_no_font(str(error))) from error
        raise
    return bytes(made)


def _no_font(error: str) -> str:
    shown = re.search(r"text `?['\"“]?(.{1,20}?)['\"”]?`? could", error)
    which = f"“{shown[1]}”" if shown else "中文"
    return (
        f"这台机器上没有能印出{which}的字体，没有写成PDF。"
        f"安装中文字体：{_how()}；或者装进系统"
        "（Debian、Ubuntu：apt install fonts-noto-cjk）；或者先写成DOCX"
    )


def _family(*names: str) -> str:
    """Return the families to set a text in, as a list of the source."""
    return "(" + "".join(f"{_quoted(name)}, " for name in _chosen(names)) + ")"


def _bold(*names: str, ink: str = "black") -> str:
    """Return how a text in these families is made bold; a face without bold is drawn thicker."""
    if fonts.has_bold(fonts.all_fonts(), _chosen(names)[0]):
        return "weight: 700"
    return f"weight: 700, stroke: 0.025em + {ink}"


def _chosen(names: tuple[str, ...]) -> tuple[str, ...]:
    chosen = fonts.chosen(fonts.all_fonts(), names)
    if not chosen:
        raise MissingPartError(_no_font(""))
    return chosen


def _quoted(text: str) -> str:
    """Return a text as a string of the source."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return '"' + escaped.replace("\n", "\\n") + '"'


def _source(paper: Paper) -> Iterator[str]:
    yield from _rules(paper)
    if paper.title:
        yield f"#title({_quoted(title_lines(paper))})"
    signed = signatures(paper.blocks) if paper.official else {}
    for number, (block, with_caption) in enumerate(captioned(paper.blocks)):
        if number in signed:
            if number - 1 not in signed:
                yield f"#v({SEAL_LINES * 29}pt, weak: false)"
            yield _signed(block, signed[number])
        elif isinstance(block, Line) and number + 1 in signed:
            yield _line(block, keep=True)  # the seal does not stand alone on a page
        else:
            yield from _block(block, with_caption)
    for text in _notes(paper):
        yield f"#note({_quoted(text)})"


def _notes(paper: Paper) -> Iterator[str]:
    if said := legend(paper.blocks):
        yield said
    yield from (f"注{number}：{note}" for number, note in enumerate(paper.notes, 1))


def _rules(paper: Paper) -> Iterator[str]:
    """Yield the rules of the sheet: GB/T 9704—2012 where the paper is official."""
    margins = (
        "(top: 37mm, right: 26mm, bottom: 35mm, left: 28mm)"
        if paper.official
        else "(x: 18mm, y: 20mm)"
    )
    size, pitch, title = (16, 28.95, 22) if paper.official else (11, 19, 16)
    names = fonts.FANG if paper.official else ()
    body = _family(*names)
    heads = [_family(*fonts.HEI), _family(*fonts.KAI), body]
    yield f"#let bold = ({_bold(*names)})"
    yield f"#set document(title: {_quoted(paper.title or '文稿')}, date: none)"
    flipped = "true" if paper.landscape else "false"
    yield f'#set page(paper: "a4", flipped: {flipped}, margin: {margins}, footer: context {{'
    yield "  let n = counter(page).get().first()"
    yield "  align(if calc.odd(n) { right } else { left }, text(size: 12pt, [— #n —])) })"
    yield f'#set text(font: {body}, size: {size}pt, lang: "zh", region: "cn",'
    yield "  top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)"
    gap, apart = f"{pitch - size}pt", f"{pitch - size + 2}pt"
    yield f"#set par(leading: {gap}, spacing: {gap}, justify: true,"
    yield "  first-line-indent: (amount: 2em, all: true))"
    yield f"#show std.title: it => {{ set align(center); set par(leading: {title * 0.5}pt)"
    yield f"  text(font: {_family(*fonts.TITLE)}, size: {title}pt, weight: 400, it.body)"
    yield f"  v({gap}) }}"
    for level, font in enumerate(heads, 1):
        weight = "..bold" if level == 3 else "weight: 400"
        inside = f"text(font: {font}, size: {size}pt, {weight}, it.body)"
        indent = f"h({2 * size}pt) + " if paper.official else ""  # em is larger in a heading
        yield f"#show heading.where(level: {level}): it => block(above: {apart}, below: {apart},"
        yield f"  sticky: true, {indent}{inside})"
    yield "#let flush(body) = { set par(first-line-indent: 0pt); body; parbreak() }"
    yield f"#let note(body) = {{ set text(font: {_family()}, size: 9pt); set par(leading: 5pt,"
    yield "  spacing: 5pt, first-line-indent: 0pt); v(4pt); body; parbreak() }"


def _block(block: Block, with_caption: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        if block.new_page:
            yield "#pagebreak(weak: true)"
        yield f"#heading(level: {min(block.level, 3)}, {_quoted(block.text)})"
    elif isinstance(block, Grid):
        if with_caption:
            yield f"#flush(align(center, text(size: 10.5pt, {_quoted(block.caption)})))"
        yield from _table(block)
    else:
        yield _line(block)


def _line(line: Line, *, keep: bool = False) -> str:
    bold = "..bold, " if line.strong else ""
    text = f"text({bold}{_quoted(line.text)})"
    if line.align in (Align.CENTRE, Align.RIGHT):
        return f"#flush(align({_ALIGNED[line.align]}, {text}))"
    if keep or leads_on(line):
        indent = "h(2em) + " if line.indent else ""
        return f"#block(sticky: true, {indent}{text})"
    return f"#{text}\n#parbreak()" if line.indent else f"#flush({text})"


def _signed(block: Block, from_the_right: float) -> str:
    text = block.text if isinstance(block, Line) else ""
    padded = f"pad(right: {from_the_right:g}em, {_quoted(text)})"
    return f"#flush(align(right, block(sticky: true, {padded})))"


def _table(grid: Grid) -> Iterator[str]:
    widths = "".join(f"{share:.4f}fr, " for share in shares(grid))
    yield f"#block(above: 8pt, below: 14pt, {{ set text(font: {_family()}, size: 10.5pt)"
    yield "  set par(leading: 4pt, first-line-indent: 0pt, justify: false)"
    yield f"  table(columns: ({widths}), inset: (x: 2.5pt, y: 3.5pt), stroke: 0.5pt,"
    boxes = sorted(grid.boxes, key=lambda one: (one.row, one.column))
    head = [box for box in boxes if box.row < grid.head]
    if head:
        yield "  table.header(repeat: true,"
        yield from (_box(box) for box in head)
        yield "  ),"
    for row, line in groupby((box for box in boxes if box.row >= grid.head), lambda one: one.row):
        if row in inner_heads(grid):
            yield "  table.header(repeat: false, level: 2,"
            yield from (_box(box) for box in line)
            yield "  ),"
        else:
            yield from (_box(box) for box in line)
    yield "  ) })"


def _box(box: GridBox) -> str:
    look = [f"x: {box.column}, y: {box.row}", f"align: {_ALIGNED[box.align]} + horizon"]
    look += [f"rowspan: {box.rowspan}"] if box.rowspan > 1 else ["breakable: false"]
    look += [f"colspan: {box.colspan}"] if box.colspan > 1 else []
    text = _quoted(box.text + sign(box))
    if box.mark in _GROUNDS:
        ground, ink = _GROUNDS[box.mark]
        colour = f'rgb("{ink}")'
        look.append(f'fill: rgb("{ground}")')
        text = f"text(fill: {colour}, {_bold(ink=colour)}, {text})"
    return f"  table.cell({', '.join(look)}, {text}),"


def _how() -> str:
    return how_to_install(format_of("pdf").prints_by)
