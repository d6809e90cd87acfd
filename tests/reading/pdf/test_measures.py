"""Every threshold of the PDF reader stands in one table and says what it is."""

import re
from dataclasses import fields
from pathlib import Path

from ogi.reading import pdf
from ogi.reading.pdf.measures import Measures

FOLDER = Path(pdf.__file__).parent
CODE = {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.py")}
UNITS = {"em", "pitch", "pt", "share", "count", "guard"}
# What is no measure of a page: a quarter turn, the corners of a rectangle, pixels of a drawing,
# a price that nothing pays, and a character.
OTHERS = {"_QUARTERS", "_ONE_RECTANGLE", "_WIDEST", "_WORST", "_HYPHEN_AT_LINE_END"}


def test_each_measure_has_a_unit_a_meaning_and_a_kind_of_document() -> None:
    for measure in fields(Measures):
        assert measure.metadata["unit"] in UNITS, measure.name
        assert measure.metadata["meaning"], measure.name
        assert measure.metadata["paper"], measure.name


def test_each_measure_is_used() -> None:
    used = set(re.findall(r"\bMODEL\.(\w+)", " ".join(CODE.values())))
    assert used == {measure.name for measure in fields(Measures)}


def test_no_module_keeps_a_threshold_of_its_own() -> None:
    own = re.compile(r"^([A-Z_]+)(?:: \w+)? = -?[\d.]", re.MULTILINE)
    found = {name for text in CODE.values() for name in own.findall(text)}
    assert found == OTHERS


def test_no_two_measures_say_the_same() -> None:
    meanings = [(m.metadata["unit"], m.metadata["meaning"]) for m in fields(Measures)]
    assert len(meanings) == len(set(meanings))
