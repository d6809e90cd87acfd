"""What a text document carries unseen: tracked changes, comments, hidden text, links."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import Package, attribute, is_local_address, local
from ogi.publishing.workbook import carried

_CHANGES = {"ins": "插入", "del": "删除", "moveFrom": "移动", "moveTo": "移动"}
_NO = ("0", "false", "off")
_QUOTED = 12


def hidden_in_text_document(package: Package) -> Iterator[Finding]:
    """Yield everything that a text document carries unseen."""
    parts = [one for one in package.within("word/") if one.endswith(".xml")]
    trees = [tree for part in parts if (tree := package.tree(part)) is not None]
    if changes := Counter(kind for tree in trees for kind in _changes(tree)):
        said = "、".join(f"{kind}{count}处" for kind, count in changes.items())
        yield Finding(Hidden.CHANGES, f"有没有处理的修订：{said}")
    comments = package.tree("word/comments.xml")
    if comments is not None and len(comments):
        yield Finding(Hidden.COMMENTS, f"有{len(comments)}条批注")
    if texts := [text for tree in trees for text in _hidden(tree)]:
        shown = texts[0][:_QUOTED] + ("…" if len(texts[0]) > _QUOTED else "")
        yield Finding(Hidden.TEXT, f"有{len(texts)}处隐藏的文字，如“{shown}”")
    links = [target for kind, target in package.links("word/") if _inside(kind, target)]
    if links:
        named = "、".join(f"“{one}”" for one in dict.fromkeys(links))
        yield Finding(Hidden.LINKS, f"链接到{named}")
    yield from carried(package, "word/")


def _changes(tree: etree._Element) -> Iterator[str]:
    """Yield the kind of each tracked change."""
    for one in tree.iter():
        if (kind := _CHANGES.get(local(one))) and attribute(one, "author"):
            yield kind


def _hidden(tree: etree._Element) -> Iterator[str]:
    """Yield each run of text that is not shown."""
    for run in tree.iter():
        if local(run) != "r":
            continue
        marks = [one for one in run.iter() if local(one) == "vanish"]
        if marks and attribute(marks[0], "val") not in _NO:
            text = "".join(one.text or "" for one in run.iter() if local(one) == "t")
            if text.strip():
                yield text.strip()


def _inside(kind: str, target: str) -> bool:
    return kind != "hyperlink" or is_local_address(target)
