"""The sheet a paper is set on, in twips (1/20 point).

An official paper (公文) keeps GB/T 9704—2012: A4, margins of 37, 35, 28 and 26 mm, so
that 22 lines of 28 characters stand on a page.
"""

from dataclasses import dataclass

from ogi.paper import Paper

_A4 = (11906, 16838)
_OFFICIAL = (2098, 1474, 1984, 1588)  # top, right, bottom, left: 37, 26, 35, 28 mm
_PLAIN = (1134, 1020, 1134, 1020)  # 20 and 18 mm
ONE_LINE = 579  # 225 mm in 22 lines
ONE_LETTER = 316  # 156 mm in 28 characters
CLOSER = -4  # what a character of 16 points gives way, so that 28 stand on a line
_FOOTER = 1588  # 28 mm: the page number stands 7 mm below the text


@dataclass(frozen=True, slots=True)
class Sheet:
    """The width of the text, and the properties of the section."""

    width: int
    section: str


def sheet_of(paper: Paper) -> Sheet:
    """Return the sheet that a paper is set on."""
    across, down = sorted(_A4, reverse=paper.landscape)
    turned = ' w:orient="landscape"' if paper.landscape else ""
    top, right, bottom, left = _OFFICIAL if paper.official else _PLAIN
    footer = _FOOTER if paper.official else bottom // 2
    return Sheet(
        across - left - right,
        '<w:sectPr><w:footerReference w:type="even" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{across}" w:h="{down}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="851" w:footer="{footer}" w:gutter="0"/></w:sectPr>',
    )
