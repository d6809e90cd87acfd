"""What has to be done to a page before it can be read: find it, strip it, name it."""

import re

from selectolax.lexbor import LexborHTMLParser

from ogi.reading.encoding import clean

_META_TITLES = 'meta[name="ArticleTitle"],meta[property="og:title"],meta[name="title"]'
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_MAY_HIDE = (
    (b" hidden", "[hidden]"),
    (b"none", '[style*="none" i]'),
    (b"visibility", '[style*="visibility" i]'),
    (b"mso-hide", '[style*="mso-hide" i]'),
)


def unwrap(text: str) -> str:
    """Return the markup of a page."""
    return text


def titles(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Return the titles a page carries outside its text, in their order, each once."""
    found: dict[str, None] = {}
    for node in tree.css("title"):
        if node.parent is not None and node.parent.tag not in ("svg", "g", "symbol"):
            found[clean(" ".join(node.text().split()))] = None
    for node in tree.css(_META_TITLES):
        found[clean(" ".join((node.attributes.get("content") or "").split()))] = None
    found.pop("", None)
    return tuple(found)


def prune(tree: LexborHTMLParser, page: bytes) -> int:
    """Take out what the page itself hides; return how many parts that were."""
    hidden = 0
    for word, selector in _MAY_HIDE:
        if word not in page:
            continue
        for node in tree.css(selector):
            attributes = node.attributes
            if "hidden" in attributes or _HIDING.search(attributes.get("style") or ""):
                node.decompose()
                hidden += 1
    return hidden
