import office
import pytest

from ogi.errors import DamagedError, EncryptedError, LimitError
from ogi.reading.archive import open_archive, parse_xml
from ogi.reading.limits import DEFAULT_LIMITS, Limits


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = office.zipped({"word/document.xml": b"0" * 5_000_000})
    with pytest.raises(LimitError, match=r"5,000,000字节.*200倍"):
        open_archive(bomb, DEFAULT_LIMITS)


def test_many_parts_that_are_too_large_together_are_refused():
    parts = {f"word/{number}.xml": bytes([number]) * 1000 for number in range(10)}
    with pytest.raises(LimitError, match="解压后有10,000字节"):
        open_archive(office.zipped(parts), Limits(unpacked_bytes=9_999))


def test_absurd_names_are_only_names():
    names = ["../../etc/passwd", "/etc/x", "a" * 60_000, "C:\\x\\y", "\u202e年报\n.xml"]
    archive = open_archive(office.zipped(dict.fromkeys(names, "x")), DEFAULT_LIMITS)
    assert archive.read("../../etc/passwd") == b"x"
    assert archive.read("word/document.xml") is None


def test_too_many_parts_are_refused():
    parts = {str(number): "" for number in range(10_001)}
    with pytest.raises(LimitError, match="10,001个部件"):
        open_archive(office.zipped(parts), DEFAULT_LIMITS)


def test_a_part_with_a_password_says_so():
    data = bytearray(office.zipped({"word/document.xml": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedError, match="密码"):
        open_archive(bytes(data), DEFAULT_LIMITS)


def test_a_part_whose_bytes_changed_is_damaged():
    data = bytearray(office.zipped({"word/document.xml": "甲" * 100}))
    data[30 + len("word/document.xml")] ^= 0xFF
    with pytest.raises(DamagedError, match=r"document\.xml"):
        open_archive(bytes(data), DEFAULT_LIMITS).read("word/document.xml")


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    ],
)
def test_entities_are_never_followed(xml):
    with pytest.raises(DamagedError, match="外部实体"):
        parse_xml(xml, "word/document.xml")


@pytest.mark.parametrize("xml", [b"", b"<x>", b"<x>\x00</x>", b"<x>" * 5000, b"\xff\xfe<"])
def test_xml_that_is_not_whole_is_damaged(xml):
    with pytest.raises(DamagedError, match="XML"):
        parse_xml(xml, "word/document.xml")


def test_a_zip_without_a_directory_is_damaged():
    data = office.zipped({"a": "b"})
    with pytest.raises(DamagedError, match="没有下载完整"):
        open_archive(data[: data.index(b"PK\x01\x02")], DEFAULT_LIMITS)
