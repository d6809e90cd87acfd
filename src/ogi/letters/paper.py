"""A letter as a paper in the form of 公文 (GB/T 9704), to be printed by ogi.writing."""

from ogi.letters.forms import Slip, common
from ogi.letters.letter import Letter
from ogi.letters.templates import fill
from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Paper

_SLIP_WIDTHS = (1.0, 3.0)


def letter_paper(letter: Letter) -> Paper:
    """Return a letter as a paper: number, addressee, text, remedy, signature, and its slip."""
    blocks: list[Block] = [
        Line(letter.number, Align.CENTRE, indent=False),
        Line("", indent=False),
        Line(f"{letter.addressee}：", Align.LEFT, indent=False),
        *(Line(text) for text in (*letter.paragraphs, *letter.remedy)),
        Line(f"{letter.organ}{common()['seal']}", Align.RIGHT, indent=False),
        Line(letter.day, Align.RIGHT, indent=False),
    ]
    if letter.form.slip:
        blocks += _slip(letter.form.slip, letter)
    return Paper(f"{letter.organ}\n{letter.form.title}", tuple(blocks), official=True)


def _slip(slip: Slip, letter: Letter) -> list[Block]:
    boxes = []
    for row, (name, text) in enumerate(slip.rows.items()):
        filled = fill(text, letter.elements)
        boxes += [
            GridBox(name, row, 0, scope="row", align=Align.LEFT),
            GridBox(filled, row, 1, align=Align.LEFT),
        ]
    grid = Grid(tuple(boxes), len(slip.rows), 2, caption=f"附：{slip.title}", widths=_SLIP_WIDTHS)
    return [Heading(f"附：{slip.title}", new_page=True), grid]
