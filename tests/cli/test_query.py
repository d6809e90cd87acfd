import csv
import io
import json

import openpyxl
import pytest
from dataset.made import answered, collect, report, write


@pytest.fixture
def dataset(tmp_path):
    write(tmp_path / "in", "a.md", report("云岭县林业局", 2023, **answered(6, 2)))
    write(tmp_path / "in", "b.md", report("云岭县水利局", 2023, **answered(1)))
    collect(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


QUESTION = 'select organ, "applications.granted.total" as n from wide order by n desc'


def test_an_answer_is_a_table(ogi, dataset):
    lines = ogi("query", dataset, QUESTION).stdout.splitlines()
    assert lines[0].split() == ["organ", "n"]
    assert lines[1].split() == ["云岭县林业局", "6.0"]


def test_an_answer_comes_as_json_a_line_each(ogi, dataset):
    printed = ogi("query", dataset, QUESTION, "--json").stdout
    assert json.loads(printed.splitlines()[1]) == {"organ": "云岭县水利局", "n": 1.0}


def test_an_answer_comes_as_csv_that_a_spreadsheet_opens(ogi, dataset):
    out = ogi.folder / "a.csv"
    assert ogi("query", dataset, QUESTION, "-o", out).exit_code == 0
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == ["organ", "n"]


def test_an_answer_comes_as_a_workbook(ogi, dataset):
    out = ogi.folder / "a.xlsx"
    ogi("query", dataset, "select '=1+1' as a, 2 as b", "-o", out)
    sheet = openpyxl.load_workbook(out).active
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B2"].value) == ("=1+1", "s", 2)


def test_an_answer_comes_as_parquet(ogi, dataset):
    from pyarrow import parquet

    out = ogi.folder / "a.parquet"
    ogi("query", dataset, QUESTION, "-o", out)
    assert parquet.read_table(out).num_rows == 2


@pytest.mark.parametrize("sql", ["selec", "select nothing from wide", "select * from nowhere"])
def test_what_cannot_be_asked_is_said(ogi, dataset, sql):
    result = ogi("query", dataset, sql)
    assert result.exit_code == 2
    assert "SQL：问不了：" in result.stderr


def test_where_there_is_no_dataset_it_is_said(ogi):
    result = ogi("query", ogi.folder, "select 1")
    assert result.exit_code == 2
    assert "没有数据集" in result.stderr


def test_an_answer_of_an_unknown_kind_is_refused(ogi, dataset):
    assert ogi("query", dataset, "select 1", "-o", "a.doc").exit_code == 2
