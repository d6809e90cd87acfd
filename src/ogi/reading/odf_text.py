"""What a paragraph of an ODF document prints."""

from collections.abc import Iterator

from lxml import etree

from ogi.reading.encoding import printed
from ogi.reading.fields import EDGE, parted

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BOX = f"{_DRAW}text-box"
_UNPRINTED = frozenset(
    (
        f"{TEXT}note",
        f"{TEXT}ruby-text",
        f"{TEXT}tracked-changes",
        f"{TEXT}hidden-text",
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{_DRAW}frame",
        f"{_DRAW}custom-shape",
        f"{_DRAW}g",
    )
)
_FIELDS = frozenset(
    f"{TEXT}{name}"
    for name in (
        *("text-input", "drop-down", "placeholder", "user-field-get", "variable-get", "expression"),
        *("bookmark-ref", "reference-ref", "note-ref", "a", "database-display"),
    )
)
_MOST_SPACES = 100


def text_of(
    paragraph: etree._Element,
    hidden: frozenset[str] = frozenset(),
    raised: frozenset[str] = frozenset(),
) -> str:
    """Return what a paragraph prints; its line breaks are kept.

    What is raised by one of these styles is set in brackets: a note is none of the digits.
    """
    return printed(parted("".join(_pieces(paragraph, hidden, raised))))


def _pieces(
    element: etree._Element, hidden: frozenset[str], raised: frozenset[str]
) -> Iterator[str]:
    if element.text:
        yield _flat(element.text)
    for child in element:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            yield " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in _UNPRINTED and child.get(f"{TEXT}style-name") not in hidden:
            inner = "".join(_pieces(child, hidden, raised))
            if child.tag in _FIELDS:
                inner = f"{EDGE}{inner}{EDGE}"
            note = inner.replace(EDGE, "").strip()
            yield f"[{note}]" if note and child.get(f"{TEXT}style-name") in raised else inner
        if child.tail:
            yield _flat(child.tail)


def _flat(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text


def boxes_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in a paragraph, none that stands within another."""
    for box in paragraph.iter(_BOX):
        above = box.getparent()
        while above is not None and above is not paragraph and above.tag != _BOX:
            above = above.getparent()
        if above is paragraph:
            yield box


def level_of(paragraph: etree._Element) -> int:
    """Return the level of a heading, 0 for running text."""
    level = paragraph.get(f"{TEXT}outline-level", "1")
    if paragraph.tag != f"{TEXT}h" or not level.isdecimal():
        return 0
    return min(int(level), 6)


def raised_styles(root: etree._Element) -> frozenset[str]:
    """Return the names of the styles whose characters stand above the line."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style
        if properties.get(f"{_STYLE}text-position", "").startswith("super")
    )


def hidden_styles(root: etree._Element) -> frozenset[str]:
    """Return the names of the styles whose text or table is not shown."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style
        if properties.get(f"{TEXT}display") == "none"
        or properties.get(f"{TABLE}display") == "false"
    )
