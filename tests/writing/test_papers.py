"""A paper in every format: nothing is lost, nothing is hidden in a colour alone."""

import io
import re
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest
import typst
from selectolax.lexbor import LexborHTMLParser

from ogi.errors import MissingPartError, UsageError
from ogi.paper import Grid, GridBox, Heading, Line, Mark, Paper
from ogi.reading.read import read_document
from ogi.writing import KINDS, print_paper
from ogi.writing.placing import MEANINGS, breadth, lines_of
from ogi.writing.signing import signatures

from .papers import letter, table_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(data: bytes) -> str:
    """Return all that a format prints, without white space."""
    blocks = read_document(data).blocks
    texts = [block.text if hasattr(block, "text") else _cells(block) for block in blocks]
    return "".join("".join(texts).split())


def _cells(table):
    return "".join(cell.text for cell in table.cells)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", [table_paper(), letter()], ids=["table", "letter"])
def test_every_text_of_a_paper_is_printed(kind, paper):
    printed = words(print_paper(paper, kind))
    for block in paper.blocks:
        texts = [one.text for one in block.boxes] if isinstance(block, Grid) else [block.text]
        assert all("".join(text.split()) in printed for text in texts), texts
    assert "".join(paper.title.split()) in printed
    assert all(note in printed for note in paper.notes)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_is_a_sign_and_the_signs_are_explained(kind):
    printed = words(print_paper(table_paper(), kind))
    assert "13≠" in printed
    assert "5△" in printed
    assert "18[?]" in printed
    for mark in (Mark.ERROR, Mark.WARNING, Mark.DOUBT, Mark.CHANGED):
        assert MEANINGS[mark] in printed


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_paper_can_be_printed(kind):
    assert print_paper(Paper("只有标题"), kind)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf"])
def test_what_no_format_can_hold_is_left_out(kind):
    paper = Paper("标题\x00\ud800", (Line("甲\x07乙\ufffe<b>&丙\ud83d"), Heading("一、\x1f丁")))
    assert "甲乙<b>&丙" in words(print_paper(paper, kind))


def test_an_unknown_format_is_refused_by_name():
    with pytest.raises(UsageError, match="odt"):
        print_paper(letter(), "odt")


def test_boxes_over_one_another_are_refused():
    grid = Grid((GridBox("甲", 0, 0, 1, 2), GridBox("乙", 0, 1)), rows=1, columns=2)
    with pytest.raises(UsageError, match="乙"):
        lines_of(grid)


def test_an_organ_is_centred_on_the_date_below_it():
    paper = letter()
    organ, date = sorted(signatures(paper.blocks).items())
    centre = {
        number: right + breadth(paper.blocks[number].text) / 2 for number, right in (organ, date)
    }
    assert centre[organ[0]] == pytest.approx(centre[date[0]])
    assert min(organ[1], date[1]) >= 0
    assert date[1] >= 4


class TestHtml:
    @pytest.fixture
    def page(self):
        return LexborHTMLParser(print_paper(table_paper(), "html"))

    def test_it_needs_nothing_beside_itself(self, page):
        assert not page.css("script,link,img,iframe,object")
        assert "url(" not in print_paper(table_paper(), "html").decode()

    def test_it_says_its_language_and_its_title(self, page):
        assert page.css_first("html").attributes["lang"] == "zh-CN"
        assert page.css_first("title").text() == page.css_first("h1").text()

    def test_every_value_names_its_heads(self, page):
        heads = {node.attributes["id"]: node.text() for node in page.css("th")}
        said = {
            node.text(): [heads[one] for one in node.attributes["headers"].split()]
            for node in page.css("td")
        }
        assert said["3"] == ["件数", "2023年", "规章"]
        assert all(node.attributes["scope"] for node in page.css("th"))

    def test_the_head_and_the_caption_are_marked_up(self, page):
        assert page.css_first("caption").text() == "表二对比"
        assert len(page.css("thead tr")) == 2
        assert len(page.css("tbody tr")) == 3

    def test_a_sign_has_a_name_for_whoever_cannot_see_it(self, page):
        names = [node.attributes["aria-label"] for node in page.css("td span[role=img]")]
        assert MEANINGS[Mark.ERROR] in names

    def test_text_is_never_markup(self):
        page = print_paper(Paper("<i>题</i>", (Line('<script>alert("1")</script>'),)), "html")
        assert b"<script>" not in page
        assert b"<title>&lt;i&gt;" in page


class TestDocx:
    @staticmethod
    def part(paper, name="word/document.xml"):
        with zipfile.ZipFile(io.BytesIO(print_paper(paper, "docx"))) as archive:
            return ElementTree.fromstring(archive.read(name))

    def test_rows_do_not_break_and_heads_are_repeated(self):
        rows = self.part(table_paper()).findall(f".//{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True, True, False, False, False]

    def test_it_ends_with_a_paragraph_also_after_a_table(self):
        body = self.part(table_paper(notes=(), blocks=table_paper().blocks[2:])).find(f"{W}body")
        assert [child.tag for child in body][-2:] == [f"{W}p", f"{W}sectPr"]

    def test_an_official_paper_has_the_margins_of_the_standard(self):
        margins = self.part(letter()).find(f".//{W}pgMar").attrib
        sides = [
            round(int(margins[f"{W}{one}"]) / 56.7) for one in ("top", "right", "bottom", "left")
        ]
        assert sides == [37, 26, 35, 28]

    def test_a_wide_table_turns_the_page(self):
        size = self.part(table_paper(landscape=True)).find(f".//{W}pgSz").attrib
        assert int(size[f"{W}w"]) > int(size[f"{W}h"])

    def test_headings_have_heading_styles_and_fonts_have_stand_ins(self):
        styles = [node.get(f"{W}val") for node in self.part(letter()).iter(f"{W}pStyle")]
        assert styles[0] == "Title"
        assert "Heading1" in styles
        named = self.part(letter(), "word/styles.xml").iter(f"{W}rFonts")
        wanted = {node.get(f"{W}eastAsia") for node in named} - {None}
        table = self.part(letter(), "word/fontTable.xml").iter(f"{W}font")
        stood_in = {node.get(f"{W}name") for node in table if node.find(f"{W}altName") is not None}
        assert wanted <= stood_in

    def test_the_title_is_in_the_properties(self):
        core = self.part(letter(), "docProps/core.xml")
        assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == letter().title


class TestXlsx:
    @pytest.fixture
    def book(self):
        return openpyxl.load_workbook(io.BytesIO(print_paper(table_paper(), "xlsx")))

    def test_a_cell_of_the_form_is_named_by_its_address(self, book):
        ((sheet, reference),) = book.defined_names["proactive.rules.in_force"].destinations
        assert book[sheet][reference.replace("$", "")].value == 3

    def test_a_hint_is_a_comment(self, book):
        comments = [cell.comment for row in book.worksheets[0] for cell in row if cell.comment]
        assert [comment.text for comment in comments] == ["多2"]

    def test_a_number_is_a_number_and_keeps_its_print(self):
        boxes = (
            GridBox("412.6350", 0, 0),
            GridBox("0", 0, 1),
            GridBox("012", 0, 2),
            GridBox("", 0, 3),
        )
        paper = Paper("甲", (Grid(boxes, rows=1, columns=4),))
        sheet = openpyxl.load_workbook(io.BytesIO(print_paper(paper, "xlsx"))).worksheets[0]
        assert [cell.value for cell in sheet[2]] == ["412.6350", 0, "012", None]


def test_markdown_has_a_head_as_wide_as_its_table():
    lines = print_paper(table_paper(), "md").decode().splitlines()
    rows = [line.count("|") - 1 for line in lines if line.startswith("|")]
    assert rows[0] == rows[1] == max(rows)


def test_a_bar_in_a_text_makes_no_row():
    assert b"|" not in print_paper(Paper("甲|乙", (Line("丙|丁"),)), "txt")


def test_a_pdf_is_tagged_and_its_fonts_are_in_it():
    data = print_paper(table_paper(), "pdf")
    assert b"/StructTreeRoot" in data
    assert re.search(rb"/MarkInfo|pdfuaid", data)
    assert b"/Lang" in data
    assert data.count(b"/FontFile") or b"/ObjStm" in data


class TestMissingFonts:
    @pytest.fixture
    def without_fonts(self, monkeypatch):
        none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        monkeypatch.setattr("ogi.writing.fonts.all_fonts", lambda: none)

    def test_without_a_chinese_font_no_pdf_is_written(self, without_fonts):
        with pytest.raises(MissingPartError, match="fonts-noto-cjk"):
            print_paper(letter(), "pdf")

    def test_a_character_that_no_font_has_is_named(self):
        with pytest.raises(MissingPartError, match="e000"):
            print_paper(Paper("标题", (Line("甲\ue000"),)), "pdf")

    def test_without_typst_the_error_says_what_to_install(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "typst", None)
        with pytest.raises(MissingPartError, match=r"pip install .*\[pdf\]"):
            print_paper(letter(), "pdf")
