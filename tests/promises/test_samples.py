"""Every sample reads as its declaration says, and says what is wrong in it."""

import json
from decimal import Decimal

import pytest
from conftest import ROOT

from ogi.checks import check
from ogi.findings import Severity
from ogi.form import AnnualReport, Cell, State, edition
from ogi.reading import read
from tools.samples.declaration import Sample, load, names
from tools.samples.layouts import BINARY, LAYOUTS

SAMPLES = [load(name) for name in names()]
SOUND = {"model", "previous-year"}


def sample_id(sample: Sample) -> str:
    return sample.name


@pytest.fixture(params=SAMPLES, ids=sample_id)
def sample(request) -> Sample:
    return request.param


@pytest.fixture
def report(sample: Sample) -> AnnualReport:
    return read(sample.source)


def _is_confessed(cell: Cell) -> bool:
    return bool(cell.doubts) or cell.state is State.UNREADABLE


def _means(value: object) -> object:
    return Decimal(str(value)) if isinstance(value, int | float) else None


def _certain(sample: Sample) -> list[dict[str, object]]:
    return [i for i in sample.truth.get("inconsistencies", ()) if i.get("certain", True)]


def test_no_cell_is_silently_wrong(sample, report):
    wrong = {}
    for address, value in sample.expected()["cells"].items():
        cell = report.cells.get(address, Cell())
        read_value = _means(
            cell.value if not isinstance(cell.value, Decimal) else float(cell.value)
        )
        if read_value != _means(value) and not _is_confessed(cell):
            wrong[address] = (value, cell.value)
    assert wrong == {}


def test_title_organ_year_and_editions_are_found(sample, report):
    expected = sample.expected()
    assert report.title == expected["title"]
    assert (report.organ, report.year) == (expected["organ"], expected["year"])
    assert {k: v for k, v in report.editions.items() if k != "disputes"} == expected["editions"]


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_sound_report_has_no_findings(name):
    verdicts = check(read(load(name).source))
    assert [finding.message for verdict in verdicts for finding in verdict.findings] == []


def test_an_error_is_found_exactly_where_the_report_is_wrong(sample, report):
    findings = [finding for verdict in check(report) for finding in verdict.findings]
    errors = [f for f in findings if f.severity is Severity.ERROR]
    assert bool(errors) == bool(_certain(sample)), [finding.message for finding in errors]


def test_the_figures_of_a_declaration_hold_but_where_it_says_otherwise(sample):
    added = {a: printed.value for a, printed in sample.printed.items()}
    values = added | sample.expected()["cells"]
    broken = []
    for table in sample.tables():
        for relation in edition(sample.editions[table.key]).tables[table.key].relations:
            for equation in relation.equations:
                cells = [values.get(a) for a in (*equation.left, *equation.right)]
                if all(isinstance(cell, int) for cell in cells):
                    left, right = (
                        sum(values[a] for a in s) for s in (equation.left, equation.right)
                    )
                    broken += [f"{equation.code} {equation.where}"] * (left != right)
    named = [i for i in _certain(sample) if i["kind"].startswith("table")]
    assert len(broken) == len(named), broken


def test_the_files_are_those_the_declarations_make(sample):
    assert (sample.folder / "truth.json").read_text(encoding="utf-8") == (
        json.dumps(sample.expected(), ensure_ascii=False, indent=1) + "\n"
    )
    if sample.suffix not in BINARY:
        assert sample.source.read_bytes() == LAYOUTS[sample.layout](sample)


def test_every_layout_has_a_sample():
    assert {sample.layout for sample in SAMPLES} == set(LAYOUTS)


def test_no_report_among_the_samples_is_without_a_declaration():
    reports = (ROOT / "samples").glob("*/source.*")
    assert {path.parent.name for path in reports} == set(names())
