"""Text whose lines were lost: cut it again at headings and labels.

Some archives keep a page as one long line, the cells of its tables run together:
「规章000行政规范性文件693665第二十条第（五）项…」. The form's own labels are the only
places where such a line can be cut.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ogi.reading.document import Block, TextBlock
from ogi.reading.matching.normal import folded, normal
from ogi.reading.matching.vocabulary import TABLES, editions_known, words

_LONG = 120
_FEWEST_ANCHORS = 4
_SPACE = r"[\s\u3000]*"


def unglued(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with every glued line cut at headings, labels and values."""
    if not any(isinstance(block, TextBlock) and len(block.text) > _LONG for block in blocks):
        return blocks
    return tuple(piece for block in blocks for piece in _cut(block))


def _cut(block: Block) -> Iterator[Block]:
    if not isinstance(block, TextBlock) or len(block.text) <= _LONG:
        yield block
        return
    text = folded(block.text)
    marks = _cuts(text)
    if not marks:
        yield block
        return
    edges = sorted({0, *marks, len(text)})
    for start, end in zip(edges, edges[1:], strict=False):
        if piece := text[start:end].strip():
            yield replace(block, text=piece)


def _cuts(text: str) -> set[int]:
    marks = {match.start() for match in _headings().finditer(text)}
    anchors = [m for m in _labels().finditer(text) if _strong(m.group())]
    if len(anchors) < _FEWEST_ANCHORS:
        return marks if len(marks) > 1 else set()
    start, end = anchors[0].start(), _end_of_table(text, anchors[-1].end())
    for match in _labels().finditer(text, start, end):
        marks |= {match.start(), match.end()}
        marks.add(_end_of_values(text, match.end()))
    marks |= {match.end() for match in _headings().finditer(text, start, end)}
    return marks


def _end_of_table(text: str, position: int) -> int:
    """Return where the labels and values that follow a label without a gap end."""
    end = _end_of_values(text, position)
    while label := _labels().match(text, end):
        end = _end_of_values(text, label.end())
    return end


def _end_of_values(text: str, position: int) -> int:
    """Return where the digits, marks and spaces after a label end."""
    match = re.compile(r"(?:[\d\s.,/+\-—－]|元)*").match(text, position)
    return match.end() if match else position


def _strong(label: str) -> bool:
    return len(normal(label)) >= 5


@cache
def _labels() -> re.Pattern[str]:
    texts: set[str] = set()
    for year in editions_known():
        for key in TABLES:
            vocabulary = words(year, key)
            texts |= {row.label for row in vocabulary.table.rows}
            texts |= {group for row in vocabulary.table.rows for group in row.groups}
            texts |= {vocabulary.table.corner, vocabulary.table.band} - {""}
            for row in vocabulary.table.rows:
                texts |= {c.label for c in row.columns} | {c.group for c in row.columns}
    spelled = sorted((folded(text) for text in texts if text), key=len, reverse=True)
    return re.compile("|".join(_loose(text) for text in spelled))


def _loose(text: str) -> str:
    """Return a pattern for a text with white space anywhere and commas of any width."""
    parts = []
    for char in text:
        if char in "、,":
            parts.append("[、,，]?")
        elif char in "“”":
            parts.append('["“”]?')
        elif char == ".":
            parts.append("[.、,]")
        else:
            parts.append(re.escape(char))
    return _SPACE.join(parts)


@cache
def _headings() -> re.Pattern[str]:
    return re.compile(
        r"一、总体情况"
        r"|二、[^。，；\d]{0,12}主动公开[^。，；\d]{0,12}情况"
        r"|三、[^。，；\d]{0,12}(?:收到和处理|依申请)[^。，；\d]{0,16}情况"
        r"|四、[^。，；\d]{0,22}复议[^。，；\d]{0,12}情况"
        r"|五、[^。，；\d]{0,12}问题[^。，；\d]{0,4}(?:改进|整改)?[^。，；\d]{0,2}(?:情况|措施|方向)?"
        r"|六、其他[^。，；\d]{0,8}事项"
    )
