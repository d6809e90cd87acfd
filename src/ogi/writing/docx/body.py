"""The blocks of a paper in WordprocessingML."""

from collections.abc import Iterator

from ogi.paper import Align, Grid, Heading, Line, Paper
from ogi.writing.docx.runs import paragraph, run
from ogi.writing.docx.sheet import ONE_LETTER, ONE_LINE, sheet_of
from ogi.writing.docx.tables import table
from ogi.writing.placing import captioned, leads_on, legend, title_lines
from ogi.writing.signing import SEAL_LINES, signatures

_JUSTIFIED = {Align.BOTH: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/>"


def body(paper: Paper) -> str:
    """Return what stands in the body of the document."""
    return "".join(_pieces(paper)) + sheet_of(paper).section


def _pieces(paper: Paper) -> Iterator[str]:
    if paper.title:
        yield paragraph("Title", run(title_lines(paper)))
    signed = signatures(paper.blocks) if paper.official else {}
    blocks = captioned(paper.blocks)
    for number, (block, with_caption) in enumerate(blocks):
        if isinstance(block, Heading):
            look = "<w:pageBreakBefore/>" if block.new_page else ""
            yield paragraph(f"Heading{min(block.level, 3)}", run(block.text), look)
        elif isinstance(block, Grid):
            if with_caption:
                yield paragraph("Caption", run(block.caption))
            yield table(block, sheet_of(paper).width, plain=not paper.official)
            yield paragraph("AfterTable", "")
        else:
            first = number in signed and number - 1 not in signed
            yield _line(
                block, signed.get(number), first=first, keep=number + 1 in signed or leads_on(block)
            )
    if said := legend(paper.blocks):
        yield paragraph("Note", run(said))
    for number, note in enumerate(paper.notes, 1):
        yield paragraph("Note", run(f"注{number}：{note}"))


def _line(line: Line, from_the_right: float | None, *, first: bool, keep: bool) -> str:
    look = _KEEP if keep else ""
    if first:
        look += f'<w:spacing w:before="{SEAL_LINES * ONE_LINE}"/>'
    if from_the_right is not None:
        indent = round(from_the_right * ONE_LETTER)
        look += f'<w:ind w:right="{indent}" w:firstLineChars="0" w:firstLine="0"/>'
        look += '<w:jc w:val="right"/>'
    else:
        if not line.indent or line.align in (Align.CENTRE, Align.RIGHT):
            look += '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
        look += f'<w:jc w:val="{_JUSTIFIED[line.align]}"/>'
    return paragraph("BodyText", run(line.text, _BOLD if line.strong else ""), look)
