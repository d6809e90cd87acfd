"""Which pictures are pages of one document, and in which order, as their names say."""

import pytest

from ogi.page_names import documents_of


def only(*names):
    (pages,) = documents_of(names)
    return pages


@pytest.mark.parametrize(
    "names",
    [
        ("1.jpg", "2.jpg", "3.jpg", "10.jpg"),
        ("第1页.jpg", "第2页.png", "第10页.jpg"),
        ("第一页.jpg", "第二页.jpg", "第九页.jpg", "第十页.jpg", "第十一页.jpg"),
        ("年报-1.jpg", "年报-2.jpg"),
        ("IMG_0001.JPG", "IMG_0002.JPG"),
        ("2023年报 (1).png", "2023年报 (2).png"),
        ("扫描/20240115_001.jpg", "扫描/20240115_002.jpg"),
    ],
)
def test_numbers_in_the_names_are_the_order(names):
    pages = only(*reversed(names))
    assert pages.names == names
    assert pages.counted


@pytest.mark.parametrize(
    "names",
    [
        ("封面.jpg", "正文.jpg"),
        ("1.jpg", "封面.jpg"),
        ("1.jpg", "1.png"),
        ("水务局2022.jpg", "水务局2023.jpg"),
        ("微信图片_1.jpg", "扫描_2.jpg"),
    ],
)
def test_an_order_that_the_names_do_not_say_is_remarked(names):
    pages = only(*names)
    assert not pages.counted
    assert "次序" in pages.remark


@pytest.mark.parametrize(
    ("names", "remark"),
    [(("1.jpg", "2.jpg", "4.jpg"), "没有3号"), (("3.jpg", "4.jpg"), ""), (("1.jpg",), "")],
)
def test_a_page_that_is_missing_is_named(names, remark):
    assert remark in only(*names).remark
    assert bool(only(*names).remark) == bool(remark)


def test_pages_that_are_each_counted_from_one_are_several_documents():
    names = ["水务局1.jpg", "教育局2.jpg", "教育局1.jpg", "水务局2.jpg"]
    assert [pages.names for pages in documents_of(names)] == [
        ("水务局1.jpg", "水务局2.jpg"),
        ("教育局1.jpg", "教育局2.jpg"),
    ]
