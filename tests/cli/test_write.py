"""`ogi write`, and `ogi form -o`."""

import io
import zipfile

import pytest

from ogi.reading import read

from .documents import KEPT, report_text

FORMATS = ("docx", "html", "xlsx", "md", "json", "txt")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_report_is_written_in_the_format_of_the_suffix(ogi, kept, kind):
    out = kept.with_name(f"out.{kind}")
    result = ogi("write", kept, "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    assert read(out).value("applications.received.total") == read(kept).value(
        "applications.received.total"
    )


def test_several_reports_go_to_a_directory(ogi, kept, wrong):
    folder = kept.parent / "out"
    result = ogi("write", kept, wrong, "-o", folder, "--to", "html")
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["kept.html", "wrong.html"]


def test_word_is_what_a_directory_gets_by_default(ogi, kept):
    folder = kept.parent / "out"
    ogi("write", kept, "-o", folder)
    assert [path.name for path in folder.iterdir()] == ["kept.docx"]


def test_several_reports_do_not_fit_one_file(ogi, kept, wrong):
    result = ogi("write", kept, wrong, "-o", kept.with_name("out.docx"))
    assert result.exit_code == 2
    assert "目录" in result.stderr
    assert not kept.with_name("out.docx").exists()


def test_one_bad_file_costs_the_others_nothing(ogi, kept, broken):
    folder = kept.parent / "out"
    result = ogi("write", broken, kept, "-o", folder, "--to", "md")
    assert result.exit_code == 2
    assert "broken.pdf" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["kept.md"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("-o", "out.odt"), "后缀"),
        (("-o", "out.docx", "--to", "html"), "不一致"),
        (("-o", "out", "--to", "odt"), "odt"),
        ((), "OUT"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_read(ogi, kept, words, reason, monkeypatch):
    monkeypatch.chdir(kept.parent)
    result = ogi("write", kept, *words)
    assert result.exit_code == 2
    assert reason in result.stderr


def test_the_document_itself_is_never_written_over(ogi, kept):
    before = kept.read_bytes()
    result = ogi("write", kept, "-o", kept)
    assert result.exit_code == 2
    assert kept.read_bytes() == before
    assert "-o" in result.stderr


def test_pasted_text_can_be_written(ogi):
    out = ogi.folder / "out.docx"
    assert ogi("write", "-", "-o", out, stdin=report_text(KEPT)).exit_code == 0
    assert read(out).organ == "云岭县林业局"


def test_a_folder_that_cannot_be_written_is_named(ogi, kept):
    result = ogi("write", kept, "-o", kept / "out.docx")
    assert result.exit_code == 2
    assert f"{kept}：写不进去（已经有同名的文件）" in result.stderr


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_form_is_written_as_a_workbook_to_fill_in(ogi, edition):
    out = ogi.folder / "填报表.xlsx"
    result = ogi("form", edition, "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    assert out.read_bytes().startswith(b"PK")


def test_the_workbook_to_fill_in_is_an_xlsx(ogi):
    result = ogi("form", "-o", ogi.folder / "填报表.docx")
    assert result.exit_code == 2
    assert "xlsx" in result.stderr


def test_every_report_of_an_archive_is_written(ogi):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/2022.md", report_text(KEPT, 2022))
        archive.writestr("a/2023.md", report_text(KEPT, 2023))
    path = ogi.write("reports.zip", packed.getvalue())
    folder = ogi.folder / "out"
    assert ogi("write", path, "-o", folder, "--to", "txt").exit_code == 0
    years = sorted(read(one).year for one in folder.iterdir())
    assert years == [2022, 2023]
    refused = ogi("write", path, "-o", ogi.folder / "out.txt")
    assert refused.exit_code == 2
    assert "目录" in refused.stderr


FULL = """
from pathlib import Path

written = Path.write_bytes

def full(path, data):
    written(path, data[:10])
    raise OSError(28, "No space left on device")

Path.write_bytes = full
"""


def test_a_full_disk_leaves_what_stood_there(ogi, kept):
    out = ogi.write("out.txt", "旧的")
    result = ogi.alone(FULL, "write", kept, "-o", out)
    assert result.returncode == 2
    assert "磁盘满了" in result.stderr
    assert out.read_text() == "旧的"
    assert sorted(one.name for one in ogi.folder.iterdir()) == ["kept.md", "out.txt"]
