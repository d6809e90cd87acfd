"""A folder of numbered pictures is one document; other folders are read file by file."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from ogi.cli.inputs import expand, load

MOST = 1000


@pytest.fixture
def folder(tmp_path):
    """Make a folder with files of these names, each holding its own name."""

    def make(*names: str):
        for name in names:
            path = tmp_path / "扫描件" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
        return tmp_path / "扫描件"

    return make


def names(found):
    return [one.path.name for one in found]


def test_numbered_pictures_of_a_folder_are_pages_of_one_document(folder):
    place = folder("第10页.jpg", "第2页.png", "第1页.jpg")
    (one,) = expand([str(place)], MOST)
    assert one.path == place
    with ZipFile(BytesIO(load(one, MOST))) as archive:
        assert archive.namelist() == ["第1页.jpg", "第2页.png", "第10页.jpg"]
        assert archive.read("第2页.png").decode() == "第2页.png"


def test_pages_of_two_documents_are_two_documents(folder):
    found = expand([str(folder("甲-1.jpg", "甲-2.jpg", "乙-1.jpg", "乙-2.jpg"))], MOST)
    assert sorted(names(found)) == ["乙-1.jpg", "甲-1.jpg"]
    assert all(len(one.pages) == 2 for one in found)


@pytest.mark.parametrize(
    "inside",
    [
        ("水务局.jpg", "教育局.jpg"),
        ("水务局2022.jpg", "水务局2023.jpg"),
        ("1.jpg", "2.jpg", "说明.docx"),
        ("1.pdf", "2.pdf"),
        ("1.jpg",),
    ],
)
def test_what_is_not_numbered_or_not_pictures_alone_is_read_file_by_file(folder, inside):
    found = expand([str(folder(*inside))], MOST)
    assert names(found) == sorted(inside)
    assert not any(one.pages for one in found)


def test_each_folder_is_a_document_of_its_own(folder):
    place = folder("甲/1.jpg", "甲/2.jpg", "乙/1.jpg", "乙/2.jpg")
    assert sorted(names(expand([str(place)], MOST))) == ["乙", "甲"]
