"""Containers and collections on the command line: every report shown, nothing else lost."""

import io
import zipfile

import pytest

from ogi.cli.inputs import Input, name_inside

from .documents import KEPT, WRONG, report_text


def packed(**members: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


@pytest.fixture
def collection(ogi):
    """A ZIP of a sound report, a wrong one, a damaged file and a letter."""
    members = {
        "甲__md": report_text(KEPT),
        "乙__md": report_text(WRONG, 2022),
        "坏__pdf": b"%PDF-1.7\n",
        "来信__txt": "各位：年报附后。",
    }
    return ogi.write("年报.zip", packed(**members))


def test_each_report_of_a_zip_is_read_under_its_name(ogi, collection):
    result = ogi("read", "--json", collection)
    assert [f"{collection}/甲.md" in line for line in result.stdout.splitlines()] == [True, False]
    assert len(result.stdout.splitlines()) == 2
    assert result.exit_code == 2
    assert f"{collection}/坏.pdf：" in result.stderr
    assert "来信" not in result.stderr


def test_each_report_of_a_zip_is_shown_with_its_name(ogi, collection):
    shown = ogi("read", collection).stdout
    assert "年报.zip/甲.md" in shown
    assert "年报.zip/乙.md" in shown
    assert "来信.txt" in shown


def test_each_report_of_a_zip_is_checked(ogi, collection):
    result = ogi("check", collection)
    assert result.exit_code == 2
    assert "R303" in result.stdout
    assert "坏.pdf" in result.stderr


def test_a_zip_of_sound_reports_and_a_letter_is_no_failure(ogi):
    path = ogi.write("年报.zip", packed(甲__md=report_text(KEPT), 来信__txt="年报附后。"))
    assert ogi("read", path).exit_code == 0
    assert ogi("check", path).exit_code == 0


def test_pages_of_a_zip_are_written_one_for_each_report(ogi, collection):
    ogi("check", collection, "--html", ogi.folder / "out.html")
    names = sorted(path.name for path in ogi.folder.glob("out*"))
    assert names == ["out-乙.md.html", "out-甲.md.html"]


def test_two_years_in_one_file_are_checked_against_each_other(ogi):
    both = report_text(KEPT, 2023) + "\n\n" + report_text(KEPT, 2022)
    newer, older = ogi.json("check", "--json", ogi.write("两年.md", both))
    assert (newer["year"], older["year"]) == (2023, 2022)
    assert newer["previous"].endswith("两年.md#2")
    assert older["previous"] is None


def test_the_year_before_may_stand_in_a_zip(ogi, kept):
    past = ogi.write(
        "去年.zip", packed(甲__md=report_text(KEPT, 2022), 乙__md=report_text(year=2021))
    )
    (made,) = ogi.json("check", "--json", "--previous", past, kept)
    assert made["previous"].endswith("去年.zip/甲.md")


def test_a_zip_of_a_directory_is_taken_for_a_document(ogi, collection):
    made = ogi.json("read", "--json", collection.parent)
    assert len(made) == 2


def test_workers_read_containers_alike(ogi, collection, kept):
    alone = ogi.json("read", "--json", collection, kept)
    together = ogi.json("read", "--json", "--workers", "2", collection, kept)
    assert [(one["file"], one["cells"]) for one in together] == [
        (one["file"], one["cells"]) for one in alone
    ]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("2024.zip", ""),
        ("2024.zip/甲局.docx", "甲局.docx"),
        ("2024.zip/../..//x:y.docx#2", "x-y.docx-2"),
        ("2024.zip#1", "1"),
    ],
)
def test_the_name_of_a_member_is_fit_for_a_file(name, inside):
    assert name_inside(name, Input("2024.zip")) == inside
