"""A page, taken apart."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "col", "img", "input", "hr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Every element of a page, with all the text in it and the tags it stands in."""

    source: str
    elements: list[Element] = field(default_factory=list)
    opened: list[Element] = field(default_factory=list)
    text: str = ""

    def __post_init__(self):
        super().__init__()
        self.feed(self.source)
        assert not self.opened, [element.tag for element in self.opened]

    def handle_starttag(self, tag, attributes):
        inside = tuple(element.tag for element in self.opened)
        element = Element(tag, {name: value or "" for name, value in attributes}, inside)
        self.elements.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.opened, tag
        assert self.opened[-1].tag == tag, (tag, self.opened[-1])
        self.opened.pop()

    def handle_data(self, data):
        self.text += data
        for element in self.opened:
            element.text += data

    def all(self, *tags):
        return [element for element in self.elements if element.tag in tags]

    def at(self, wanted):
        (found,) = [e for e in self.elements if e.attributes.get("id") == wanted]
        return found

    @property
    def ids(self):
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]
