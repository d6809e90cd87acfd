"""What is done to the markup of a page before it is read: find it, strip it, name it."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ogi.errors import DamagedError
from ogi.expression import expression
from ogi.formats import LINKED
from ogi.reading.encoding import printed

_META_TITLES = 'meta[name="ArticleTitle" i],meta[property="og:title"],meta[name="title" i]'
_HIDING = expression(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_MAY_HIDE = (
    (re.compile(rb"hidden(?<=\shidden)[\s>=/]"), "[hidden]"),
    (re.compile(rb"display\s*:\s*none"), '[style*="none" i]'),
    (re.compile(rb"visibility\s*:\s*hidden"), '[style*="visibility" i]'),
    (re.compile(rb"mso-hide"), '[style*="mso-hide" i]'),
)
_STRUCK = ("del", "s", "strike")
_FIELDS = "input,textarea,select"
_MARKED = f"del,s,strike,sup,sub,{_FIELDS}"
_REFERENCE = 'a[href*="#"],a[role="doc-noteref"]'
_BRACKETED = expression(r"\s*[\[(（【〔].*[\])）】〕]\s*", re.S)
_RAISED = expression(r"vertical-align\s*:\s*(?:super|text-top|top|[1-9][\d.]*(?:px|pt|em|%))", re.I)
_DIGITS = expression(r"\s*[\[(（【〔*＊※]?\s*[\d*＊※①-⑳]{1,3}\s*[\])）】〕]?\s*")
_BLOCKS = ("td", "th", "p", "div")
_RULE = expression(r"([^{}]+)\{([^{}]*)\}")
_CLASS = expression(r"\.([\w-]+)\s*(?:,|$)")
_UNSHOWN_INPUT = ("hidden", "button", "submit", "reset", "image", "checkbox", "radio", "password")
_MANY_CELLS = 100  # a page with more cells of its own is the report itself
_MANY_TAGS, _DEEPEST = 20_000, 5_000
_NESTING = expression(
    rb"<(/?)(?!p\b|li\b|td\b|th\b|tr\b|br\b|hr\b|img\b|input\b|meta\b|link\b|o:p\b|col\b|option\b)[a-z]",
    re.I,
)
_MANY_ATTRIBUTES = 2_000  # parsing compares each with every other
_LONG_TAG = expression(rb"<[a-z][^<>]{%d,}" % (2 * _MANY_ATTRIBUTES), re.I)
_ATTRIBUTE = expression(rb"\s[^\s\"'=]")
_VALUE = expression(rb"\"[^\"]*\"|'[^']*'")
_QUOTED = expression(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`", re.S)
_ESCAPED = expression(r"&(?:amp;)?lt;(?:table|td|p|div)\b", re.I)
_CELL = expression(r"<td\b|\\u003ctd\b", re.I)
_ORNAMENT = expression(r"logo|icon|banner|emblem|nav|btn|bg|qr|share|\.gif|\.svg", re.I)
_ATTACHMENT = expression(rf"(?:{'|'.join(map(re.escape, LINKED))})(?:$|[?#])", re.I)


def parse(text: str) -> tuple[LexborHTMLParser, bytes]:
    """Parse the page a text is or carries; return the tree and its bytes in lower case."""
    if text.lstrip()[:1] in ("{", "["):
        text = _longest_in_json(text) or text
    tree, page = _parse(text)
    cells = len(tree.css("td"))
    for other in _carried(text, page, tree, cells):
        inner, inner_page = _parse(other)
        if (found := len(inner.css("td"))) > cells:
            return inner, inner_page if found else page
    return tree, page


def _parse(text: str) -> tuple[LexborHTMLParser, bytes]:
    page = text.encode("utf-8", "replace")
    if page.count(b"<") > _MANY_TAGS:
        _refuse_deep_nesting(page)
    _refuse_many_attributes(page)
    return LexborHTMLParser(page), page.lower()


def _refuse_deep_nesting(page: bytes) -> None:
    """Raise DamagedError where elements are nested so deep that parsing would not end."""
    depth = 0
    for found in _NESTING.finditer(page):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > _DEEPEST:
            raise DamagedError(
                f"网页的标记嵌套超过{_DEEPEST}层，无法读取。请重新另存网页，或者另存为DOCX后再读。"
            )


def _refuse_many_attributes(page: bytes) -> None:
    """Raise DamagedError where an element has so many attributes that parsing would not end."""
    for tag in _LONG_TAG.finditer(page):
        attributes = _VALUE.sub(b"", tag.group())
        if sum(1 for _ in _ATTRIBUTE.finditer(attributes)) > _MANY_ATTRIBUTES:
            raise DamagedError(
                f"网页里一个标记有{_MANY_ATTRIBUTES:,}个以上的属性，无法读取。"
                "请重新另存网页，或者另存为DOCX后再读。"
            )


def _carried(text: str, page: bytes, tree: LexborHTMLParser, cells: int) -> Iterator[str]:
    """Yield pages that a page may carry in place of its own: escaped, or in a script."""
    if cells > _MANY_CELLS:
        return
    if not cells and _CELL.search(text):
        yield f"<table>{text}</table>"
    if b"lt;" in page and _ESCAPED.search(text):
        yield html.unescape(html.unescape(text) if "&amp;lt;" in text else text)
    if cells and not (b"<\\/td" in page or b"\\u003ctd" in page):
        return
    for node in tree.css("script,textarea,xmp,noscript"):
        if _CELL.search(source := node.text()):
            yield from _strings(source) if node.tag == "script" else (source,)


def _strings(source: str) -> Iterator[str]:
    """Yield the string literals of a script that hold cells, the longest first."""
    literals = (next(filter(None, found.groups()), "") for found in _QUOTED.finditer(source))
    for literal in sorted((text for text in literals if _CELL.search(text)), key=len, reverse=True):
        yield _unescape_literal(literal)


def _unescape_literal(literal: str) -> str:
    """Undo the escapes of a string literal of a script."""
    named = {"n": "\n", "t": "\t", "r": "\n"}

    def undo(found: re.Match[str]) -> str:
        if code := found[1] or found[2]:
            return chr(int(code, 16))
        return named.get(found[3], found[3])

    return re.sub(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", undo, literal, flags=re.S)


def _longest_in_json(text: str) -> str:
    """Return the longest string with markup in a JSON document, "" where there is none."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return ""
    longest = ""
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str) and len(value) > len(longest) and "<" in value:
            longest = value
    return longest


def titles(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Return the titles a page carries outside its text, in their order, each once."""
    found: dict[str, None] = {}
    for node in tree.css("title"):
        if node.parent is not None and node.parent.tag not in ("svg", "g", "symbol"):
            found[printed(" ".join(node.text().split()))] = None
    for node in tree.css(_META_TITLES):
        found[printed(" ".join((node.attributes.get("content") or "").split()))] = None
    found.pop("", None)
    return tuple(found)


def prune(tree: LexborHTMLParser, page: bytes) -> tuple[str, ...]:
    """Take out what is hidden or struck out, show what is filled in; return remarks."""
    for pattern, selector in _MAY_HIDE:
        for node in _inner_first(tree, selector) if pattern.search(page) else ():
            attributes = node.attributes
            if "hidden" in attributes or _HIDING.search(attributes.get("style") or ""):
                node.decompose()
    struck = False
    filled = Counter(
        _cell_of(node).mem_id for node in tree.css(_FIELDS) if _filled_in(node).strip()
    )
    for node in _inner_first(tree, _MARKED):
        if node.tag in _STRUCK:
            struck = _take_out(node) or struck
        elif _is_in_cell(node):
            _replace(node, _noted(node) if node.tag in ("sup", "sub") else _field(node, filled))
    _note_references(tree, page)
    if b"line-through" in page:
        for node in _inner_first(tree, '[style*="line-through" i]'):
            struck = _take_out(node) or struck
    return ("网页中有加删除线的文字，未作读取。",) if struck else ()


def _note_references(tree: LexborHTMLParser, page: bytes) -> None:
    """Set what is raised by a style, and links to a note, apart from the digits before them."""
    raised = set(_raised_classes(tree)) if b"vertical-align" in page else set()
    for node in _inner_first(tree, _REFERENCE) if b"#" in page else ():
        if _is_in_cell(node) and _DIGITS.fullmatch(node.text()) and _has_text_beside(node):
            _replace(node, _noted(node))
    for node in _inner_first(tree, "td [style],td [class]") if b"vertical-align" in page else ():
        attributes = node.attributes
        by_class = raised & set((attributes.get("class") or "").split())
        is_raised = by_class or _RAISED.search(attributes.get("style") or "")
        if is_raised and node.tag not in _BLOCKS and _DIGITS.fullmatch(node.text()):
            _replace(node, _noted(node))


def _raised_classes(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the classes that the page's own styles raise."""
    for sheet in tree.css("style"):
        for selectors, declared in _RULE.findall(sheet.text()):
            if _RAISED.search(declared):
                yield from _CLASS.findall(selectors.strip())


def _has_text_beside(node: LexborNode) -> bool:
    """Tell whether a cell holds more than this link: a note stands beside a number."""
    return _cell_of(node).text().strip() != node.text().strip()


def _noted(node: LexborNode) -> str:
    """Return a note beside a number in brackets, so that it is none of its digits."""
    text = node.text().strip()
    return text if _BRACKETED.fullmatch(text) else f"[{text}]"


def _take_out(node: LexborNode) -> bool:
    """Take an element out; tell whether it held text."""
    held_text = bool(node.text().strip())
    node.decompose()
    return held_text


def _inner_first(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return what a selector finds, inner nodes first: taking out an outer one frees them."""
    return tree.css(selector)[::-1]


def _field(node: LexborNode, fields: Mapping[int, int]) -> str:
    """Return what stands in a field, apart from the text of its cell and from other fields."""
    filled = _filled_in(node).strip()
    is_alone = not _has_text_beside(node) or fields[_cell_of(node).mem_id] > 1
    return f" {filled} " if is_alone else f"[{filled}]"


def _filled_in(node: LexborNode) -> str:
    """Return what stands in a field of a form."""
    attributes = node.attributes
    if node.tag == "textarea":
        return node.text()
    if node.tag == "select":
        chosen = node.css_first("option[selected]")
        return chosen.text() if chosen is not None else ""
    if (attributes.get("type") or "text").lower() in _UNSHOWN_INPUT:
        return ""
    return attributes.get("value") or ""


def _is_in_cell(node: LexborNode) -> bool:
    return _cell_of(node).tag in ("td", "th")


def _cell_of(node: LexborNode) -> LexborNode:
    """Return the cell that a node stands in, or else the outermost element."""
    while node.parent is not None:
        node = node.parent
        if node.tag in ("td", "th"):
            break
    return node


def _replace(node: LexborNode, text: str) -> None:
    if text.strip("[] \t\r\n"):
        node.replace_with(text)
    else:
        node.decompose()


def attachments(tree: LexborHTMLParser) -> list[str]:
    """Return the names of the documents a page links to."""
    names = (
        printed(" ".join(node.text().split())) or (node.attributes["href"] or "").rsplit("/")[-1]
        for node in tree.css("a[href]")
        if _ATTACHMENT.search(node.attributes.get("href") or "")
    )
    return list(dict.fromkeys(names))


def pictures(tree: LexborHTMLParser) -> int:
    """Count the pictures of a page that may be pages of a document."""
    sources = (node.attributes.get("src") or "" for node in tree.css("img[src]"))
    return sum(not _ORNAMENT.search(source) for source in sources)
