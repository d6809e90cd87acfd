"""A paper as PDF: tagged for screen readers (PDF/UA-1), every font embedded.

The paper is set by typst, in this process. A character that no font on the machine can
show is an error that names it, never an empty box.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ogi.errors import MissingPartError
from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Mark, Paper
from ogi.writing.characters import clean
from ogi.writing.placing import captioned, leads_on, legend, shares, sign, title_lines
from ogi.writing.signing import SEAL_LINES, signatures

if TYPE_CHECKING:
    from typst import Fonts

_SONG = ("FZXiaoBiaoSong-B05S", "STZhongsong")
_FANG = ("FangSong_GB2312", "FangSong", "STFangsong", "FandolFang R", "FandolFang")
_HEI = ("SimHei", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei")
_KAI = ("KaiTi_GB2312", "KaiTi", "STKaiti", "FandolKai")
_TEXT = ("SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "FandolSong", "WenQuanYi Zen Hei")
_GROUNDS = {
    Mark.ERROR: ("fbeceb", "a41e19"),
    Mark.WARNING: ("fdf1da", "774b00"),
    Mark.DOUBT: ("f0eafb", "5b34a0"),
    Mark.CHANGED: ("e7eff8", "17508f"),
}
_ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "left"}
_UNSHOWN = re.compile(r"could not be displayed|no font|missing glyph", re.I)


def print_pdf(paper: Paper) -> bytes:
    """Print a paper as PDF.

    Raises MissingPartError where typst or a Chinese font is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingPartError(
            '写PDF要用到typst，没有安装。安装：pip install "ogi[pdf]"；或者先写成DOCX再另存为PDF'
        ) from error
    source = "\n".join(_source(paper)).encode()
    try:
        made = typst.compile(
            source, font_paths=_fonts(), format="pdf", pdf_standards="ua-1", timestamp=0
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
        "安装中文字体（Debian、Ubuntu：apt install fonts-noto-cjk），或者先写成DOCX"
    )


@cache
def _fonts() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=True, include_embedded_fonts=False)


def _family(*names: str) -> str:
    """Return those of the families that are installed, the wanted ones first.

    Where none of them is, any font begins, and typst looks further for each character.
    """
    installed = {name.lower(): name for name in _fonts().families()}
    if not installed:
        raise MissingPartError(_no_font(""))
    known = [name for name in (*names, *_TEXT, *_HEI) if name.lower() in installed]
    chosen = dict.fromkeys(known or [*installed.values()][:1])
    return "(" + "".join(f"{_quoted(name)}, " for name in chosen) + ")"


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
    body = _family(*_FANG) if paper.official else _family()
    heads = [_family(*_HEI), _family(*_KAI), body]
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
    yield f"  text(font: {_family(*_SONG)}, size: {title}pt, weight: 400, it.body); v({gap}) }}"
    for level, font in enumerate(heads, 1):
        weight = 700 if level == 3 else 400
        inside = f"text(font: {font}, size: {size}pt, weight: {weight}, it.body)"
        indent = "h(2em) + " if paper.official else ""
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


def _line(line: Line) -> str:
    weight = ", weight: 700" if line.strong else ""
    text = f"text({_quoted(line.text)}{weight})"
    if line.align in (Align.CENTRE, Align.RIGHT):
        return f"#flush(align({_ALIGNED[line.align]}, {text}))"
    if leads_on(line):
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
    yield from (_box(box) for box in boxes if box.row >= grid.head)
    yield "  ) })"


def _box(box: GridBox) -> str:
    look = [f"x: {box.column}, y: {box.row}", f"align: {_ALIGNED[box.align]} + horizon"]
    look += [f"rowspan: {box.rowspan}"] if box.rowspan > 1 else ["breakable: false"]
    look += [f"colspan: {box.colspan}"] if box.colspan > 1 else []
    text = _quoted(box.text + sign(box))
    if box.mark in _GROUNDS:
        ground, ink = _GROUNDS[box.mark]
        look.append(f'fill: rgb("{ground}")')
        text = f'text(fill: rgb("{ink}"), weight: 700, {text})'
    return f"  table.cell({', '.join(look)}, {text}),"
