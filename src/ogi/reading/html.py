"""HTML to blocks: what a browser shows, in the order of the page.

Page chrome, scripts and hidden parts are left out. Tables that only place things on the
page are opened; a table inside a cell becomes a block of its own.
"""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ogi.errors import DamagedError, LimitError
from ogi.expression import expression
from ogi.parts import how_to_install
from ogi.reading.document import Block, Document, TableBlock, TextBlock
from ogi.reading.encoding import MOJIBAKE, MOJIBAKE_LATIN, decode_raw, printed
from ogi.reading.grid import (
    Budget,
    Piece,
    lay_out,
    without_overhang,
)
from ogi.reading.limits import Limits
from ogi.reading.markup import attachments, parse, pictures, prune, titles
from ogi.reading.mht import is_mht, page_of
from ogi.reading.opening import Line, lines_of, open_up

_DROPPED = frozenset(
    """
    head title script style noscript template select option button textarea input iframe frame
    object embed applet svg math canvas audio video map nav footer xml rt rp datalist meter
    progress dialog link meta base img hr col colgroup -comment
    """.split()  # noqa: SIM905 - forty names read better as words
)
_BREAKING = frozenset(
    """
    html body p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article main aside header center
    blockquote pre xmp listing plaintext address figure figcaption caption form fieldset legend
    details summary tr td th tbody thead tfoot marquee dir menu hgroup search frameset noframes
    v:textbox
    """.split()  # noqa: SIM905
)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_LITERAL = frozenset(("pre", "xmp", "listing", "plaintext"))
_HARD = "\x00"  # a line break that is no white space; a parsed page holds no such character

# A line break between two of these is where an editor wrapped the source, not a space.
_WIDE = "\u2e80-\u303f\u3105-\u9fff\uf900-\ufaff\uff01-\uff60\u201c\u201d"
_WRAPPED = expression(f"(?<=[{_WIDE}])[ \t]*[\r\n][ \t\r\n]*(?=[{_WIDE}])")

# Where none of these is, the lines of the source are lines: tables pasted into a text.
_LAID_OUT = expression(rb"<(?:p|div|li|body|html|section)[\s>/]")
_EMPHASIS = expression(r"(\*\*|__)(.+?)\1")

Item = Line | LexborNode


def read_html(data: bytes, limits: Limits) -> Document:
    """Read a page, or a fragment of one, into a document."""
    if len(data) > limits.bytes:
        raise LimitError(
            f"文件有{len(data)}字节，超过{limits.bytes}字节的上限，未作读取。"
            "确是年度报告的，删去无关内容后再读，或者放宽文件大小上限。"
        )
    text, encoding = decode_raw(page_of(data) if is_mht(data) else data)
    remarks = []
    if encoding in (MOJIBAKE, MOJIBAKE_LATIN):
        remarks.append("文字曾以错误的编码保存而成乱码，已还原后读取。")
    tree, page = parse(text)
    found_titles = titles(tree)
    remarks += prune(tree, page)
    blocks = tuple(_blocks(tree.root, Budget(limits), literal=not _LAID_OUT.search(page)))
    if not any(isinstance(block, TableBlock) for block in blocks):
        remarks += _whereabouts(tree)
    return Document("html", blocks, (), found_titles, tuple(remarks))


def _whereabouts(tree: LexborHTMLParser) -> Iterator[str]:
    """Say where the report may be when a page has no tables."""
    if names := attachments(tree):
        yield f"网页中没有表格，报告可能在附件里：{'、'.join(names[:5])}。下载附件后再读。"
    elif count := pictures(tree):
        yield (
            f"网页中没有表格，有{count}张图片，报告可能是图片。"
            f"安装文字识别（{how_to_install('ocr')}）后可以识别图片，"
            "或者请发布单位提供可复制文字的版本。"
        )


def _blocks(root: LexborNode | None, budget: Budget, literal: bool = False) -> Iterator[Block]:
    """Yield the blocks below an element; if literal, each line of the source is a line."""
    if root is None:
        raise DamagedError("网页是空的，没有可读的内容。请重新下载或者另存网页后再读。")
    for item in _flow(root, literal):
        if isinstance(item, tuple):
            yield _text_block(*item, marked=literal)
        else:
            yield from _table(item, budget)


def _text_block(text: str, level: int, marked: bool) -> TextBlock:
    """Return a line, its marks taken off where lines are marked as in Markdown."""
    if not marked:
        return TextBlock(text, None, level)
    text = _EMPHASIS.sub(r"\2", text)
    if found := re.match(r"(#{1,6})\s+(.+)", text):
        return TextBlock(found[2], None, len(found[1]))
    return TextBlock(text, None, level)


def _flow(root: LexborNode, lines: bool = False) -> list[Item]:
    """Return the lines and the tables below an element, in their order."""
    items: list[Item] = []
    pieces: list[str] = []
    open_nodes: list[tuple[LexborNode, str]] = []
    level, literal = 0, int(lines)
    node = root.child
    while True:
        while node is None:
            if not open_nodes:
                _end_line(pieces, level, items)
                return items
            parent, tag = open_nodes.pop()
            if tag in _BREAKING:
                if pieces:
                    _end_line(pieces, level, items)
                level = 0 if tag in _LEVELS else level
                literal -= tag in _LITERAL
            node = parent.next
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            if pieces or not text.isspace():
                pieces.append(text.replace("\n", _HARD) if literal else text)
        elif tag == "br":
            _end_line(pieces, level, items)
        elif tag == "table":
            _end_line(pieces, level, items)
            items.append(node)
        elif tag not in _DROPPED:
            if tag in _BREAKING:
                if pieces:
                    _end_line(pieces, level, items)
                level = _LEVELS.get(tag, level)
                literal += tag in _LITERAL
            open_nodes.append((node, tag))
            node = node.child
            continue
        node = node.next


def _end_line(pieces: list[str], level: int, items: list[Item]) -> None:
    """Move what has been gathered to the items, as one line or, if literal, several."""
    text = "".join(pieces)
    pieces.clear()
    for line in text.split(_HARD):
        words = line.split()
        if len(words) > 1 and "\n" in line:
            words = _WRAPPED.sub("", line).split()
        if words:
            items.append((printed(" ".join(words)), level))


def _table(node: LexborNode, budget: Budget) -> Iterator[Block]:
    """Yield a table, or what a table of the layout holds."""
    groups: list[list[list[Piece]]] = []
    opened: list[list[Item] | None] = []
    for group in _groups(node):
        if group.tag == "caption":
            yield from _blocks(group, budget)
            continue
        rows = []
        for row in _children(group, ("tr",)):
            pieces, items = _row(row)
            rows.append(pieces)
            opened.append(items)
        groups.append(rows)
    grid = without_overhang(lay_out(groups, budget))
    yield from open_up(grid, opened, budget, lambda inner: _table(inner, budget))


def _groups(table: LexborNode) -> list[LexborNode]:
    """Return caption and row groups as a browser shows them: the foot last."""
    groups = _children(table, ("caption", "thead", "tbody", "tfoot"))
    return sorted(groups, key=lambda group: group.tag == "tfoot")


def _children(node: LexborNode, tags: Sequence[str]) -> list[LexborNode]:
    found = []
    child = node.child
    while child is not None:
        if child.tag in tags:
            found.append(child)
        child = child.next
    return found


def _row(row: LexborNode) -> tuple[list[Piece], list[Item] | None]:
    """Return the cells of a row, and all it holds where it holds tables."""
    pieces: list[Piece] = []
    everything: list[Item] = []
    nested = False
    cell = row.child
    while cell is not None:
        if cell.tag in _CELLS:
            text = cell.text().strip()
            if len(text) > 1:
                flow = _flow(cell)
                everything += flow
                lines = lines_of(flow)
                nested = nested or len(lines) < len(flow)
                text = "\n".join(lines)
            elif text:
                everything.append((text, 0))
            attributes = cell.attributes
            rowspan = _span(attributes["rowspan"], 0) if "rowspan" in attributes else 1
            colspan = _span(attributes["colspan"], 1) if "colspan" in attributes else 1
            pieces.append((text, rowspan, colspan))
        cell = cell.next
    return pieces, everything if nested else None


def _span(value: str | None, least: int) -> int:
    """Return a span as HTML reads it: leading digits, 1 where there are none.

    >>> _span("3", 1), _span(" 2;", 1), _span("-1", 1), _span("", 1), _span("0", 0)
    (3, 2, 1, 1, 0)
    """
    found = re.match(r"\s*\+?(\d{1,9})", value or "")
    return max(int(found[1]), least) if found else 1
