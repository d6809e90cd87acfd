"""Hostile files cost only themselves: each ends with a report or a sentence, within its budget.

`make hostile` reads the whole corpus at full size; here are its small versions.
"""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from hostile.corpus import FAMILIES, hostile
from hostile.measuring import costs
from hostile.mutated import mutated
from ogi.apart import Budget
from ogi.cli.inputs import Input, Targets, expand, free, unique_names
from ogi.cli.output import give_up, keep, refuse_inputs, write_out
from ogi.errors import OutputError
from ogi.folders import documents
from ogi.reading import read_all_bytes
from ogi.system import visible, visible_lines

BY_BUDGET = ("form.pdf",)  # a form that calls itself twice: only the budget ends it
QUICK = Budget(seconds=60, memory=1_500_000_000)
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def test_the_corpus_holds_at_least_150_files_of_different_names():
    names = [name for name, _ in hostile(quick=True)]
    assert len(names) == len(set(names)) >= 150
    assert len(FAMILIES) == 7


def test_every_hostile_file_ends_with_a_sentence_within_its_budget():
    for cost in costs(quick=True, budget=QUICK, afresh=False):
        assert cost.answers, cost.name
        ended = [one for one in cost.answers if "lost" in one]
        assert not ended or cost.name in BY_BUDGET, cost
        assert not any("意外" in one or "意料" in one for one in cost.answers), cost
        assert not any(_STEERS.search(one) for one in cost.answers), cost
        assert cost.peak < QUICK.memory, cost


def test_a_sound_document_with_changed_bytes_is_read_or_refused_with_a_sentence():
    """What needs LibreOffice, or recognises characters, is left to `make hostile`."""
    slow = ("page-gap", "torn-labels", "scanned", ".rtf", ".doc", ".png", ".jpg")
    tried = 0
    for name, data in mutated():
        if not any(one in name for one in slow):
            tried += 1
            for found in read_all_bytes(data, name):
                said = str(found.error or "")
                assert found.report or said, name
                assert "意外" not in said, (name, said)
                assert not _STEERS.search(said), (name, said)
    assert tried >= 40


def test_one_odd_attachment_costs_only_itself():
    for name, data in hostile(quick=True):
        if name.startswith("codec-"):
            told = [one.name for one in read_all_bytes(data, name)]
            assert any(one.endswith("a.md") or one == name for one in told), (name, told)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "r.html"
    path.write_text("报告", encoding="utf-8")
    yield path
    give_up(path)


@pytest.mark.parametrize("way", ["itself", "spelling", "hard", "symbolic"])
def test_what_is_read_is_never_written_under_whatever_name(report, way):
    keep(report)
    other = report.with_name("o.html")
    if way == "hard":
        os.link(report, other)
    if way == "symbolic":
        other.symlink_to(report)
    target = {"itself": report, "spelling": report.parent / ".." / report.parent.name / "r.html"}
    with pytest.raises(OutputError, match="就是读入的文件"):
        write_out(target.get(way, other), "结果")
    with pytest.raises(OutputError):
        refuse_inputs(target.get(way, other))
    assert report.read_text(encoding="utf-8") == "报告"


def test_a_result_of_an_earlier_run_may_be_written_again(report):
    keep(report)
    give_up(report)
    write_out(report, "新的")
    assert report.read_text(encoding="utf-8") == "新的"


def test_names_alike_are_kept_apart_and_long_ones_shortened(tmp_path):
    archive, other = (
        Input("甲.zip", tmp_path / "甲.zip"),
        Input("甲-乙.zip", tmp_path / "甲-乙.zip"),
    )
    targets = Targets({archive: tmp_path / "甲.html", other: tmp_path / "甲-乙.html"})
    found = [targets.of(f"甲.zip/{name}", archive) for name in ("A?.md", "a*.md", "乙", "长" * 300)]
    found += [targets.of("甲-乙.zip", other)]
    assert len({path.name.casefold() for path in found}) == len(found)
    assert all(len(path.name.encode()) < 255 for path in found)
    assert free("x", {"x", "x-2"}) == "x-3"
    long = Input("x" * 251 + ".md", tmp_path / ("x" * 251 + ".md"))
    assert len(unique_names([long])[long]) < 200


def test_a_folder_that_is_shut_and_a_link_that_leads_out_are_named(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside / "shut", outside):
        folder.mkdir(parents=True)
        (folder / "a.md").write_text("x")
    (inside / "b.md").symlink_to(outside / "a.md")
    (inside / "c").symlink_to(outside)
    (inside / "d.md").symlink_to(inside / "shut" / "a.md")
    told = {one.path.name: one.trouble for one in documents(inside, {".md"})}
    assert "目录之外" in told["b.md"]
    assert "目录之外" in told["c"]
    assert told["d.md"] == told["a.md"] == ""
    if sys.platform != "win32" and os.geteuid() != 0:
        (inside / "shut").chmod(0)
        told = {one.path.name: one.trouble for one in documents(inside, {".md"})}
        (inside / "shut").chmod(0o755)
        assert "打不开" in told["shut"]


def test_directories_take_compressed_pages_and_pictures_like_files_named(tmp_path):
    for name in ("a.html.gz", "b.gif"):
        (tmp_path / name).write_bytes(b"x")
    found = expand([str(tmp_path)], 100)
    assert sorted(Path(one.name).name for one in found) == ["a.html.gz", "b.gif"]
    give_up(*tmp_path.iterdir())
    shutil.rmtree(tmp_path)


def test_a_name_is_shown_on_one_line_and_steers_nothing():
    assert visible("甲\n乙\x1b]0;x\x07\u202e\udce9") == r"甲\n乙\x1b]0;x\x07\u202e\udce9"
    assert visible("甲　乙·《年报》 1") == "甲　乙·《年报》 1"
    assert visible_lines("甲\n\t乙\x1b[2J") == "甲\n\t乙\\x1b[2J"


def test_a_cluster_of_our_own_takes_work_from_no_port():
    cluster = pytest.importorskip("ogi.dataset.cluster")
    with cluster.cluster_client("", 2) as client:
        assert client.submit(max, 1, 2).result() == 2
        workers = client.scheduler_info()["workers"]
        assert len(workers) == 2
        for address in (client.scheduler.address, *workers):
            assert address.startswith("inproc://")
