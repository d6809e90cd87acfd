import json

import jsonschema
import pytest
from conftest import ROOT

from ogi.form import editions
from ogi.reading import read
from ogi.writing.json import dumps, report_json
from ogi.writing.schema import report_schema
from tools.samples.declaration import load, names

from .made import doubted, report


@pytest.fixture(scope="module")
def validator():
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_published_schema_is_the_one_of_the_code(root, golden):
    made = json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"
    golden(root / "docs" / "reference" / "report.schema.json", made)


@pytest.mark.parametrize("name", names())
def test_what_is_read_from_a_sample_fits_the_schema(name, validator):
    source = load(name).source
    validator.validate(json.loads(dumps({"file": source.name, **report_json(read(source))})))


def test_doubts_and_blanks_fit_the_schema(validator):
    cells = {"applications.received.total": doubted(6, "末位不清", "6", "8")}
    validator.validate(json.loads(dumps(report_json(report(cells=cells)))))
    blank = {"applications.received.total": None}
    validator.validate(json.loads(dumps(report_json(report(cells=blank)))))


def test_every_address_of_every_edition_is_in_the_schema():
    known = report_schema()["properties"]["cells"]["properties"]
    assert set(known) == {address for form in editions() for address in form.addresses}


def test_another_address_does_not_fit(validator):
    wrong = report_json(report())
    wrong["cells"]["applications.received.nobody"] = 1
    assert not validator.is_valid(wrong)


def test_the_samples_are_found():
    assert (ROOT / "samples").is_dir()
    assert names()
