"""PDF documents written by hand, object by object."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


@dataclass(frozen=True)
class HandmadePage:
    """A page: its content stream, its forms, and what else its dictionary holds."""

    content: str
    forms: dict[str, str] = field(default_factory=dict)
    more: str = ""


def pdf(
    pages: Sequence[HandmadePage | str],
    *,
    size: tuple[int, int] = (600, 800),
    trailer: str = "",
    missing_page: bool = False,
    font: str = _FONT,
) -> bytes:
    """Return a PDF of these pages; a page that is a string has only that content."""
    objects: list[str] = ["<< /Type /Catalog /Pages 2 0 R >>", "", font]
    kids: list[int] = []
    for page in pages:
        one = page if isinstance(page, HandmadePage) else HandmadePage(page)
        forms = {name: _add(objects, form) for name, form in one.forms.items()}
        stream = _add(objects, _stream("", one.content))
        named = " ".join(f"/{name} {number} 0 R" for name, number in forms.items())
        kids.append(
            _add(
                objects,
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] {one.more} "
                f"/Contents {stream} 0 R "
                f"/Resources << /Font << /F 3 0 R >> /XObject << {named} >> >> >>",
            )
        )
    if missing_page:
        kids.insert(1, 99)
    references = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{references}] /Count {len(kids)} >>"
    return _file(objects, trailer)


def form(content: str, matrix: str = "1 0 0 1 0 0") -> str:
    """Return a Form XObject."""
    entries = (
        f"/Type /XObject /Subtype /Form /BBox [-1000 -1000 2000 2000] /Matrix [{matrix}] "
        "/Resources << /Font << /F 3 0 R >> >>"
    )
    return _stream(entries, content)


def text(x: float, y: float, words: str, size: float = 10, *, up: bool = False) -> str:
    """Return the operators that print words; `up` prints them from bottom to top."""
    turn = "0 1 -1 0" if up else "1 0 0 1"
    return f"BT /F {size} Tf {turn} {x} {y} Tm ({words}) Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that draw a line."""
    return f"{x0} {y0} m {x1} {y1} l S\n"


def grid(left: float, top: float, widths: Sequence[float], heights: Sequence[float]) -> str:
    """Return the operators that draw a ruled grid."""
    xs = [left]
    ys = [top]
    for width in widths:
        xs.append(xs[-1] + width)
    for height in heights:
        ys.append(ys[-1] - height)
    across = "".join(line(xs[0], y, xs[-1], y) for y in ys)
    return across + "".join(line(x, ys[0], x, ys[-1]) for x in xs)


def _add(objects: list[str], entry: str) -> int:
    objects.append(entry)
    return len(objects)


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, entry in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{entry}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode("latin-1")
    return out + f"startxref\n{start}\n%%EOF\n".encode()
