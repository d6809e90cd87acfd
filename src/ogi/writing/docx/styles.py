"""The styles of a document, and the fonts with what stands in for them."""

from ogi.paper import Paper
from ogi.writing.docx.sheet import CLOSER, ONE_LINE

_LATIN = "Times New Roman"
_SOLID = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # no gap beside digits
_FONTS = (
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体", "roman"),
    ("仿宋_GB2312", "FangSong_GB2312,仿宋,FangSong,华文仿宋,宋体", "modern"),
    ("黑体", "SimHei,微软雅黑,Noto Sans CJK SC", "swiss"),
    ("楷体_GB2312", "KaiTi_GB2312,楷体,KaiTi,华文楷体,宋体", "modern"),
    ("宋体", "SimSun,Noto Serif CJK SC", "roman"),
)


def fonts() -> str:
    """Return the table of fonts: what may stand in for each, so that no machine guesses."""
    return "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="auto"/></w:font>'
        for name, others, family in _FONTS
    )


def styles(paper: Paper) -> str:
    """Return the styles: those of an official paper, or smaller ones for tables to look at."""
    official = paper.official
    size, line = (32, ONE_LINE) if official else (24, 0)
    closer = f'<w:spacing w:val="{CLOSER}"/>' if official else ""
    exact = _spacing(line) if line else _spacing(360, "auto")
    body = "仿宋_GB2312" if official else "宋体"
    return "".join(
        (
            _defaults(body, size),
            _style("Normal", "Normal", _SOLID, "", "", default=True),
            _style("BodyText", "Body Text", _indent(size) + '<w:jc w:val="both"/>', closer, exact),
            _style("Title", "Title", '<w:jc w:val="center"/>', *_title(official)),
            _heading(1, "黑体", size, official, exact),
            _heading(2, "楷体_GB2312", size, official, exact),
            _heading(3, body, size, official, exact, bold=True),
            _style("Caption", "caption", '<w:jc w:val="center"/>', _font("黑体", 24), _around(120)),
            _style("TableText", "Table Text", "", _font("宋体", 21), _spacing(260, "auto")),
            _style("AfterTable", "After Table", "", _font("宋体", 12), _spacing(160)),
            _style("Note", "Note", "", _font("宋体", 21), _spacing(300, "auto")),
            _style("Footer", "footer", _feet(), _font("宋体", 28 if official else 18), ""),
            _FORM,
        )
    )


def _defaults(font: str, size: int) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:hint="eastAsia" w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:cs="{_LATIN}"'
        f' w:eastAsia="{font}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _style(
    key: str, name: str, look: str, font: str, spacing: str, *, default: bool = False
) -> str:
    mark = ' w:default="1"' if default else ' w:customStyle="1"' if key in _OWN else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    after = '<w:next w:val="BodyText"/>' if key.startswith(("Heading", "Title")) else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{based}{after}<w:qFormat/><w:pPr>{_ordered(look, spacing)}</w:pPr>"
        f"<w:rPr>{font}</w:rPr></w:style>"
    )


_OWN = ("TableText", "AfterTable", "Note")


def _ordered(look: str, spacing: str) -> str:
    """Put properties in the order that the schema prescribes."""
    order = (
        "<w:keepNext",
        "<w:autoSpaceDE",
        "<w:autoSpaceDN",
        "<w:snapToGrid",
        "<w:spacing",
        "<w:ind",
        "<w:jc",
        "<w:outlineLvl",
    )
    pieces = [f"<{piece}" for piece in (look + spacing).split("<") if piece]

    def rank(piece: str) -> int:
        return next(number for number, start in enumerate(order) if piece.startswith(start))

    return "".join(sorted(pieces, key=rank))


def _heading(
    level: int, font: str, size: int, official: bool, exact: str, *, bold: bool = False
) -> str:
    look = f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>' + (_indent(size) if official else "")
    weight = "<w:b/><w:bCs/>" if bold else ""
    spacing = exact if official else _around(120)
    return _style(f"Heading{level}", f"heading {level}", look, _font(font, size) + weight, spacing)


def _title(official: bool) -> tuple[str, str]:
    if official:
        return _font("方正小标宋简体", 44), _spacing(700, "exact", after=ONE_LINE)
    return _font("方正小标宋简体", 36), _around(240)


def _font(name: str, size: int) -> str:
    return (
        f'<w:rFonts w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:eastAsia="{name}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _spacing(line: int, rule: str = "exact", after: int = 0) -> str:
    return f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def _around(space: int) -> str:
    return f'<w:spacing w:before="{space}" w:after="{space}"/>'


def _indent(size: int) -> str:
    return f'<w:ind w:firstLineChars="200" w:firstLine="{size * 20}"/>'


def _feet() -> str:
    return '<w:snapToGrid w:val="0"/><w:ind w:left="320" w:right="320"/>'


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_FORM = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Form"><w:name w:val="Form"/>'
    '<w:pPr><w:snapToGrid w:val="0"/></w:pPr>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
