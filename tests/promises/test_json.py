"""The JSON that programs rely on has the keys the documentation names, and no others."""

import json
import re
from collections.abc import Iterator

import pytest
from conftest import ROOT

from ogi.checks import check
from ogi.form import AnnualReport
from ogi.reading import read
from ogi.writing.json import check_json, dumps, report_json
from tools.samples.declaration import load, names

KEYED_BY_ADDRESS = {"cells", "details", "extras", "editions", "labels", "sections"}
ALIKE = (
    "extras.*.",
    "labels.*.",
    "headings[].",
    "stray[].",
    "details.*.place.",
    "findings[].places[].",
)


@pytest.fixture(scope="module")
def reports() -> list[AnnualReport]:
    return [read(load(name).source) for name in names()]


def _paths(value: object, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            step = "*" if path in KEYED_BY_ADDRESS else key
            yield from _paths(entry, f"{path}.{step}" if path else step)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for entry in value:
            yield from _paths(entry, f"{path}[]")
    else:
        yield path


def _used(made: list[dict[str, object]]) -> set[str]:
    paths = {path for one in made for path in _paths(json.loads(dumps(one)))}
    paths = {next((a.rstrip(".") for a in ALIKE if path.startswith(a)), path) for path in paths}
    return (paths - {"details.*.doubts", "stray", "findings", "unjudged", "findings[].places"}) | {
        "file"
    }


def _documented(heading: str) -> set[str]:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    section = text.partition(f"## `{heading}`\n")[2].partition("\n## ")[0]
    firsts = (line.split("|")[1] for line in section.splitlines() if line.startswith("| `"))
    return {key for first in firsts for key in re.findall(r"`([^`]+)`", first)}


def test_what_read_writes_is_documented(reports):
    assert _used([report_json(report) for report in reports]) == _documented("ogi read --json")


def test_what_check_writes_is_documented(reports):
    made = [check_json(report, check(report)) for report in reports]
    shared = {"file", "title", "organ", "year", "editions.*", "remarks"}
    shared |= {"reading.format", "reading.seconds", "reading.doubts"}
    documented = (_documented("ogi check --json") | shared) - {"previous", "findings[].places"}
    assert _used(made) - {"findings[].places[]"} == documented


def test_every_kind_of_doubt_is_documented():
    kinds = set(re.findall(r"^    \"(\w+)\": ", _source_of_doubts(), re.M))
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", text.partition("## 存疑的种类")[2], re.M)
    assert set(listed) == kinds


def _source_of_doubts() -> str:
    return (ROOT / "src/ogi/reading/matching/doubts.py").read_text(encoding="utf-8")
