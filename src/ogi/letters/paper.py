"""A letter as a paper in the form of 公文 (GB/T 9704), to be printed by ogi.writing."""

from collections.abc import Mapping

from ogi.letters.forms import Slip
from ogi.letters.letter import Letter
from ogi.letters.shared import common
from ogi.letters.templates import fill
from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Paper

_SLIP_WIDTHS = (1.0, 3.0)


def letter_paper(letter: Letter, *, receipt: bool = False) -> Paper:
    """Return a letter as a paper: number, addressee, text, remedy, signature, and its slip.

    `receipt` adds the slip on which the addressee signs for it (送达回证).
    """
    blocks: list[Block] = [
        Line(letter.number, Align.CENTRE, indent=False),
        Line("", indent=False),
        Line(f"{letter.addressee}：", Align.LEFT, indent=False),
        *(Line(text) for text in (*letter.paragraphs, *letter.remedy)),
        Line(f"{letter.organ}{common().seal}", Align.RIGHT, indent=False),
        Line(letter.day, Align.RIGHT, indent=False),
    ]
    if letter.form.slip:
        blocks += _slip(letter.form.slip, letter.elements, f"附：{letter.form.slip.title}")
    if receipt:
        slip = common().receipt
        blocks += _slip(slip, _served(letter), slip.title)
    return Paper(f"{letter.organ}\n{letter.form.title}", tuple(blocks), official=True)


def _served(letter: Letter) -> Mapping[str, object]:
    return {
        "addressee": letter.addressee,
        "title": letter.form.title,
        "number": letter.number,
        "organ": letter.organ,
    }


def _slip(slip: Slip, values: Mapping[str, object], title: str) -> list[Block]:
    boxes = []
    for row, (name, text) in enumerate(slip.rows.items()):
        room = "\n" * slip.room.get(name, 0)
        above = "\n" * (len(room) // 2)
        filled = f"{above}{fill(text, values)}{room[len(above) :]}" if text else room
        boxes += [
            GridBox(name, row, 0, scope="row", align=Align.LEFT),
            GridBox(filled, row, 1, align=Align.LEFT),
        ]
    grid = Grid(tuple(boxes), len(slip.rows), 2, caption=title, widths=_SLIP_WIDTHS)
    return [Heading(title, new_page=True), grid]
