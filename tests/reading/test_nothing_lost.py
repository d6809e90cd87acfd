"""What is read of a document is all there, once: every character has a place."""

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from needed import need
from reading.damage import draw_cells, print_tables
from reading.printing import WRITERS, as_flat_odt, convert, parts_of, texts_of
from reading.test_damage import STYLES, YEARS, damaged, written

from ogi.errors import ReadingError
from ogi.form import edition
from ogi.reading import read_document
from ogi.reading.document import Document, TextBlock
from ogi.reading.folding import folded
from ogi.reading.matching import match_all

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = sorted(path for path in SAMPLES.glob("*/source.*") if path.suffix != ".pdf")
KINDS = {"title", "heading", "section", "table", "note", "left"}


def characters(texts) -> Counter:
    return Counter("".join(folded("".join(texts)).split()))


def read(document: Document) -> Counter:
    cells = (cell.text for table in document.tables() for cell in table.cells)
    lines = (block.text for block in document.blocks if isinstance(block, TextBlock))
    return characters((*cells, *lines))


def placed(document: Document) -> Counter:
    parts = [part for report in match_all(document) for part in report.parts]
    assert {part.kind for part in parts} <= KINDS
    return characters(part.text for part in parts)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_character_of_a_sample_has_a_place(path):
    document = read_document(path.read_bytes())
    assert placed(document) == read(document)


@settings(
    max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
@given(
    seed=st.integers(0, 10**9),
    year=st.sampled_from((2019, 2021)),
    style=st.sampled_from(STYLES),
    times=st.integers(0, 4),
)
def test_every_character_of_a_damaged_document_has_a_place(seed, year, style, times):
    rng = random.Random(seed)
    tables = print_tables(edition(year), draw_cells(edition(year), rng))
    damaged(tables, style, rng, times)
    try:
        document = read_document(written(tables, year, style))
        assert placed(document) == read(document)
    except ReadingError:
        return


@pytest.mark.parametrize("kind", list(WRITERS))
@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9), year=st.sampled_from((2019, 2021)), times=st.integers(0, 4))
def test_every_character_of_a_damaged_file_is_read_and_has_a_place(kind, seed, year, times):
    rng = random.Random(seed)
    tables = print_tables(edition(year), draw_cells(edition(year), rng))
    damaged(tables, "html", rng, times)
    parts = parts_of(tables, f"云川市测试局{YEARS[year]}年政府信息公开工作年度报告")
    document = read_document(WRITERS[kind](parts))
    assert characters(texts_of(parts)) - read(document) == Counter()
    assert placed(document) == read(document)


@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_every_character_of_a_damaged_old_letter_is_read_and_has_a_place(kind, tmp_path):
    need("libreoffice", "old letters as it writes them")
    printed = {}
    for seed in range(3):
        rng = random.Random(seed)
        tables = print_tables(edition(2021), draw_cells(edition(2021), rng))
        damaged(tables, "html", rng, 4)
        parts = parts_of(tables, "云川市测试局2023年政府信息公开工作年度报告")
        printed[seed] = parts
        (tmp_path / f"{seed}.fodt").write_bytes(as_flat_odt(parts))
    convert([tmp_path / f"{seed}.fodt" for seed in printed], kind, tmp_path)
    for seed, parts in printed.items():
        document = read_document((tmp_path / f"{seed}.{kind}").read_bytes())
        assert characters(texts_of(parts)) - read(document) == Counter()
        assert placed(document) == read(document)


SENTENCES = (
    "我局制发行政规范性文件3件，废止1件。",
    "行政规范性文件方面，全年清理2件",
    "本年没有行政事业性收费。",
    "依照第二十条第（一）项公开规章。",
    "全年没有收到行政复议、行政诉讼案件。",
    "（1）行政许可、行政处罚：全年公示34件",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("style", ["html", "tabs", "lines", "cells"])
def test_a_paragraph_with_words_of_the_form_begins_no_table(sentence, style):
    drawn = draw_cells(edition(2021), random.Random(5))
    tables = print_tables(edition(2021), drawn)
    after = "收到政府信息公开申请9件，均按期答复。"
    text = written(tables, 2021, style).decode()
    more = f"<p>{sentence}</p><p>{after}</p>" if style == "html" else f"\n{sentence}\n{after}"
    data = text.replace("一切按规定办理。", f"一切按规定办理。{more}").encode()
    (report,) = match_all(read_document(data))
    assert sentence in report.sections["overview"].text
    assert after in report.sections["overview"].text
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert YEARS[2021] == report.year
