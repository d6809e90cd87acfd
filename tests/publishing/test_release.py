"""What a file carries unseen is found before it goes out, and called by its name."""

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.comments import Comment
from PIL import Image, ImageDraw

from ogi.paper import Line, Paper
from ogi.publishing import Hidden, before_release
from ogi.writing import print_paper

Workbook = openpyxl.Workbook
Change = Callable[[Workbook], None]


def workbook(change: Change | None = None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "公示表"
    for row in range(1, 12):
        for column in range(1, 10):
            sheet.cell(row, column, f"{row}-{column}")
    if change:
        change(made)
    return saved(made)


def saved(made: object) -> bytes:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def kinds(content: bytes) -> list[Hidden]:
    return [one.kind for one in before_release(content)]


def told(content: bytes) -> str:
    return "；".join(map(str, before_release(content)))


def test_a_clean_workbook_carries_nothing_unseen() -> None:
    assert before_release(workbook()) == ()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named(state: str) -> None:
    def hide(made: Workbook) -> None:
        made.create_sheet("账号").sheet_state = state

    assert "有隐藏的工作表“账号”。删去隐藏的工作表" in told(workbook(hide))


def test_hidden_columns_are_named_as_runs() -> None:
    def hide(made: Workbook) -> None:
        for one in "BFGH":
            made["公示表"].column_dimensions[one].hidden = True

    assert "工作表“公示表”有隐藏的列B、F—H" in told(workbook(hide))


def test_a_hidden_column_in_which_nothing_stands_is_none() -> None:
    def hide(made: Workbook) -> None:
        made["公示表"].column_dimensions["Z"].hidden = True

    assert kinds(workbook(hide)) == []


def test_rows_that_a_filter_hides_are_hidden_rows() -> None:
    def hide(made: Workbook) -> None:
        made["公示表"].auto_filter.ref = "A1:I11"
        for one in (3, 4, 5, 9):
            made["公示表"].row_dimensions[one].hidden = True

    assert "有隐藏的行3—5、9" in told(workbook(hide))


def test_comments_and_names_in_properties_are_told() -> None:
    def note(made: Workbook) -> None:
        made["公示表"]["A1"].comment = Comment("核对身份证", "周某")
        made.properties.lastModifiedBy = "周某"

    assert kinds(workbook(note)) == [Hidden.COMMENTS, Hidden.PROPERTIES]
    assert "最后修改者“周某”" in told(workbook(note))


def with_part(content: bytes, name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
        new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "text", "kind"),
    [
        ("xl/pivotCache/pivotCacheRecords1.xml", "<x><r/><r/></x>", Hidden.PIVOT),
        ("xl/externalLinks/externalLink1.xml", "<x/>", Hidden.LINKS),
        ("xl/connections.xml", "<x/>", Hidden.LINKS),
        ("xl/embeddings/book.xlsx", "x", Hidden.EMBEDDED),
        ("xl/vbaProject.bin", "x", Hidden.MACROS),
        ("xl/revisions/revisionLog1.xml", "<x/>", Hidden.CHANGES),
        ("docProps/custom.xml", '<x><p name="密级"/></x>', Hidden.PROPERTIES),
        ("xl/worksheets/_rels/sheet1.xml.rels", LINK := (
            '<x><r Type="y/hyperlink" TargetMode="External" Target="file:///D:/x.xlsx"/></x>'
        ), Hidden.LINKS),
    ],
)  # fmt: skip
def test_parts_that_a_workbook_carries_are_told(part: str, text: str, kind: Hidden) -> None:
    assert kinds(with_part(workbook(), part, text)) == [kind]


def test_a_link_to_a_page_is_no_finding() -> None:
    def link(made: Workbook) -> None:
        made["公示表"]["A1"].hyperlink = "https://www.example.gov.cn/"

    assert kinds(workbook(link)) == []


def document(*, author: str = "") -> docx.document.Document:
    made = docx.Document()
    made.core_properties.author = author
    made.add_paragraph("补偿方案")
    return made


def changed(kind: str) -> bytes:
    made = document()
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:author"), "周某")
    change.set(qn("w:id"), "1")
    made.paragraphs[0]._p.append(change)
    return saved(made)


def test_a_clean_document_carries_nothing_unseen() -> None:
    assert before_release(saved(document())) == ()


@pytest.mark.parametrize(("kind", "word"), [("ins", "插入1处"), ("del", "删除1处")])
def test_tracked_changes_are_counted(kind: str, word: str) -> None:
    assert word in told(changed(kind))


def test_hidden_text_is_quoted() -> None:
    made = document()
    made.paragraphs[0].add_run("内部掌握的底价").font.hidden = True
    assert "1处隐藏的文字，如“内部掌握的底价”" in told(saved(made))


def test_text_that_is_expressly_not_hidden_is_none() -> None:
    made = document()
    made.paragraphs[0].add_run("公开的价格").font.hidden = False
    assert kinds(saved(made)) == []


def test_comments_and_the_author_of_a_document_are_told() -> None:
    made = document(author="周某")
    content = with_part(saved(made), "word/comments.xml", "<c><comment/><comment/></c>")
    assert kinds(content) == [Hidden.COMMENTS, Hidden.PROPERTIES]


def test_a_document_of_our_own_goes_out_as_it_is() -> None:
    paper = Paper("告知书", (Line("本机关决定予以公开。"),))
    for kind in ("docx", "pdf"):
        assert before_release(print_paper(paper, kind)) == ()


def typst(body: str) -> bytes:
    import typst as compiler

    page = f"#set page(width: 200pt, height: 200pt, margin: 20pt)\n{body}"
    return bytes(compiler.compile(page.encode(), format="pdf"))


BOX = "#place(top + left, rect(width: 120pt, height: 30pt, fill: {}))"


@pytest.mark.parametrize("fill", ["black", "luma(40)", "white", "luma(220)"])
def test_text_under_a_box_is_still_in_the_file(fill: str) -> None:
    found = before_release(typst(f"62202120212345\n{BOX.format(fill)}"))
    assert [one.kind for one in found] == [Hidden.COVERED]
    assert "220212" in found[0].says


def test_white_text_on_a_dark_ground_is_seen() -> None:
    head = "#rect(fill: black)[#text(fill: white)[Account of payments]]"
    assert kinds(typst(head)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The plan of 2026, 12 pages -- with dashes, *bold* and _slanted_.",
        '#text(font: "DejaVu Sans Mono")[illl lll ||| 1111 .... ----]',
        "#text(size: 30pt)[lll |||| ....]",
        "#text(size: 5pt)[lll |||| .... and very small print of 12 pages]",
        "#text(fill: luma(170))[grey print is print]",
        "#highlight[marked 2026]",
    ],
)
def test_text_that_is_printed_is_seen(text: str) -> None:
    assert kinds(typst(text)) == []


def test_white_text_on_white_is_unseen() -> None:
    assert kinds(typst("#text(fill: white)[secret price 500]")) == [Hidden.COVERED]


def test_text_under_a_picture_of_a_scan_with_a_black_box_is_unseen() -> None:
    """The text layer of a scan holds what was blackened in its picture."""
    picture = Image.new("L", (800, 800), 255)
    ImageDraw.Draw(picture).rectangle((60, 60, 700, 160), fill=0)
    out = io.BytesIO()
    picture.save(out, "PNG")
    import tempfile
    from pathlib import Path

    import typst as compiler

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "scan.png").write_bytes(out.getvalue())
        scan = 'image("scan.png", width: 200pt)'
        body = f"Account 62220\n#place(top + left, dx: -20pt, dy: -20pt, {scan})"
        page = f"#set page(width: 200pt, height: 200pt, margin: 20pt)\n{body}"
        Path(folder, "x.typ").write_text(page)
        content = bytes(compiler.compile(str(Path(folder, "x.typ")), format="pdf"))
    assert kinds(content) == [Hidden.COVERED]


def test_the_author_of_a_pdf_is_told() -> None:
    content = typst('#set document(author: "周某")\nx')
    assert "作者“周某”" in told(content)


def test_where_a_picture_was_taken_is_told() -> None:
    picture, out = Image.new("RGB", (8, 8)), io.BytesIO()
    exif = Image.Exif()
    exif[34853] = {1: "N", 2: (30.0, 1.0, 2.0)}
    exif[315] = "Zhou"
    picture.save(out, "JPEG", exif=exif)
    assert "图片属性含拍摄地点" in told(out.getvalue())
    assert "作者“Zhou”" in told(out.getvalue())


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b"PK\x03\x04broken", b"\x89PNG broken"])
def test_what_cannot_be_looked_through_is_a_finding(content: bytes) -> None:
    assert kinds(content) == [Hidden.UNREADABLE]


def test_a_part_that_is_no_xml_is_a_finding() -> None:
    content = with_part(workbook(), "xl/comments1.xml", "<x><y></x>")
    assert kinds(content) == [Hidden.UNREADABLE]


def test_plain_text_carries_nothing_unseen() -> None:
    assert before_release("文字".encode()) == ()


def test_what_is_too_long_to_be_looked_through_is_a_finding() -> None:
    content = typst("#for _ in range(201) [#pagebreak()x]")
    assert "超过200页，没有检查完，分成几份再查" in told(content)


def test_every_page_is_looked_at() -> None:
    content = typst(f"one#pagebreak()two#pagebreak()\n62202120212345\n{BOX.format('black')}")
    assert "第3页有1处文字被遮住" in told(content)
