"""The organ that writes a letter, and what a wrong description of it is told."""

import pytest

from ogi.errors import ReadingError, UsageError
from ogi.law import Citation, cite
from ogi.letters import compose, court_of, load_organ, organ_from, review_bodies
from ogi.letters.remedy_data import remedy_data
from ogi.letters.templates import basis_of, fill

from .cases import DAY


def test_an_organ_is_described_with_chinese_or_english_keys():
    chinese = organ_from({"名称": "云川县测试局", "类别": "department", "机关代字": "云测"})
    english = organ_from({"name": "云川县测试局", "kind": "department", "code": "云测"})
    assert chinese == english


def test_the_kind_may_be_said_in_chinese():
    assert organ_from({"名称": "青石镇人民政府", "类别": "乡镇人民政府"}).kind == "township"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "机关信息应当写明"),
        ({"名称": "甲局"}, "应当是以下之一"),
        ({"类别": "department"}, "没有写名称"),
        ({"名称": "甲局", "类别": "department", "电话": "1"}, "没有“电话”这一栏"),
    ],
)
def test_a_wrong_description_says_what_to_write(data, said):
    with pytest.raises(ReadingError, match=said):
        organ_from(data)


def test_a_file_that_is_no_yaml_is_refused(tmp_path):
    path = tmp_path / "organ.yaml"
    path.write_text("名称: [", encoding="utf-8")
    with pytest.raises(ReadingError, match="YAML"):
        load_organ(path)


def test_every_kind_of_organ_has_a_review_body_and_a_court():
    data = remedy_data()
    for kind in data.kinds:
        roles = {one: f"某{one}" for one in ("government", "upper_government", "superior")}
        organ = organ_from({"name": "某机关", "kind": kind, **roles, "basic_court": "甲法院",
                            "intermediate_court": "乙法院"})  # fmt: skip
        assert review_bodies(organ)
        assert court_of(organ)


def test_every_source_of_the_remedies_is_on_file():
    data = remedy_data()
    references = [one for kind in data.kinds.values() for one in kind.cites]
    references += [
        one
        for several in ("general", "review_first", "online")
        for one in getattr(data.cites, several)
    ]
    assert all(isinstance(one, Citation) for one in (*references, *data.courts))


def test_a_value_that_is_not_there_is_never_a_blank():
    with pytest.raises(Exception, match="undefined"):
        fill("向{{ review_body }}申请", {})


def test_an_instrument_is_named_once():
    said = basis_of([cite("fee-2020/6"), cite("ogi-2019/42"), cite("ogi-2019/14")])
    assert said == (
        "《中华人民共和国政府信息公开条例》第十四条、第四十二条、"
        "《政府信息公开信息处理费管理办法》第六条"
    )


def test_a_letter_that_is_not_on_file_is_refused():
    organ = organ_from({"名称": "甲局", "类别": "department"})
    with pytest.raises(UsageError, match="no letter"):
        compose("Q01", (), organ, DAY)


def test_an_empty_ledger_gives_no_letter():
    kept = compose("R09", (), organ_from({"名称": "甲局", "类别": "department"}), DAY)
    assert "申请人姓名或者名称（台账的到件）" in str(kept)
    assert "复议机关名称（机关信息）" in str(kept)
