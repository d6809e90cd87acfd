"""YAML texts as trees of nodes, each with its line, and as plain values."""

import re
from collections.abc import Hashable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ogi.errors import DataFault, DataFileError
from ogi.expression import expression

DEEPEST = 64
MOST = 1_000_000  # values in a file, those that stand for others counted again
_MERGE = "<<"
_TAG = "tag:yaml.org,2002:"
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = expression(r"-?(0|[1-9][0-9]*)\Z", re.ASCII)
_DECIMAL = expression(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z", re.ASCII)
_DATE = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)


class Misplaced(Exception):  # noqa: N818 - it never leaves this package
    """A node cannot be read."""

    def __init__(self, node: Node, says: str) -> None:
        super().__init__(says)
        self.node = node


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Composes only; what a plain word means is decided in `plain`, stricter than YAML 1.1."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        if kind is ScalarNode:
            return "plain" if implicit[0] else "text"
        return "map" if kind is MappingNode else "list"


class _Named(BytesIO):
    name = ""


def compose(text: str | bytes, name: str, *, trusted: bool = False) -> Node:
    """Return the tree of nodes of a YAML text; raises DataFileError.

    Text that is not `trusted` is measured first: nesting too deep would end the process.
    """
    try:
        if not trusted:
            measure(text, name)
        stream = _Named(text.encode() if isinstance(text, str) else text)
        stream.name = name
        loader = _Loader(stream)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        raise _no_yaml(error, name) from error
    if node is None:
        raise DataFileError(faults=(DataFault(name, 1, (), "文件是空的"),))
    found: Node = node
    return found


def measure(text: str | bytes, name: str) -> None:
    """Raise DataFileError where a text from outside multiplies itself or is nested too deep."""
    depth = 0
    for event in yaml.parse(text, _Base):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            raise _refused(event, name, _ALIAS)
        if depth > DEEPEST:
            raise _refused(event, name, "层次太深")


def _refused(event: yaml.Event, name: str, says: str) -> DataFileError:
    line = event.start_mark.line + 1 if event.start_mark is not None else 0
    return DataFileError(faults=(DataFault(name, line, (), says),))


_ALIAS = "这里引用了别处的内容（YAML 的 * 号）；数据文件里不能这样写，请照抄一遍"


def _no_yaml(error: Exception, name: str) -> DataFileError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark is not None else 1
    says = "这里不是正确的 YAML：请检查缩进、冒号后的空格、引号和括号是否成对"
    return DataFileError(faults=(DataFault(name, line, (), says),))


def plain(node: Node) -> Any:
    """Return the value of a tree: mappings, lists, texts, whole numbers, dates, yes or no.

    Raises Misplaced for a key that stands twice, a date that is none, a tag. Files of the
    package may take over a mapping by `<<: *name`; in texts from outside that is refused.
    """
    return _plain(node, [MOST])


def _plain(node: Node, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] < 0:
        raise Misplaced(node, "文件太大")
    tag = node.tag
    if isinstance(node, ScalarNode):
        return _scalar(node) if tag in ("plain", "text") else _tagged(node)
    if tag not in ("map", "list"):
        _tagged(node)
    if isinstance(node, SequenceNode):
        return [_plain(one, left) for one in node.value]
    found: dict[Hashable, Any] = {}
    taken_over: dict[Hashable, Any] = {}
    for key_node, value in node.value:
        key = _key(key_node)
        if key == _MERGE and isinstance(value, MappingNode):
            taken_over = _plain(value, left)
            continue
        if key in found:
            raise Misplaced(key_node, f"“{key}”在这里写了两次，只能留一个")
        found[key] = _plain(value, left)
    return {**taken_over, **found} if taken_over else found


def _key(node: Node) -> Hashable:
    if not isinstance(node, ScalarNode):
        raise Misplaced(node, "冒号前只能是一个词")
    key: Hashable = _scalar(node)
    return key


def _tagged(node: Node) -> Any:
    raise Misplaced(node, f"不能用 YAML 的标签（{node.tag.replace(_TAG, '!!')}）")


def _scalar(node: ScalarNode) -> Any:
    text: str = node.value
    if node.tag == "text":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-0123456789":
        return text
    if _INTEGER.match(text):
        return int(text) if len(text) < 20 else text
    if _DECIMAL.match(text):
        return float(text)
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misplaced(node, f"没有 {text} 这一天") from None
    return text


def line_of(node: Node, keys: tuple[Hashable, ...]) -> tuple[str, int]:
    """Return the file and the line of the value at a path of keys, or of the last key known."""
    here, at = node, node
    for key in keys:
        step = next(_steps(at, key), None)
        if step is None:
            break
        here, at = step
    return here.start_mark.name, here.start_mark.line + 1


def _steps(node: Node, key: Hashable) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, MappingNode):
        yield from ((one, value) for one, value in node.value if _same(one, key))
        for one, value in node.value:
            if one.value == _MERGE:
                yield from _steps(value, key)
    elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        yield node.value[key], node.value[key]


def _same(node: Node, key: Hashable) -> bool:
    return isinstance(node, ScalarNode) and (node.value == key or _scalar(node) == key)
