"""The text of a DOCX paragraph, as it is printed with tracked changes accepted."""

from dataclasses import dataclass, field

from lxml import etree

from ogi.reading.encoding import printed
from ogi.reading.fields import EDGE, parted
from ogi.reading.numbering import Numbering, W, int_of
from ogi.reading.opening import Line
from ogi.reading.styles import Style, level_of, look_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VAL = f"{W}val"
_GONE = (f"{W}del", f"{W}moveFrom")
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n"}
_SIGNS[f"{W}noBreakHyphen"] = "-"
_SYMBOLS = {0xF0FC: "√", 0xF0FE: "☑", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF052: "☑"}
_UNKNOWN = "\ufffd"
_PASSED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "delText", "rt"))
_FIELDS = frozenset(f"{W}{name}" for name in ("sdt", "fldSimple", "hyperlink"))


@dataclass(slots=True)
class Paragraphs:
    """What is known and counted while the paragraphs of a document are read."""

    styles: dict[str, Style]
    numbering: Numbering
    remarks: dict[str, None] = field(default_factory=dict)
    fields: list[bool] = field(default_factory=list)  # for each open field: in its code?
    carried: str = ""  # text of a paragraph whose mark was deleted

    def read(
        self, paragraph: etree._Element, in_cell: bool
    ) -> tuple[list[Line], list[etree._Element]]:
        """Return the lines of a paragraph, and the text boxes anchored in it."""
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        style, level, number, joined = self._properties(paragraph.find(f"{W}pPr"))
        self._gather(paragraph, pieces, boxes, in_cell)
        self.fields = [in_code for in_code in self.fields if not in_code]
        text = self.carried + "".join(pieces)
        self.carried = ""
        if style.is_contents:
            self.remarks["目录未读入，只读正文。"] = None
            return [], boxes
        if joined:
            self.carried = text
            return [], boxes
        lines = [printed(" ".join(parted(line).split())) for line in text.split("\n")]
        lines = [line for line in lines if line]
        if lines:
            lines[0] = number + lines[0]
        return [(line, level) for line in lines], boxes

    def _properties(self, properties: etree._Element | None) -> tuple[Style, int, str, bool]:
        """Return style, heading level, printed number and whether the next line joins."""
        if properties is None:
            return self.styles.get("", Style()), 0, "", False
        key = _value(properties, "pStyle")
        style = self.styles.get(key, Style())
        outline = _value(properties, "outlineLvl")
        level = level_of(outline) if outline else style.level or 0
        mark = properties.find(f"{W}rPr")
        joined = mark is not None and any(mark.find(tag) is not None for tag in _GONE)
        number = "" if joined else self._number(properties.find(f"{W}numPr"), key, style)
        return style, level, number, joined

    def _number(self, own: etree._Element | None, key: str, style: Style) -> str:
        list_id, list_level = style.list_id, style.list_level
        if own is not None:
            list_id = _value(own, "numId") or list_id
            list_level = int_of(_value(own, "ilvl")) if _value(own, "ilvl") else list_level
        if not list_id or list_id == "0":
            return ""
        if list_level is None:
            list_level = self.numbering.level_of_style(list_id, key)
        return self.numbering.next(list_id, list_level)

    def _gather(
        self,
        parent: etree._Element,
        pieces: list[str],
        boxes: list[etree._Element],
        in_cell: bool,
    ) -> None:
        """Gather the printed text below an element, and the text boxes."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, pieces, boxes, in_cell)
            elif tag == f"{W}t" or tag == f"{MATH}t":
                if True not in self.fields:
                    pieces.append(child.text or "")
            elif tag in _SIGNS:
                if True not in self.fields:
                    pieces.append(_SIGNS[tag])
            elif tag in _GONE:
                self.remarks["文件带有修订痕迹，已按接受全部修订后的内容读取。"] = None
            elif tag == f"{W}fldChar":
                pieces.append(f"{EDGE}{_chosen(child)}{EDGE}")
                self._field(child.get(f"{W}fldCharType"))
            elif tag == f"{W}sym":
                pieces.append(_symbol(child))
            elif tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                self._gather(_alternative(child), pieces, boxes, in_cell)
            elif tag not in _PASSED:
                if tag == f"{W}ins":
                    self.remarks["文件带有修订痕迹，已按接受全部修订后的内容读取。"] = None
                edge = [EDGE] if tag in _FIELDS else []
                pieces += edge
                self._gather(child, pieces, boxes, in_cell)
                pieces += edge

    def _run(
        self,
        run: etree._Element,
        pieces: list[str],
        boxes: list[etree._Element],
        in_cell: bool,
    ) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            self._gather(run, pieces, boxes, in_cell)
            return
        style = self.styles.get(_value(properties, "rStyle"), Style())
        look = look_of(properties).over(style.look)
        if look.hidden or properties.find(f"{W}del") is not None:
            return
        if look.struck:
            self.remarks["文件中有加删除线的文字，未作读取。"] = None
            return
        inner: list[str] = []
        self._gather(run, inner, boxes, in_cell)
        text = "".join(inner)
        if in_cell and look.raised and (note := text.replace(EDGE, "").strip()):
            text = f"[{note}]"
        pieces.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()


def _value(parent: etree._Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(_VAL, "")


def _chosen(begin: etree._Element) -> str:
    """Return what is chosen in a list to choose from, "" for any other field."""
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(_VAL, "") for entry in choices.iterfind(f"{W}listEntry")]
    number = int_of(_value(choices, "result") or _value(choices, "default"))
    return entries[number] if 0 <= number < len(entries) else ""


def _alternative(element: etree._Element) -> etree._Element:
    """Return the first choice that holds text, or else the fallback: never both."""
    for choice in element:
        if choice.find(f".//{W}t") is not None:
            return choice
    return element[0] if len(element) else element


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    font = element.get(f"{W}font", "").lower()
    if font.startswith("symbol") and 0xF020 <= code <= 0xF039:
        return chr(code - 0xF000)
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(code) if 0x20 <= code < 0xD800 else _UNKNOWN
