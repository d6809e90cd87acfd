"""The published JSON Schemas are those of the code, and every data file keeps its own."""

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
from conftest import ROOT
from msgspec import to_builtins

from data.everything import path_of, read_everything
from ogi.data import Locality, file_schema, of_place
from ogi.data.composing import compose, plain
from ogi.data.places import ADDITIONS

FOLDER = ROOT / "docs" / "reference" / "schemas"
# What only a place has.
_REGION = "{region: 甲, source: 乙, rest: {丙: [[2026-08-06, 2026-08-07]]}}"
OWN = {
    "casework/roles.yaml": "counsel: {label: 法律顾问, does: [legal_reviewed]}",
    "law/configured.yaml": "correction_period: {value: 10, source: 某市规程}",
    "law/organ_rules.yaml": "steps: [secrecy_reviewed, signed]",
    "workdays/regions/shili.yaml": _REGION,
}


@cache
def files() -> dict[str, tuple[Any, Any, str]]:
    """Every file of data, with what it says, its type, and the field that it does not say."""
    with TemporaryDirectory() as made:
        for name, text in OWN.items():
            path = Path(made) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with of_place(Locality(Path(made))) as place:
            read_everything()
    texts = {name: OWN.get(name) or path_of(name).read_text("utf-8") for name in place.kinds}
    return {
        name: (plain(compose(texts[name], name, trusted=True)), kind, place.given[name])
        for name, kind in place.kinds.items()
    }


def kinds() -> dict[str, tuple[Any, str]]:
    """Every kind of file by its pattern: files of one folder and one type are of one kind."""
    folders = Counter((Path(name).parent, str(kind)) for name, (_, kind, _) in files().items())
    found = {}
    for name, (_, kind, given) in files().items():
        many = folders[Path(name).parent, str(kind)] > 1 or Path(name).parent.name == "regions"
        found[f"{Path(name).parent}/*.yaml" if many else name] = kind, given
    return dict(sorted(found.items()))


def file_of(pattern: str) -> Path:
    return FOLDER / f"{pattern.removesuffix('.yaml').removesuffix('/*').replace('/', '-')}.json"


def page() -> str:
    """The page that lists the schemas, those of a place first."""
    own = [pattern for pattern in kinds() if pattern in ADDITIONS]
    lines = [
        "# 数据文件的JSON Schema",
        "",
        "由程序的类型生成；编辑器可以照着提示，读入时另查引用。",
        "",
    ]
    for title, patterns in (("本地数据", own), ("系统的数据", [*kinds().keys() - {*own}])):
        lines += [f"## {title}", "", "| 文件 | |", "|---|---|"]
        lines += [
            f"| `{one}` | [{file_of(one).name}]({file_of(one).name}) |" for one in sorted(patterns)
        ]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize("pattern", kinds())
def test_the_published_schema_is_that_of_the_code(pattern, golden):
    made = file_schema(kinds()[pattern][0], pattern, kinds()[pattern][1])
    golden(file_of(pattern), json.dumps(made, ensure_ascii=False, indent=1) + "\n")


def test_the_page_lists_every_schema_and_no_other_is_there(golden):
    golden(FOLDER / "README.md", page())
    assert {one.name for one in FOLDER.glob("*.json")} == {file_of(one).name for one in kinds()}
    assert {*kinds()} >= {*ADDITIONS}


@pytest.mark.parametrize("name", files())
def test_every_file_of_data_keeps_its_schema(name):
    value, kind, given = files()[name]
    plain_value = json.loads(json.dumps(to_builtins(value), default=date.isoformat))
    schema = jsonschema.Draft202012Validator(file_schema(kind, name, given))
    assert [one.message for one in schema.iter_errors(plain_value)] == []


def test_a_schema_knows_what_is_no_key():
    schema = jsonschema.Draft202012Validator(file_schema(*LETTER))
    for wrong in ({"titel": "甲"}, {"title": "甲", "when": "乙", "to": "nobody", "body": []}):
        assert list(schema.iter_errors(wrong))


LETTER = (kinds()["letters/forms/*.yaml"][0], "letters/forms/*.yaml", "code")
