"""The signature of an official paper (落款): the organ above the date, room for the seal.

GB/T 9704—2012, 7.3.5: the date stands four characters from the right, the organ is
centred on it, and the seal covers both.
"""

from collections.abc import Sequence

from ogi.paper import Align, Block, Line
from ogi.writing.placing import breadth

_FROM_THE_RIGHT = 4.0
SEAL_LINES = 2  # empty lines above, so that the seal stands below the text


def signatures(blocks: Sequence[Block]) -> dict[int, float]:
    """Return for each line of a signature how many characters it stands from the right.

    A signature is a run of right-aligned lines; its last line is the date.
    """
    indents: dict[int, float] = {}
    run: list[int] = []
    for number, block in enumerate((*blocks, None)):
        if isinstance(block, Line) and block.align is Align.RIGHT:
            run.append(number)
            continue
        widths = [breadth(blocks[one].text) for one in run]  # type: ignore[union-attr]
        for one, width in zip(run, widths, strict=True):
            date = max(_FROM_THE_RIGHT, (max(widths) - widths[-1]) / 2)
            indents[one] = max(0.0, date + (widths[-1] - width) / 2)
        run = []
    return indents
