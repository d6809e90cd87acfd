"""DOC, WPS, RTF, ODF and Office XML; with the converters, and without them."""

import shutil
import time
from pathlib import Path

import office
import pytest
from hypothesis import given, settings
from needed import need
from reading.test_damaged_bytes import damage, is_read_or_refused

from ogi.errors import (
    DamagedError,
    EncryptedError,
    ForeignFormatError,
    LimitError,
    MissingPartError,
    NotAnAnnualReportError,
)
from ogi.form import AnnualReport
from ogi.reading import office as libreoffice
from ogi.reading import read, read_bytes
from ogi.reading.doc import read_doc
from ogi.reading.document import TableBlock, TextBlock
from ogi.reading.limits import DEFAULT_LIMITS
from ogi.reading.odf import read_odf
from ogi.reading.office_xml import read_flat_opc, read_sheetml, read_wordml

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
MARKUP = (
    "<text:h text:outline-level='1'>一、总体<text:s/>情况</text:h>"
    "<text:p>甲<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>乙"
    "<text:line-break/>丙</text:p>"
    "<text:p><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>"
    "<table:table><table:table-header-rows><table:table-row>"
    "<table:table-cell table:number-columns-spanned='2'><text:p>甲</text:p></table:table-cell>"
    "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
    "<table:table-row>"
    "<table:table-cell table:number-columns-repeated='2'><text:p>0</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)


def odt(markup: str = MARKUP, kind: str = "text", **parts: str) -> bytes:
    body = f"<office:body><office:{kind}>{markup}</office:{kind}></office:body>"
    content = f"<office:document-content {NAMES}>{body}</office:document-content>"
    return office.zipped({"content.xml": content, **parts})


def values(report: AnnualReport) -> dict[str, object]:
    return {address: (cell.value, cell.state) for address, cell in report.cells.items()}


def needs_libreoffice() -> None:
    need("libreoffice", "what it converts")


@pytest.fixture(scope="session")
def converted(tmp_path_factory):
    """The model sample as LibreOffice writes it in other formats, by suffix."""
    needs_libreoffice()
    folder = tmp_path_factory.mktemp("formats")
    shutil.copy(SAMPLES / "model" / "source.docx", folder / "source.docx")
    import subprocess

    found = {}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix, kind in (("rtf", "rtf"), ("odt", "odt"), ("xml", "xml:MS Word 2003 XML")):
        target = ["--convert-to", kind, "--outdir", str(folder), str(folder / "source.docx")]
        subprocess.run(
            [str(libreoffice.find_office()), profile, "--headless", *target],
            check=True,
            timeout=120,
            capture_output=True,
        )
        found[suffix] = (folder / f"source.{suffix}").read_bytes()
    return found


@pytest.mark.parametrize("suffix", ["rtf", "odt", "xml"])
def test_what_libreoffice_writes_reads_like_the_docx(converted, suffix):
    report = read_bytes(converted[suffix])
    model = read(SAMPLES / "model" / "source.docx")
    assert values(report) == values(model)
    assert report.title == model.title
    assert {k: s.text for k, s in report.sections.items()} == {
        k: s.text for k, s in model.sections.items()
    }


def test_a_doc_goes_to_libreoffice_where_the_converter_fails(monkeypatch):
    needs_libreoffice()
    monkeypatch.setattr("ogi.reading.doc._read_converted", lambda data, limits: None)
    data = (SAMPLES / "old-word" / "source.doc").read_bytes()
    report = read_bytes(data)
    assert report.organ == "鹿汀市粮食和物资储备局"
    assert report.source.format == "doc"


@pytest.fixture
def no_libreoffice(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)


def test_a_doc_that_the_converter_cannot_read_names_libreoffice(no_libreoffice):
    data = (SAMPLES / "old-word" / "source.doc").read_bytes()
    with pytest.raises(MissingPartError, match="LibreOffice"):
        read_doc(data[:3000], DEFAULT_LIMITS)


def test_an_rtf_without_libreoffice_names_it(no_libreoffice):
    with pytest.raises(MissingPartError, match="LibreOffice"):
        read_bytes(rb"{\rtf1 x}")


def test_a_conversion_that_never_ends_is_ended_with_all_it_started(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr("ogi.reading.office.find_office", lambda: str(program))
    started = time.monotonic()
    with pytest.raises(LimitError, match=r"超过0\.5秒"):
        libreoffice.to_docx(b"x", "rtf", "RTF", seconds=0.5)
    assert time.monotonic() - started < 20
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not Path(f"/proc/{child}/stat").exists():
            break
        if Path(f"/proc/{child}/stat").read_text().split()[2] == "Z":
            break
        time.sleep(0.1)
    else:
        pytest.fail("a process was left behind")


def test_a_conversion_that_makes_nothing_says_so(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr("ogi.reading.office.find_office", lambda: str(program))
    with pytest.raises(DamagedError, match="另存为DOCX"):
        libreoffice.to_docx(b"x", "rtf", "RTF")


def test_an_odt_is_read_with_its_spans_and_without_its_notes():
    blocks = read_odf(odt(), DEFAULT_LIMITS).blocks
    texts = [(one.text, one.level) for one in blocks if isinstance(one, TextBlock)]
    assert texts == [("一、总体 情况", 1), ("甲乙", 0), ("丙", 0), ("框", 0)]
    (table,) = [one for one in blocks if isinstance(one, TableBlock)]
    cells = [(c.text, c.row, c.column, c.colspan) for c in table.cells]
    assert cells == [("甲", 0, 0, 2), ("0", 1, 0, 1), ("0", 1, 1, 1)]


def test_a_flat_odt_reads_like_the_zipped_one():
    body = f"<office:body><office:text>{MARKUP}</office:text></office:body>"
    flat = f'<?xml version="1.0"?><office:document {NAMES}>{body}</office:document>'
    assert read_odf(flat.encode(), DEFAULT_LIMITS).blocks == read_odf(odt(), DEFAULT_LIMITS).blocks


def test_what_was_deleted_in_an_odt_is_not_read():
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>新</text:p>"
    )
    document = read_odf(odt(deleted), DEFAULT_LIMITS)
    assert [one.text for one in document.blocks] == ["新"]
    assert "修订" in document.remarks[0]


def test_a_sheet_of_an_ods_is_read():
    row = (
        "<table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='2'><text:p>3</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='16380'/></table:table-row>"
    )
    empty = (
        "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/>"
        "</table:table-row>"
    )
    data = odt(f"<table:table table:name='年报'>{row}{empty}</table:table>", "spreadsheet")
    document = read_odf(data, DEFAULT_LIMITS)
    assert document.format == "ods"
    (table,) = document.tables()
    assert [(cell.text, cell.column) for cell in table.cells] == [("规章", 0), ("3", 1), ("3", 2)]


def test_an_odt_with_a_password_says_so():
    manifest = "<manifest:encryption-data/>"
    with pytest.raises(EncryptedError, match="密码"):
        read_odf(odt(**{"META-INF/manifest.xml": manifest}), DEFAULT_LIMITS)


def test_a_presentation_in_odf_is_no_report():
    with pytest.raises(ForeignFormatError):
        read_odf(odt(MARKUP, "presentation"), DEFAULT_LIMITS)


WORDML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:body><wx:sect>'
    "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:tbl>"
    '<w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p>'
    "</w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>"
    "<w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>"
    "</w:tbl></wx:sect></w:body></w:wordDocument>"
).encode()
SHEETML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="年报"><Table>'
    '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">信息内容</Data></Cell>'
    '<Cell><Data ss:Type="String">件数</Data></Cell></Row>'
    '<Row ss:Index="3"><Cell><Data ss:Type="String">规章</Data></Cell>'
    '<Cell ss:Index="3"><Data ss:Type="Number">3.0</Data></Cell></Row>'
    "</Table></Worksheet></Workbook>"
).encode()
FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
    f'<w:document xmlns:w="{office.W}"><w:body><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>'
    "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
).encode()


def test_the_xml_of_word_2003_is_read_with_its_merged_cells():
    document = read_wordml(WORDML, DEFAULT_LIMITS)
    assert document.blocks[0].text == "一、总体情况"
    (table,) = document.tables()
    assert [(c.text, c.row, c.rowspan) for c in table.cells] == [
        ("甲", 0, 2), ("1", 0, 1), ("2", 1, 1),
    ]  # fmt: skip


def test_the_xml_of_excel_2003_is_read_with_its_gaps():
    (table,) = read_sheetml(SHEETML, DEFAULT_LIMITS).tables()
    filled = [(c.text, c.row, c.column, c.colspan) for c in table.cells if c.text]
    assert filled == [
        ("信息内容", 0, 0, 2), ("件数", 0, 2, 1), ("规章", 2, 0, 1), ("3", 2, 2, 1),
    ]  # fmt: skip


def test_a_docx_in_one_xml_file_is_read():
    assert read_flat_opc(FLAT, DEFAULT_LIMITS).blocks[0].text == "一、总体情况"


@pytest.mark.parametrize("data", [WORDML, FLAT, odt()])
def test_an_office_file_without_the_form_is_no_report(data):
    with pytest.raises(NotAnAnnualReportError):
        read_bytes(data)


CASES = [
    pytest.param(read_odf, odt(), id="odt"),
    pytest.param(read_wordml, WORDML, id="wordml"),
    pytest.param(read_sheetml, SHEETML, id="sheetml"),
    pytest.param(read_flat_opc, FLAT, id="flat opc"),
]


@pytest.mark.parametrize(("reader", "data"), CASES)
def test_damaged_bytes_are_read_or_refused(reader, data):
    @settings(max_examples=50, deadline=None, derandomize=True)
    @given(damage(data))
    def holds(damaged: bytes) -> None:
        is_read_or_refused(reader, damaged)

    holds()


def test_damaged_parts_of_an_odt_are_read_or_refused():
    body = f"<office:body><office:text>{MARKUP}</office:text></office:body>"
    content = f"<office:document-content {NAMES}>{body}</office:document-content>".encode()

    @settings(max_examples=50, deadline=None, derandomize=True)
    @given(damage(content))
    def holds(damaged: bytes) -> None:
        is_read_or_refused(read_odf, office.zipped({"content.xml": damaged}))

    holds()


def test_a_damaged_doc_is_read_or_refused(monkeypatch):
    monkeypatch.setattr("ogi.reading.doc.find_office", lambda: None)
    sample = (SAMPLES / "old-word" / "source.doc").read_bytes()

    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(damage(sample))
    def holds(damaged: bytes) -> None:
        is_read_or_refused(read_doc, damaged)

    holds()


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<text:text-input>1</text:text-input><text:text-input>2</text:text-input>", "1 2"),
        ("1<text:a>2</text:a>", "1 2"),
        ("<text:drop-down><text:label text:value='9'/>12</text:drop-down>", "12"),
        ("20<text:text-input>23</text:text-input>年", "2023年"),
    ],
)
def test_fields_of_an_odt_are_numbers_of_their_own(inner, text):
    (only,) = read_odf(odt(f"<text:p>{inner}</text:p>"), DEFAULT_LIMITS).blocks
    assert only.text == text
