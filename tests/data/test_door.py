"""The strict door: what a data file may not say, and that it is told with file and line."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from ogi.data import (
    Locality,
    Reference,
    Struct,
    fault,
    from_data,
    load_each,
    locality,
    of_place,
    read,
)
from ogi.data.places import PACKAGE
from ogi.errors import DataFileError


class Colour(Reference):
    what = "颜色"

    @classmethod
    def known(cls) -> tuple[str, ...]:
        return ("red", "green")


class Item(Struct):
    title: str
    since: date | None = None
    count: int = 0
    colour: Colour | None = None
    words: tuple[str, ...] = ()
    first: int = msgspec.field(name="from", default=0)

    def faults(self):
        if self.count < 0:
            yield ("count",), "不能是负数"


Items = dict[str, Item]


def faults(text: str, kind: type = Items) -> list[tuple[int, str]]:
    with pytest.raises(DataFileError) as caught:
        read(text, kind, "items.yaml")
    assert all(one.file == "items.yaml" for one in caught.value.faults)
    assert str(caught.value).startswith("items.yaml 第")
    return [(one.line, one.says) for one in caught.value.faults]


def test_what_is_right_becomes_a_frozen_struct():
    text = "a:\n  title: 甲\n  since: 2026-01-31\n  colour: red\n  words: [x]\n  from: 3\n"
    item = read(text, Items, "items.yaml")["a"]
    assert item == Item("甲", date(2026, 1, 31), 0, Colour("red"), ("x",), 3)
    with pytest.raises(AttributeError):
        item.title = "乙"  # type: ignore[misc]


def test_every_fault_of_a_file_is_told_at_once_each_with_its_line():
    text = "a:\n  titel: 甲\nb:\n  title: 乙\n  count: 三\n  colour: gren\n  words:\n  - x\n  - 7\n"
    assert faults(text) == [
        (2, "这里没有“titel”这一项；是不是“title”？"),
        (1, "缺少“title”这一项"),
        (5, "应当是整数，写的却是文字 三"),
        (6, "没有叫“gren”的颜色；是不是“green”？"),
        (9, "应当是文字，写的却是整数 7"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: {title: x}\na: {title: y}\n", 2, "“a”在这里写了两次，只能留一个"),
        ("a:\n  title: x\n  since: 2026-02-30\n", 3, "没有 2026-02-30 这一天"),
        ("a:\n  title: x\n  since: 2026-2-3\n", 3, "应当是日期（如 2026-01-31）或空"),
        ("a:\n  title: x\n  count: -1\n", 3, "不能是负数"),
        ("a:\n  title: yes\n  count: 010\n", 3, "应当是整数，写的却是文字 010"),
        ("a:\n  title: true\n", 2, "应当是文字，写的却是true 或 false True"),
        ("a: &x {title: x}\nb: *x\n", 2, "这里引用了别处的内容"),
        ("a:\n  title: !!python/name:os.system x\n", 2, "不能用 YAML 的标签"),
        ("a: {title: x\nb: 1\n", 2, "这里不是正确的 YAML"),
        ("a:\n  ? [x]\n  : 1\n", 2, "冒号前只能是一个词"),
        ("", 1, "文件是空的"),
        ("- a\n", 1, "应当是一组“键: 值”，写的却是列表"),
        ("a:\n  title:\n", 2, "应当是文字，写的却是空"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line(text, line, says):
    found = faults(text)
    assert [one[0] for one in found] == [line]
    assert found[0][1].startswith(says)


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 200_000, "- " * 200_000 + "x"])
def test_nesting_without_end_is_refused_and_does_not_end_the_process(text):
    faults(text)


def test_an_alias_bomb_is_refused():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert faults(bomb)[0][0] == 2


def test_names_are_checked_as_keys_too():
    assert faults("red: 1\nblue: 2\n", dict[Colour, int]) == [(2, "没有叫“blue”的颜色")]


def test_a_fault_that_only_a_reader_can_see_has_its_line():
    error = fault("law/instruments.yaml", ("form-2021", "since"), "这一天不对")
    text = (PACKAGE / "law/data/instruments.yaml").read_text(encoding="utf-8")
    before = text[: text.index("since:", text.index("form-2021:"))]
    line = before.count("\n") + 1
    assert str(error) == f"ogi/law/data/instruments.yaml 第{line}行：form-2021 since：这一天不对"


class Notice(Struct):
    notice: str
    rest: dict[str, tuple[date, date]]
    work: list[date]
    source: str = ""


@from_data
def notice_titles() -> dict[str, str]:
    return {year: one.notice for year, one in load_each("workdays/*.yaml", Notice).items()}


def test_a_place_adds_a_file_and_what_was_made_from_data_is_made_for_it(tmp_path: Path):
    (tmp_path / "workdays").mkdir()
    text = "notice: 虚构的通知\nrest: {元旦: [2099-01-01, 2099-01-01]}\nwork: []\n"
    (tmp_path / "workdays" / "2099.yaml").write_text(text, encoding="utf-8")
    with of_place(Locality()):
        before = notice_titles()
    with of_place(tmp_path):
        assert notice_titles() == before | {"2099": "虚构的通知"}
        assert locality().folder == tmp_path
    with of_place(Locality()):
        assert notice_titles() == before


def test_a_place_is_the_same_until_one_of_its_files_changes(tmp_path: Path):
    (tmp_path / "workdays").mkdir()
    with of_place(tmp_path) as first, of_place(tmp_path) as second:
        assert first is second
    (tmp_path / "workdays" / "2099.yaml").write_text("notice: x", encoding="utf-8")
    with of_place(tmp_path) as third:
        assert third is not first


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("workday/2099.yaml", "x: 1", "本地数据里没有这样的文件；是不是“workdays/*.yaml”？"),
        ("workdays/2026.yaml", "notice: x", "系统里已经有这个文件，本地不能替换"),
        ("workdays/2099.yaml", "notcie: x", "这里没有“notcie”这一项；是不是“notice”？"),
    ],
)  # fmt: skip
def test_a_place_is_read_as_strictly(tmp_path: Path, name, text, says):
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught, of_place(tmp_path):
        notice_titles()
    assert caught.value.faults[0].file == str(path)
    assert caught.value.faults[0].says == says


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(DataFileError, match="没有这个文件夹"), of_place(tmp_path / "none"):
        pass
