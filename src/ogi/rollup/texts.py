"""Sections compared sentence by sentence (文字对照): kept, changed, moved, new, gone."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from ogi.expression import expression
from ogi.form import Section
from ogi.rollup.comparison import Piece, SectionChange, Sentence, TextChange, TextKind

# Per cent of likeness from which two sentences are one that was changed.
ALIKE = 60
_SENTENCE = expression(r"[^。！？；!?;]*[。！？；!?;]+[”’」』）》]*|[^。！？；!?;]+")
_WORD = expression(r"\d+(?:[.,]\d+)*|[A-Za-z]+|.", re.DOTALL)


def compare_section(key: str, old: Section | None, new: Section | None) -> SectionChange:
    """Compare a section of two reports; one that a report lacks has no sentences."""
    before, after = sentences(old), sentences(new)
    if [_plain(one.text) for one in before] <= [_plain(one.text) for one in after]:
        return SectionChange(key, tuple(_aligned(before, after)))
    return SectionChange(key, tuple(_mirrored(one) for one in _aligned(after, before)))


def sentences(section: Section | None) -> tuple[Sentence, ...]:
    """Return the sentences of a section, a paragraph never running into the next."""
    return tuple(
        Sentence(found.group().strip(), number, paragraph.place)
        for number, paragraph in enumerate(section.paragraphs if section else (), 1)
        for found in _SENTENCE.finditer(paragraph.text)
        if found.group().strip()
    )


def _plain(text: str) -> str:
    """Return a sentence without what a change of format alters: blanks, widths of characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[TextChange]:
    """Yield what became of each sentence, in the order of the new text."""
    pairs = _paired([_plain(one.text) for one in old], [_plain(one.text) for one in new])
    taken = {number for number, _ in pairs.values()}
    gone = [number for number in range(len(old)) if number not in taken]
    for number, sentence in enumerate(new):
        if number not in pairs:
            yield TextChange(TextKind.ADDED, new=sentence)
            continue
        before, kind = pairs[number]
        while kind is TextKind.SAME and gone and gone[0] < before:
            yield TextChange(TextKind.REMOVED, old=old[gone.pop(0)])
        made = TextChange(kind, old[before], sentence)
        yield _with_pieces(made) if kind is TextKind.CHANGED else made
    for number in gone:
        yield TextChange(TextKind.REMOVED, old=old[number])


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[int, tuple[int, TextKind]]:
    """Return, for each new sentence that was there before, the old one and what became of it."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    pairs = {
        block.b + n: (block.a + n, TextKind.SAME) for block in blocks for n in range(block.size)
    }
    gone = [n for n in range(len(old)) if n not in {number for number, _ in pairs.values()}]
    for number, text in enumerate(new):
        if number not in pairs and (same := [n for n in gone if old[n] == text]):
            gone.remove(same[0])
            pairs[number] = (same[0], TextKind.MOVED)
    for number, text in enumerate(new):
        if number in pairs or not gone:
            continue
        best = extractOne(text, {n: old[n] for n in gone}, scorer=ratio, score_cutoff=ALIKE)
        if best is not None:
            gone.remove(best[2])
            pairs[number] = (best[2], TextKind.CHANGED)
    return pairs


def _with_pieces(change: TextChange) -> TextChange:
    """Return a change with the runs that both sentences have; a number is one character."""
    assert change.old is not None
    assert change.new is not None
    before, after = _WORD.findall(change.old.text), _WORD.findall(change.new.text)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    old = ((before[a:b], step == "equal") for step, a, b, _, _ in steps)
    new = ((after[c:d], step == "equal") for step, _, _, c, d in steps)
    return TextChange(change.kind, change.old, change.new, _pieces(old), _pieces(new))


def _pieces(runs: Iterable[tuple[list[str], bool]]) -> tuple[Piece, ...]:
    return tuple(Piece("".join(words), shared) for words, shared in runs if words)


def _mirrored(one: TextChange) -> TextChange:
    swapped = {TextKind.ADDED: TextKind.REMOVED, TextKind.REMOVED: TextKind.ADDED}
    kind = swapped.get(one.kind, one.kind)
    return TextChange(kind, one.new, one.old, one.new_pieces, one.old_pieces)
