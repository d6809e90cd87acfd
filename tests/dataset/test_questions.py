import csv
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from rollup.made import report as drawn_up

from ogi.dataset import open_dataset
from ogi.dataset.names import dictionary
from ogi.errors import DatasetError
from ogi.writing import write_report

from .made import answered, collect, report, write

FORESTRY, WATER, SCHOOLS = "云岭县林业局", "云岭县水利局", "云岭县教育局"
REGISTER = f"""机关,年度,公布日期
{FORESTRY},2022,2023-01-31
{FORESTRY},2023,2024-02-01
{WATER},2023,2024-01-20
{SCHOOLS},2023,
"""


@pytest.fixture(scope="module")
def asked(request, tmp_path_factory):
    """The answer to every question of the page, by its heading."""
    place = tmp_path_factory.mktemp("questions")
    folder = place / "documents"
    write(folder, "a.md", report(FORESTRY, 2022, **answered(6, 2, carried_out=3)))
    write(folder, "b.md", report(FORESTRY, 2023, **answered(1, 3, carried_in=2)))
    write(folder, "c.md", report(WATER, 2022, **answered(2)))
    write(folder, "d.md", report(WATER, 2023, **answered(0, 1)))
    write(folder, "d的副本.md", report(WATER, 2023, **answered(0, 1)))
    write(folder, "e.md", report(SCHOOLS, 2022))
    collect(folder, place / "out")
    write(place, "名册.csv", REGISTER)
    page = (request.config.rootpath / "docs/guide/questions.md").read_text(encoding="utf-8")
    answers = {}
    with pytest.MonkeyPatch.context() as here, open_dataset(place / "out") as data:
        here.chdir(place)
        for part in page.split("\n## ")[1:]:
            for number, question in enumerate(re.findall(r"```sql\n(.*?)```", part, re.S)):
                heading = part.partition("\n")[0] + "，另一问" * number
                answers[heading] = data.execute(question).fetchall()
    return answers


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "哪些机关不予公开最多",
            [(FORESTRY, 2023, 3), (FORESTRY, 2022, 2), (WATER, 2023, 1)],
        ),
        ("各年予以公开的比例", [(2022, 3, 8, 10, 80.0), (2023, 2, 1, 5, 20.0)]),
        ("上年结转与上年报告对不上", [(FORESTRY, 2023, 3, 2, -1)]),
        ("谁没有报，谁报晚了，另一问", [(SCHOOLS, 2023)]),
        ("要对照原件的格", []),
    ],
)
def test_a_question_has_the_answer_the_reports_give(asked, question, answer):
    assert asked[question] == answer


def test_whoever_is_missing_or_late_is_known_from_the_register(asked):
    found = [(organ, missing, late) for organ, _, _, missing, late in asked["谁没有报，谁报晚了"]]
    assert found == [(SCHOOLS, True, False), (FORESTRY, False, True)]


def test_the_most_frequent_findings_come_with_an_example(asked):
    found = {code: (count, example) for code, _, count, _, example in asked["最常见的问题"]}
    count, example = found["Y101"]
    assert count == 2
    assert "结转" in example


def test_applicants_are_counted_by_kind_and_year(asked):
    assert asked["申请人是谁"][0] == (2022, "natural_person", Decimal(13))


def test_the_text_of_a_section_can_be_searched(asked):
    assert "文字里怎么说" in asked


def test_a_folder_without_a_dataset_is_said(tmp_path):
    with pytest.raises(DatasetError, match="没有数据集"):
        open_dataset(tmp_path)


def test_a_row_that_did_not_exist_then_is_told_from_one_that_is_blank(request, tmp_path):
    page = (request.config.rootpath / "docs/guide/questions.md").read_text(encoding="utf-8")
    asked = page.partition("## 那时有没有这一行")[2]
    question = re.search(r"```sql\n(.*?)```", asked, re.S)[1]
    fee = {"applications__otherwise__fee_unpaid__total": ""}
    title = f"{FORESTRY}2020年政府信息公开工作年度报告"
    old = replace(drawn_up(FORESTRY, 2020, edition=2019), title=title)
    write(tmp_path / "in", "a.md", write_report(old, "md"))
    write(tmp_path / "in", "b.md", report(FORESTRY, 2022, **answered(1), **fee))
    collect(tmp_path / "in", tmp_path / "out")
    with open_dataset(tmp_path / "out") as data:
        answer = data.execute(question).fetchall()
        wide = data.execute(
            'select year, "applications.otherwise.fee_unpaid.total" from wide order by year'
        ).fetchall()
    assert answer == [
        (FORESTRY, 2020, "那一版没有这一格", None),
        (FORESTRY, 2022, "blank", None),
    ]
    assert wide == [(2020, None), (2022, None)]


def test_the_dictionary_says_which_edition_lacks_a_cell_and_why():
    lines = csv.DictReader(io.StringIO(dictionary().decode("utf-8-sig")))
    lacks = {one["列"]: one["哪一版没有"] for one in lines}
    assert (
        "2021年版没有“政府集中采购”一行，2019年版以后没有了"
        in lacks["proactive.procurement.amount"]
    )
    fee = "计入“（六）其他处理”一行"
    assert lacks["applications.otherwise.fee_unpaid.total"].endswith(fee)
    assert lacks["disputes.review.total"] == ""
