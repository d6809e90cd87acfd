import io

import pytest
from office import W, cell, docx, paragraph, row, run, table, zipped
from PIL import Image

from ogi.errors import DamagedError, LimitError, NoTextError
from ogi.place import Place
from ogi.reading.document import Document, TextBlock
from ogi.reading.docx import read_docx
from ogi.reading.limits import DEFAULT_LIMITS, Limits


def read(body: str, **parts: str):
    return read_docx(docx(body, **parts), DEFAULT_LIMITS)


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read(body, **parts).blocks if isinstance(block, TextBlock)]


def spans(body: str) -> list[tuple[str, int, int, int, int]]:
    (only,) = read(body).tables()
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in only.cells]


# Text


def test_runs_of_one_character_are_one_line():
    assert texts(paragraph(run("二") + run("、主") + run("动公开"))) == ["二、主动公开"]


def test_a_break_ends_a_line_and_a_tab_is_a_space():
    content = run("甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙")
    assert texts(paragraph(content)) == ["甲", "乙 丙"]


def test_tracked_changes_are_accepted_and_the_reader_is_told():
    inserted = f"<w:ins>{run('26')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>25</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('件')}</w:moveTo>"
    document = read(paragraph(run("收到") + deleted + inserted + moved))
    assert document.blocks[0].text == "收到26件"
    assert any("修订" in remark for remark in document.remarks)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    first = paragraph(run("收到"), "<w:rPr><w:del/></w:rPr>")
    assert texts(first + paragraph("26件")) == ["收到26件"]


def test_a_row_that_was_deleted_is_no_row():
    deleted = row(cell("乙"), cell("2"), properties="<w:del/>")
    assert spans(table(row(cell("甲"), cell("1")), deleted)) == [
        ("甲", 0, 0, 1, 1),
        ("1", 0, 1, 1, 1),
    ]


def test_hidden_and_struck_out_text_is_left_out():
    runs = run("甲", "<w:vanish/>") + run("乙", '<w:vanish w:val="0"/>') + run("丙", "<w:strike/>")
    document = read(paragraph(runs))
    assert document.blocks[0].text == "乙"
    assert "删除线" in document.remarks[0]


def test_the_code_of_a_field_is_not_its_text():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
        '<w:r><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("26")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{run("件")}'
    )
    assert texts(paragraph(field)) == ["26件"]


def test_a_text_box_is_read_once_though_it_is_stored_twice():
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(paragraph(run("正文") + both)) == ["正文", "框中"]


def test_content_controls_hold_text_rows_and_cells():
    control = "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(paragraph(control.format(run("甲")))) + table(
        control.format(row(control.format(cell("乙")), cell("丙")))
    )
    assert texts(body) == ["甲"]
    assert [cell[0] for cell in spans(body)] == ["乙", "丙"]


def test_symbols_of_a_symbol_font_are_the_characters_they_print():
    digit = '<w:r><w:sym w:font="Symbol" w:char="F032"/><w:sym w:char="00D7"/></w:r>'
    assert texts(paragraph(digit)) == ["2×"]


def test_a_footnote_mark_is_not_a_digit_of_the_number():
    raised = run("26") + run("1", '<w:vertAlign w:val="superscript"/>')
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    assert spans(table(row(cell(paragraph(raised + note)), cell("甲"))))[0][0] == "26[1]"


# Headings and their numbers

STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:styleId="3"><w:name w:val="我的"/><w:basedOn w:val="2"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="4"><w:name w:val="正文"/><w:basedOn w:val="4"/></w:style>'
    '<w:style w:styleId="5"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def level(number: int, text: str, form: str, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def numbering(levels: str, lists: str = "") -> str:
    return (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{lists}</w:numbering>'
    )


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def test_the_level_of_a_heading_comes_from_its_style_or_its_outline():
    body = (
        paragraph("甲", '<w:pStyle w:val="1"/>')
        + paragraph("乙", '<w:pStyle w:val="3"/>')
        + paragraph("丙", '<w:outlineLvl w:val="2"/>')
        + paragraph("丁", '<w:pStyle w:val="4"/>')
    )
    assert [block.level for block in read(body, styles=STYLES).blocks] == [1, 2, 3, 0]


def test_a_table_of_contents_is_not_the_text():
    body = paragraph("一、总体情况 1", '<w:pStyle w:val="5"/>') + paragraph("一、总体情况")
    assert texts(body, styles=STYLES) == ["一、总体情况"]


def test_the_number_a_word_processor_prints_is_part_of_the_heading():
    levels = (
        level(0, "%1、", "chineseCountingThousand")
        + level(1, "（%2）", "japaneseCounting")
        + level(2, "%3.", "decimal")
    )
    body = item("总体情况") + item("主动公开", 1) + item("甲", 2) + item("乙", 2)
    body += item("依申请公开", 1) + item("丙", 2) + item("主动公开情况")
    assert texts(body, numbering=numbering(levels)) == [
        "一、总体情况",
        "（一）主动公开",
        "1.甲",
        "2.乙",
        "（二）依申请公开",
        "1.丙",
        "二、主动公开情况",
    ]


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("chineseCounting", 10, "十、甲"),
        ("chineseCounting", 21, "二十一、甲"),
        ("decimal", 3, "3、甲"),
        ("decimalZero", 3, "03、甲"),
        ("decimalEnclosedCircle", 3, "③、甲"),
        ("upperRoman", 4, "IV、甲"),
        ("lowerLetter", 2, "b、甲"),
        ("bullet", 1, "甲"),
        ("none", 1, "、甲"),
        ("somethingNew", 5, "5、甲"),
    ],
)
def test_numbers_are_printed_in_the_format_of_their_list(form, start, printed):
    assert texts(item("甲"), numbering=numbering(level(0, "%1、", form, start))) == [printed]


def test_a_number_without_punctuation_does_not_run_into_the_text():
    assert texts(item("2023年"), numbering=numbering(level(0, "%1", "decimal"))) == ["1 2023年"]


def test_a_list_that_starts_again_starts_again_once():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("甲") + item("乙") + item("丙", list_id=2) + item("丁", list_id=2) + item("戊")
    lists = numbering(level(0, "%1.", "decimal"), again)
    assert texts(body, numbering=lists) == ["1.甲", "2.乙", "1.丙", "2.丁", "3.戊"]


def test_a_style_may_carry_the_list_of_its_paragraphs():
    body = paragraph("甲", '<w:pStyle w:val="3"/>')
    extra = '<w:pStyle w:val="3"/>'
    levels = level(0, "%1、", "decimal") + level(1, "（%2）", "chineseCounting", extra=extra)
    assert texts(body, styles=STYLES, numbering=numbering(levels)) == ["（一）甲"]


# Tables


def test_cells_merge_across_and_down():
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("甲", f'<w:gridSpan w:val="2"/>{restart}'), cell("乙")),
        row(cell("", f'<w:gridSpan w:val="2"/>{goes_on}'), cell("丙")),
        row(cell("丁"), cell("戊"), cell("己")),
    )
    assert spans(body) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("丙", 1, 2, 1, 1),
        ("丁", 2, 0, 1, 1),
        ("戊", 2, 1, 1, 1),
        ("己", 2, 2, 1, 1),
    ]


def test_a_merge_that_goes_on_without_having_begun_is_a_cell_of_its_own():
    body = table(row(cell("甲", "<w:vMerge/>"), cell("乙")), row(cell("丙"), cell("丁")))
    assert spans(body)[0] == ("甲", 0, 0, 1, 1)


def test_a_row_may_begin_after_the_first_column():
    skip = '<w:gridBefore w:val="1"/>'
    body = table(row(cell("甲"), cell("乙")), row(cell("丙"), properties=skip))
    assert spans(body)[-1] == ("丙", 1, 1, 1, 1)


def test_old_documents_merge_across_by_a_mark():
    body = table(
        row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("乙")),
        row(cell("丙"), cell("丁"), cell("戊")),
    )
    assert spans(body)[:2] == [("甲", 0, 0, 1, 2), ("乙", 0, 2, 1, 1)]


def test_paragraphs_of_a_cell_stay_apart_so_that_no_number_is_made_up():
    assert spans(table(row(cell(paragraph("2") + paragraph("6")), cell("甲"))))[0][0] == "2\n6"


def test_a_table_in_a_cell_of_the_layout_is_a_table_of_its_own():
    inner = table(row(cell("规章"), cell("0")))
    body = table(row(cell(paragraph("二、主动公开") + inner + paragraph("三、依申请"))))
    assert texts(body) == ["二、主动公开", "三、依申请"]
    (only,) = read(body).tables()
    assert only.cells[1].place == Place(table=1, row=1, column=2)


# The file


def test_the_title_of_the_properties_is_a_candidate():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>云河县年报'
        "</dc:title></cp:coreProperties>"
    )
    main = f'<w:document xmlns:w="{W}"><w:body>{paragraph("甲")}</w:body></w:document>'
    data = zipped({"word/document.xml": main, "docProps/core.xml": core})
    assert read_docx(data, DEFAULT_LIMITS).titles == ("云河县年报",)


def test_the_strict_dialect_is_read_alike():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("甲")}</w:body></w:document>'
    document = read_docx(zipped({"word/document.xml": main}), DEFAULT_LIMITS)
    assert document.blocks[0].text == "甲"


def test_a_document_of_pictures_names_the_extra_that_could_read_them(monkeypatch):
    monkeypatch.setattr("ogi.reading.ocr.is_installed", lambda: False)
    main = f'<w:document xmlns:w="{W}"><w:body>{paragraph("<w:r/>")}</w:body></w:document>'
    data = zipped({"word/document.xml": main, "word/media/image1.png": b"x"})
    with pytest.raises(NoTextError, match=r"\[ocr\]"):
        read_docx(data, DEFAULT_LIMITS)


def test_a_docx_without_a_text_is_damaged():
    with pytest.raises(DamagedError, match="正文"):
        read_docx(zipped({"word/styles.xml": "<x/>"}), DEFAULT_LIMITS)


def test_too_many_cells_are_refused():
    body = table(*(row(*(cell("0") for _ in range(5))) for _ in range(5)))
    with pytest.raises(LimitError, match="20个单元格"):
        read_docx(docx(body), Limits(cells=20))


def with_picture(body, size=(700, 300)):
    file = io.BytesIO()
    Image.new("L", size, 255).save(file, "PNG")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relations = (
        f'<Relationships><Relationship Id="r1" Type="{kind}" Target="media/1.png"/></Relationships>'
    )
    main = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "word/document.xml": main,
            "word/_rels/document.xml.rels": relations,
            "word/media/1.png": file.getvalue(),
        }
    )


BLIP = (
    '<w:r><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="r1"/></w:r>'
)


@pytest.fixture
def recognise(monkeypatch):
    """Recognise the same line in every picture, without the models."""
    seen = []

    def read_picture(data, limits):
        seen.append(data)
        return Document("image", (TextBlock("识别出的一行", Place(page=1)),))

    monkeypatch.setattr("ogi.reading.ocr.is_installed", lambda: True)
    monkeypatch.setattr("ogi.reading.ocr.read_picture", read_picture)
    return seen


def test_a_picture_in_place_of_a_table_is_recognised_where_it_stands(recognise):
    body = paragraph("二、主动公开") + paragraph(BLIP) + paragraph("五、问题") + paragraph(BLIP)
    document = read_docx(with_picture(body), DEFAULT_LIMITS)
    texts = [(block.text, block.place and block.place.page) for block in document.blocks]
    assert texts == [
        ("二、主动公开", None), ("识别出的一行", 1), ("五、问题", None), ("识别出的一行", 2),
    ]  # fmt: skip
    assert "文字识别" in document.remarks[0]


def test_pictures_directly_after_each_other_are_recognised_together(recognise):
    document = read_docx(with_picture(paragraph(BLIP) * 3), DEFAULT_LIMITS)
    assert len(recognise) == 1
    assert len(document.blocks) == 1


def test_a_picture_beside_tables_or_a_small_one_is_not_recognised(recognise):
    beside = paragraph(BLIP) + table(row(cell("规章"), cell("1")), row(cell("合计"), cell("1")))
    read_docx(with_picture(beside), DEFAULT_LIMITS)
    read_docx(with_picture(paragraph("年报") + paragraph(BLIP), (90, 90)), DEFAULT_LIMITS)
    assert recognise == []


def test_tables_that_may_be_pictures_are_named_without_recognition(monkeypatch):
    monkeypatch.setattr("ogi.reading.ocr.is_installed", lambda: False)
    document = read_docx(with_picture(paragraph("年报") + paragraph(BLIP)), DEFAULT_LIMITS)
    assert "[ocr]" in document.remarks[0]


# Fields


def field(text: str, begin: str = "<w:ffData><w:textInput/></w:ffData>") -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    code = "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    start = char.format("begin", begin) + code + char.format("separate", "")
    return start + run(text) + char.format("end", "")


def control(text: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "content",
    [
        field("1") + field("2"),
        control("1") + control("2"),
        control("1") + run("2"),
        field("1") + run("2"),
        run("1") + f'<w:fldSimple w:instr=" NOTEREF _Ref1 ">{run("2")}</w:fldSimple>',
        run("1") + f"<w:hyperlink>{run('2')}</w:hyperlink>",
    ],
)
def test_digits_in_fields_of_their_own_make_no_number_together(content):
    assert spans(table(row(cell(f"<w:p>{content}</w:p>"), cell("7"))))[0][0] == "1 2"


@pytest.mark.parametrize("content", [field("12"), control("12"), control("1,2"), field("1" + "2")])
def test_a_number_in_one_field_is_whole(content):
    assert (
        spans(table(row(cell(f"<w:p>{content}</w:p>"), cell("7"))))[0][0].replace(",", "") == "12"
    )


def test_a_field_in_words_is_a_part_of_them():
    assert texts(paragraph(run("20") + control("23") + run("年"))) == ["2023年"]


def test_what_is_chosen_from_a_list_is_printed():
    entries = '<w:listEntry w:val="7"/><w:listEntry w:val="12"/>'
    choice = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert spans(table(row(cell(f"<w:p>{field('', choice)}</w:p>"), cell("7"))))[0][0] == "12"
