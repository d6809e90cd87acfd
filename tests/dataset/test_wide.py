import csv
import io

import pytest

from ogi.dataset import open_dataset
from ogi.dataset.names import DICTIONARY, cell_names
from ogi.form import editions
from ogi.rollup.organs import read_register

from .made import answered, ask, collect, report, write

ORGAN = "云岭县林业局"
REGISTER = f"机构名称,代码,级别,上级,地区,截止\n{ORGAN},L01,县级,云岭县人民政府,云岭县,\n".encode()


@pytest.fixture
def made(tmp_path):
    cells = answered(6, 2) | {"proactive__charges__amount": "86.4"}
    write(tmp_path / "in", "a.md", report(ORGAN, 2023, **cells))
    write(tmp_path / "in", "b.md", report("云岭县水利局", 2023))
    collect(tmp_path / "in", tmp_path / "out", register=read_register(REGISTER))
    return tmp_path / "out"


def test_every_cell_of_a_report_stands_in_one_row_of_the_wide_table(made):
    question = 'select organ, "applications.granted.total", "applications.closed.total" from wide'
    assert sorted(ask(made, question)) == [("云岭县林业局", 6.0, 8.0), ("云岭县水利局", 0.0, 0.0)]


def test_the_wide_table_says_what_the_cells_say(made):
    for one in cell_names():
        wide = ask(made, f'select report, "{one.address}" from wide')
        cells = dict(ask(made, f"select report, number from cells where address = '{one.address}'"))
        assert all(cells.get(report) == value for report, value in wide)


def test_a_float_is_the_one_nearest_to_the_printed_number(made):
    question = "select value, number from cells where address = 'proactive.charges.amount'"
    assert {(str(value.normalize()), number) for value, number in ask(made, question)} >= {
        ("86.4", 86.4)
    }


def test_the_register_joins_level_superior_code_and_region(made):
    known = ask(made, "select code, level, superior, region from wide order by code nulls last")
    assert known == [("L01", "县级", "云岭县人民政府", "云岭县"), (None, None, None, None)]
    assert ask(made, "select level from reports where organ like '%林业局'") == [("县级",)]


def test_another_register_makes_the_tables_anew_without_reading_again(made, tmp_path):
    register = read_register(REGISTER.replace("县级".encode(), "区级".encode()))
    summary = collect(tmp_path / "in", made, register=register)
    assert (summary.read, summary.changed) == (0, True)
    assert ask(made, "select level from wide where code = 'L01'") == [("区级",)]


def test_the_dictionary_names_every_column_of_the_wide_table(made):
    text = (made / DICTIONARY).read_text(encoding="utf-8-sig")
    named = [row["列"] for row in csv.DictReader(io.StringIO(text))]
    assert set(named) == {address for one in editions() for address in one.addresses}
    with open_dataset(made) as connection:
        columns = {one[0] for one in connection.execute("select * from wide").description}
    assert set(named) <= columns


def test_nothing_is_fetched_for_a_question(made):
    with open_dataset(made) as connection:
        for name in ("autoinstall_known_extensions", "autoload_known_extensions"):
            (value,) = connection.execute(f"select current_setting('{name}')").fetchone()
            assert not value
