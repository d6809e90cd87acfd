"""What the paragraph styles of a DOCX say: heading, list, table of contents."""

import re
from dataclasses import dataclass

from lxml import etree

from ogi.expression import expression
from ogi.reading.numbering import W, int_of

_VAL = f"{W}val"
_OFF = ("0", "false", "off")
_HEADING = expression(r"(?:heading|标题)\s*([1-9])", re.I)
_CONTENTS = expression(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.I)
_TITLE = ("title", "标题")
_DEEPEST = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says of its characters; None where it says nothing."""

    raised: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None

    def over(self, base: "Look") -> "Look":
        """Return this look, with what it leaves open taken from a base."""
        return Look(
            base.raised if self.raised is None else self.raised,
            base.hidden if self.hidden is None else self.hidden,
            base.struck if self.struck is None else self.struck,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; None and "" where it says nothing and its base decides."""

    base: str = ""
    level: int | None = None
    list_id: str = ""
    list_level: int | None = None
    is_contents: bool = False
    look: Look = Look()


def look_of(properties: etree._Element | None) -> Look:
    """Return what the properties of a run say of its characters."""
    if properties is None:
        return Look()
    aligned = properties.find(f"{W}vertAlign")
    moved = properties.find(f"{W}position")
    raised: bool | None = None
    if aligned is not None or moved is not None:
        up = moved is not None and int_of(moved.get(_VAL, "").lstrip("+")) > 0
        raised = up or (aligned is not None and aligned.get(_VAL) == "superscript")
    struck = [_switch(properties, name) for name in ("strike", "dstrike")]
    return Look(
        raised, _switch(properties, "vanish"), None if struck == [None, None] else any(struck)
    )


def _switch(properties: etree._Element, name: str) -> bool | None:
    found = properties.find(W + name)
    return None if found is None else found.get(_VAL, "1") not in _OFF


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Read word/styles.xml into styles by their id, each complete with what it inherits."""
    if root is None:
        return {}
    own = {
        style.get(f"{W}styleId", ""): _style(style)
        for style in root.iterfind(f"{W}style")
        if style.get(f"{W}type", "paragraph") in ("paragraph", "character")
    }
    return {key: _complete(style, own) for key, style in own.items()}


def _style(style: etree._Element) -> Style:
    name = _value(style, "name").strip()
    heading = _HEADING.fullmatch(name)
    outline = _value(style, f"pPr/{W}outlineLvl")
    level = int(heading[1]) if heading else 1 if name.lower() in _TITLE else None
    list_level = _value(style, f"pPr/{W}numPr/{W}ilvl")
    return Style(
        base=_value(style, "basedOn"),
        level=level_of(outline) if outline else level,
        list_id=_value(style, f"pPr/{W}numPr/{W}numId"),
        list_level=int_of(list_level) if list_level else None,
        is_contents=bool(_CONTENTS.match(name)),
        look=look_of(style.find(f"{W}rPr")),
    )


def level_of(outline: str) -> int:
    """Return the heading level of an outline level, 0 for body text (9 and above)."""
    number = int_of(outline, 9)
    return min(number + 1, 6) if number < 9 else 0


def _value(style: etree._Element, path: str) -> str:
    found = style.find(W + path)
    return "" if found is None else found.get(_VAL, "")


def _complete(style: Style, own: dict[str, Style]) -> Style:
    base = own.get(style.base)
    for _ in range(_DEEPEST):
        if base is None:
            break
        style = Style(
            base=base.base,
            level=base.level if style.level is None else style.level,
            list_id=style.list_id or base.list_id,
            list_level=base.list_level if style.list_level is None else style.list_level,
            is_contents=style.is_contents or base.is_contents,
            look=style.look.over(base.look),
        )
        base = own.get(base.base)
    return style
