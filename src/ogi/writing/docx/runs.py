"""Text in WordprocessingML: runs and paragraphs."""

from xml.sax.saxutils import escape

from ogi.writing.characters import clean

_EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'  # quotation marks as wide as the characters


def escaped(text: str) -> str:
    """Return a text as it may stand in XML, also between quotation marks."""
    return escape(clean(text), {'"': "&quot;"})


def run(text: str, look: str = "") -> str:
    """Return a run; a line break in the text is one in the run. `look` is more properties."""
    inside = (
        escaped(text)
        .replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        .replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    )
    properties = f"<w:rPr>{_EAST_ASIAN}{look}</w:rPr>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{inside}</w:t></w:r>' if text else ""


def paragraph(style: str, runs: str, look: str = "") -> str:
    """Return a paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{runs}</w:p>'
