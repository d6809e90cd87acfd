"""What an office program makes of our documents; needs LibreOffice, which CI has."""

import io
import subprocess

import openpyxl
import pytest
from needed import need, program

from ogi.form import edition
from ogi.reading import read_bytes
from ogi.writing import write_report

from .filling import filled
from .made import report
from .same import said

RECEIVED = "applications.received.natural_person"
FIGURES = {
    "applications.received.natural_person": 17,
    "applications.carried_in.natural_person": 0,
    "applications.closed.natural_person": 18,
    "applications.carried_out.natural_person": 0,
    "disputes.review.upheld": 1,
    "proactive.charges.amount": 412.635,
}


@pytest.fixture(scope="module")
def office():
    """Open documents in LibreOffice and save them in another format."""
    need("libreoffice", "our documents as it opens them")

    def save_as(kind, folder, **documents):
        for name, data in documents.items():
            (folder / name.replace("_", ".")).write_bytes(data)
        files = [str(folder / name.replace("_", ".")) for name in documents]
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        target = ["--convert-to", kind, "--outdir", str(folder / "out")]
        command = [program("libreoffice"), profile, "--headless", *target, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        stems = {name: name.partition("_")[0] for name in documents}
        return {name: (folder / "out" / f"{stems[name]}.{kind}").read_bytes() for name in documents}

    return save_as


@pytest.fixture(scope="module")
def filled_in():
    cells = {**dict.fromkeys(edition(2021).addresses, 0), **FIGURES}
    return {**cells, "disputes.direct_suit.total": None}


@pytest.fixture(scope="module")
def saved(office, tmp_path_factory, filled_in):
    """The filled workbook, worked out and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("saved")
    return office("xlsx", folder, filled_xlsx=filled(2021, filled_in, 2023))["filled_xlsx"]


def test_word_and_excel_files_print_the_same_report(office, tmp_path):
    written = report(cells={RECEIVED: None, "disputes.review.total": 7})
    documents = {
        "word_docx": write_report(written, "docx"),
        "sheets_xlsx": write_report(written, "xlsx"),
    }
    for data in office("pdf", tmp_path, **documents).values():
        read = said(read_bytes(data))
        assert read["cells"] == said(written)["cells"]
        assert read["title"] == written.title


def test_a_word_file_saved_again_is_the_same_report(office, tmp_path):
    written = report(cells={RECEIVED: None, "disputes.review.total": 7})
    (data,) = office("odt", tmp_path, word_docx=write_report(written, "docx")).values()
    assert said(read_bytes(data)) == said(written)


def test_a_filled_workbook_reads_back(saved, filled_in):
    read = read_bytes(saved)
    assert (read.title, read.year) == ("云岭县林业局2023年政府信息公开工作年度报告", 2023)
    values = {a: None if one.value is None else float(one.value) for a, one in read.cells.items()}
    assert values == filled_in


def test_a_broken_relation_is_said_in_chinese_beside_the_table(saved):
    book = openpyxl.load_workbook(io.BytesIO(saved), data_only=True)
    said_beside = [
        str(one.value) for sheet in book for row in sheet for one in row if one.data_type == "s"
    ]
    wrong = [text for text in said_beside if "相差" in text]
    assert "自然人列：第一项加第二项之和为17，第三项加第四项之和为18，相差1" in wrong
    assert "“行政复议”：总计为0，结果维持、结果纠正、其他结果、尚未审结之和为1，相差1" in wrong
    assert not any("未经复议直接起诉" in text for text in wrong), "a blank total is not judged"
    assert any(text.startswith("还有1格未填") for text in said_beside)
