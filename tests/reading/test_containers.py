"""ZIP archives and compressed documents: every report in them is read, the rest is named."""

import gzip
import io
import zipfile

import office
import pytest
from hypothesis import given, settings
from PIL import Image
from reading.made import made, says
from reading.test_damaged_bytes import damage

from ogi.errors import (
    DamagedError,
    EncryptedError,
    LimitError,
    NotAnAnnualReportError,
    NoTextError,
    ReadingError,
    UnsupportedFormatError,
)
from ogi.reading import Limits, read_all, read_all_bytes, read_bytes, read_document
from ogi.reading.containers import Member
from ogi.reading.leaflets import leaflets

FIRST, CELLS = made("云川县水务局")
SECOND, OTHER_CELLS = made("云川县教育局", seed=2)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(30)


def packed(names: dict[str | bytes, bytes]) -> bytes:
    """Return a ZIP; names given as bytes stand in it as they are, not marked as UTF-8."""
    places = {name: f"{number:0{len(name)}}" for number, name in enumerate(names)}
    data = office.zipped({places[name]: content for name, content in names.items()})
    for name, place in places.items():
        if isinstance(name, bytes):
            data = data.replace(place.encode(), name)
    return data


def utf8(names: dict[str, bytes]) -> bytes:
    return office.zipped(dict(names))


def outcomes(data: bytes, name: str = "年报.zip", **limits: int) -> dict[str, object]:
    """Return by name the organ of each report, the error of each failure."""
    return {
        found.name: found.report.organ if found.report else type(found.error)
        for found in read_all_bytes(data, name, limits=Limits(**limits))
    }


def test_every_report_in_a_zip_is_read_under_its_path():
    data = utf8({"局/水务局.html": FIRST, "教育局.html": SECOND})
    first, second = read_all_bytes(data, "2023.zip")
    assert (first.name, second.name) == ("2023.zip/局/水务局.html", "2023.zip/教育局.html")
    assert says(first.report, CELLS)
    assert says(second.report, OTHER_CELLS)
    assert second.report.source.name == second.name
    assert second.report.source.format == "html"


def test_a_zip_in_a_zip_is_opened():
    inner = utf8({"水务局.html": FIRST})
    assert outcomes(utf8({"包.zip": inner, "教育局.html": SECOND})) == {
        "年报.zip/包.zip/水务局.html": "云川县水务局",
        "年报.zip/教育局.html": "云川县教育局",
    }


def test_a_pdf_packed_unchanged_does_not_make_a_pdf_of_the_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("坏.pdf", b"%PDF-1.7\n")
        archive.writestr("水务局.html", FIRST)
    assert outcomes(file.getvalue()) == {
        "年报.zip/坏.pdf": DamagedError,
        "年报.zip/水务局.html": "云川县水务局",
    }


@pytest.mark.parametrize(
    "name",
    ["水务局年报.html".encode("gbk"), "水务局年报.html".encode(), "洺䶮局.html".encode("gb18030")],
)
def test_names_in_gbk_and_in_unmarked_utf8_are_told_apart(name):
    (found,) = read_all_bytes(packed({name: FIRST}), "年报.zip")
    assert found.name.removeprefix("年报.zip/") in ("水务局年报.html", "洺䶮局.html")


def test_what_systems_leave_in_a_zip_is_passed_over():
    data = utf8(
        {
            "__MACOSX/._水务局.html": b"x",
            "Thumbs.db": b"x",
            ".DS_Store": b"x",
            "~$水务局.docx": b"x",
            "局/": b"",
            "水务局.html": FIRST,
        }
    )
    (found,) = read_all_bytes(data, "年报.zip")
    assert found.report.remarks == ()


def test_what_is_no_report_is_named_beside_the_report_and_is_no_failure():
    data = utf8(
        {"标志.png": PICTURE, "水务局.html": FIRST, "来信.txt": "各位：年报附后。".encode()}
    )
    (found,) = read_all_bytes(data, "年报.zip")
    assert says(found.report, CELLS)
    remarks = "".join(found.report.remarks)
    assert "来信.txt" in remarks
    assert "标志.png" in remarks


def test_a_zip_without_any_report_says_what_it_holds():
    data = utf8({"来信.txt": "各位：年报附后。".encode(), "程序.bin": bytes(range(256)) * 9})
    (found,) = read_all_bytes(data, "年报.zip")
    assert isinstance(found.error, NotAnAnnualReportError)
    assert "来信.txt、程序.bin" in str(found.error)


def test_an_empty_zip_says_that_nothing_is_in_it():
    (found,) = read_all_bytes(utf8({}), "空.zip")
    assert found.name == "空.zip"
    assert "没有可读的文件" in str(found.error)


def test_a_member_that_cannot_be_read_costs_the_others_nothing():
    data = utf8(
        {"坏.pdf": b"%PDF-1.7\n", "空.docx": b"", "老.rar": b"Rar!\x1a\x07\x00", "水.html": FIRST}
    )
    assert outcomes(data) == {
        "年报.zip/坏.pdf": DamagedError,
        "年报.zip/空.docx": DamagedError,
        "年报.zip/老.rar": UnsupportedFormatError,
        "年报.zip/水.html": "云川县水务局",
    }


def test_a_member_with_a_password_is_an_error_of_its_own():
    data = bytearray(utf8({"a.html": SECOND, "b.html": FIRST}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert outcomes(bytes(data)) == {
        "年报.zip/a.html": EncryptedError,
        "年报.zip/b.html": "云川县水务局",
    }


def test_a_member_whose_bytes_changed_is_an_error_of_its_own():
    data = bytearray(utf8({"a.html": SECOND, "b.html": FIRST}))
    data[60] ^= 0xFF
    assert outcomes(bytes(data)) == {
        "年报.zip/a.html": DamagedError,
        "年报.zip/b.html": "云川县水务局",
    }


def test_a_zip_bomb_is_refused_and_the_report_beside_it_is_read():
    data = utf8({"弹.txt": b"0" * 5_000_000, "水.html": FIRST})
    assert outcomes(data) == {"年报.zip/弹.txt": LimitError, "年报.zip/水.html": "云川县水务局"}


def test_zips_in_zips_end_at_a_depth():
    data = utf8({"水.html": FIRST})
    for _ in range(6):
        data = utf8({"包.zip": data})
    (found,) = read_all_bytes(data, "年报.zip")
    assert isinstance(found.error, LimitError)
    assert "4层" in str(found.error)


def test_what_a_zip_unpacks_to_counts_together_with_the_zips_in_it():
    inner = utf8({"水.html": FIRST})
    data = utf8({"一.zip": inner, "二.zip": inner, "三.zip": inner})
    limits = Limits(unpacked_bytes=len(FIRST) * 2)
    found = list(read_all_bytes(data, "年报.zip", limits=limits))
    assert [one.report.organ for one in found if one.report] == ["云川县水务局"]
    assert any("--max-unpacked-bytes" in str(one.error) for one in found)


def test_too_many_members_end_the_reading_with_one_error():
    data = utf8({f"{number}.html": FIRST for number in range(5)})
    found = list(read_all_bytes(data, "年报.zip", limits=Limits(members=3)))
    assert [one.report is not None for one in found].count(True) == 3
    assert [one.error is not None for one in found].count(True) == 1


def test_a_compressed_document_is_read():
    (found,) = read_all_bytes(gzip.compress(FIRST), "年报.html.gz")
    assert says(found.report, CELLS)


def test_one_report_in_a_zip_can_be_asked_for():
    report = read_bytes(utf8({"水.html": FIRST, "坏.pdf": b"%PDF-1.7\n"}), "年报.zip")
    assert says(report, CELLS)
    assert any("坏.pdf" in remark for remark in report.remarks)


def test_of_several_reports_none_is_taken_for_the_one():
    with pytest.raises(ReadingError, match=r"2份年度报告.*a\.html.*b\.html"):
        read_bytes(utf8({"a.html": FIRST, "b.html": SECOND}), "年报.zip")


def test_a_container_is_no_document():
    with pytest.raises(UnsupportedFormatError, match="逐个"):
        read_document(utf8({"a.html": FIRST}))


def test_a_file_that_is_not_there_is_an_error_like_others(tmp_path):
    (found,) = read_all(tmp_path / "没有.zip")
    assert "打不开" in str(found.error)


def test_a_file_that_is_there_is_read(tmp_path):
    (tmp_path / "年报.zip").write_bytes(utf8({"a.html": FIRST}))
    (found,) = read_all(tmp_path / "年报.zip")
    assert found.name == "年报.zip/a.html"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    damage(utf8({"a.html": b"<p>1", "b.zip": utf8({"c.txt": b"x"}), "d.gz": gzip.compress(b"y")}))
)
def test_a_damaged_zip_is_read_or_refused(data):
    for found in read_all_bytes(data, "年报.zip"):
        assert found.report or str(found.error)


def test_a_zip_of_pictures_alone_is_one_document_in_the_order_of_its_pages():
    def page(shade: int) -> bytes:
        file = io.BytesIO()
        Image.new("L", (40, 60), shade).save(file, "JPEG" if shade % 2 else "PNG")
        return file.getvalue()

    names = ["扫描/第10页.jpg", "扫描/第2页.jpg", "扫描/第1页.png", "封面.png"]
    members = [
        Member(name, page(shade), "image") for name, shade in zip(names, (9, 7, 4, 2), strict=True)
    ]
    (scan, says), (cover, _) = leaflets(members)
    assert "没有3号" in says
    assert (scan.name, scan.kind, cover.name) == ("扫描", "image", "封面.png")
    with Image.open(io.BytesIO(scan.data)) as image:
        shades = []
        for frame in range(image.n_frames):
            image.seek(frame)
            shades.append(round(image.convert("L").getpixel((20, 30))))
    assert shades == [4, 7, 9]


def test_pictures_that_cannot_be_recognised_are_one_error():
    error = NoTextError("没有可读的文字")
    members = [Member(f"扫描/{number}.jpg", error=error) for number in range(9)]
    ((found, says),) = leaflets(members)
    assert says == ""
    assert (found.name, found.error) == ("扫描", error)
