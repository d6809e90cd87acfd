"""Text whose lines were lost: cut it again at headings and labels.

Some archives keep a page as one long line, the cells of its tables run together:
「规章000行政规范性文件693665第二十条第（五）项…」. The form's own labels are the only
places where such a line can be cut.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ogi.data import from_data
from ogi.expression import expression
from ogi.reading.document import Block, TextBlock
from ogi.reading.folding import aligned, folded
from ogi.reading.matching.vocabulary import TABLES, editions_known, words

_LONG = 120
_FEWEST_LABELS = 3
_GAP = 80
_VALUES = expression(r"(?:[\d\s.,/+\-—－]|元)*")
_BESIDE = r"[\d\s.,/+\-—－]*"
_SPOILED = expression(rf"{_BESIDE}(?:[^\u4e00-\u9fff\w\s.,、/+\-—－]{_BESIDE}|[A-Za-z]\d*){{1,2}}")
_DIGITS = expression(r"(?<![\d.])\d[\d ]{4,}(?![.、\d])")
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
    text = aligned(block.text)
    edges = sorted({0, *_cuts(text), len(text)})
    if len(edges) == 2:
        yield block
        return
    for start, end in pairwise(edges):
        if piece := block.text[start:end].strip():
            yield replace(block, text=piece)


def _cuts(text: str) -> set[int]:
    headings = [match.span() for match in _headings().finditer(text)]
    marks = {position for span in headings for position in span}
    if len(headings) < 2:
        marks = set()
    for start, end in _tables(text, headings):
        marks |= {start, end}
        taken = list(headings)
        labels = [m.span() for m in _labels().finditer(text, start, end)]
        for (first, last), (following, _) in pairwise([*labels, (end, end)]):
            if not _overlaps(first, last, headings):
                values = min(_end_of_values(text, last), following)
                if _SPOILED.fullmatch(text, values, following):
                    values = following
                marks |= {first, last, values}
                taken.append((last, values))
        for match in _DIGITS.finditer(text, start, end):
            if not _overlaps(*match.span(), taken):
                marks |= set(match.span())
    return marks


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _tables(text: str, headings: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches in which label follows label with nothing but values between."""
    spans: list[list[int]] = []
    for match in _labels().finditer(text):
        if any(first <= match.start() < last for first, last in headings):
            continue
        end = _end_of_values(text, match.end())
        if spans and not text[spans[-1][1] : match.start()].strip():
            spans[-1][1] = end
            spans[-1][2] += 1
        else:
            spans.append([match.start(), end, 1])
    merged: list[tuple[int, int]] = []
    for start, end, labels in spans:
        if labels < _FEWEST_LABELS:
            continue
        if merged and start - merged[-1][1] <= _GAP:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _end_of_values(text: str, position: int) -> int:
    """Return where the digits and marks after a label end."""
    match = _VALUES.match(text, position)
    return position + len(match[0].rstrip(" .,")) if match else position


@from_data
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


@from_data
def _headings() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\S)[^。，；：\s]{2,40}年度?政府信息公开[^。，；：\s]{0,6}年度报告(?=\s)"
        r"|一、总体情况"
        r"|二、[^。，；\d]{0,12}主动公开[^。，；\d]{0,12}情况"
        r"|三、[^。，；\d]{0,12}(?:收到和处理|依申请)[^。，；\d]{0,16}情况"
        r"|四、[^。，；\d]{0,22}复议[^。，；\d]{0,12}情况"
        r"|五、[^。，；\d]{0,12}问题(?:及|和|与|、)?(?:下一步)?(?:改进|整改)?(?:情况|措施|方向|工作)?"
        r"|六、其他[^。，；\d]{0,8}事项"
    )
