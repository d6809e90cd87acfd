"""A grid as a table in WordprocessingML."""

from collections.abc import Iterator, Sequence

from ogi.paper import Align, Grid, GridBox, Mark
from ogi.writing.docx.runs import escaped, paragraph, run
from ogi.writing.placing import Slot, inner_heads, lines_of, shares, sign

_JUSTIFIED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "left"}
_INKS = {Mark.ERROR: "A41E19", Mark.WARNING: "774B00", Mark.DOUBT: "5B34A0", Mark.CHANGED: "17508F"}
_GROUNDS = {
    Mark.ERROR: "FBECEB",
    Mark.WARNING: "FDF1DA",
    Mark.DOUBT: "F0EAFB",
    Mark.CHANGED: "E7EFF8",
}
_HEAD_GROUND = "F2F1ED"


def table(grid: Grid, width: int, *, plain: bool) -> str:
    """Return a table so many twips wide; in a plain one the heads have a ground."""
    widths = [round(share * width) for share in shares(grid)]
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    rows = "".join(_rows(grid, widths, plain))
    return f"<w:tbl>{_properties(grid, sum(widths))}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _properties(grid: Grid, width: int) -> str:
    caption = f'<w:tblCaption w:val="{escaped(grid.caption)}"/>' if grid.caption else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr>'
    )


def _rows(grid: Grid, widths: Sequence[int], plain: bool) -> Iterator[str]:
    kept = {*range(grid.head), *inner_heads(grid)}
    for number, line in enumerate(lines_of(grid)):
        head = "<w:tblHeader/>" if number < grid.head else ""
        cells = "".join(_cell(slot, widths, plain, number in kept) for slot in line)
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(slot: Slot, widths: Sequence[int], plain: bool, keep: bool) -> str:
    box = slot.box
    width = sum(widths[box.column : box.column + box.colspan])
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if box.colspan > 1:
        properties += f'<w:gridSpan w:val="{box.colspan}"/>'
    if box.rowspan > 1:
        properties += '<w:vMerge w:val="restart"/>' if slot.begins else "<w:vMerge/>"
    upright = '<w:textDirection w:val="tbRlV"/>' if _runs_down(box) else ""
    properties += _ground(box, plain) + upright + '<w:vAlign w:val="center"/>'
    inside = _text(box, keep) if slot.begins else paragraph("TableText", "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def _runs_down(box: GridBox) -> bool:
    """Tell whether a label runs down beside its rows: one column wide, and rows enough."""
    beside_all = box.column == 0 and box.colspan == 1 and box.scope == "rowgroup"
    return beside_all and box.rowspan > len(box.text) > 1


def _ground(box: GridBox, plain: bool) -> str:
    ground = _GROUNDS.get(box.mark) or (_HEAD_GROUND if plain and "col" in box.scope else "")
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""


def _text(box: GridBox, keep: bool) -> str:
    """Return the text of a box; that of a head is kept with the row below it."""
    runs = run(box.text)
    if box.mark is not Mark.NONE:
        ink = f'<w:b/><w:color w:val="{_INKS[box.mark]}"/>'
        runs = run(box.text, ink) + run(sign(box), ink)
    stay = "<w:keepNext/>" if keep else ""
    return paragraph("TableText", runs, f'{stay}<w:jc w:val="{_JUSTIFIED[box.align]}"/>')
