import errno
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from needed import cannot

import ogi.dataset.store
from ogi.dataset import Local
from ogi.dataset.documents import pack_readings
from ogi.dataset.lock import held
from ogi.errors import BusyError, DiskFullError

from .made import ORGAN, answered, ask, collect, report, rows, write


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "documents"
    for year in (2022, 2023):
        write(made, f"{year}/林业局.md", report(year=year))
        write(made, f"{year}/水利局.md", report("云岭县水利局", year, **answered(2, 1)))
    write(made, "坏的.pdf", b"%PDF-1.7\nnothing behind it")
    return made


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def collected(folder, out):
    return collect(folder, out)


def test_every_document_is_a_row_and_every_cell_is_one(collected, out):
    assert (collected.documents, collected.reports, collected.read) == (5, 4, 5)
    assert ask(out, "select year, count(*) from reports group by year order by year") == [
        (2022, 2),
        (2023, 2),
    ]
    assert ask(
        out,
        "select value, text, state, form_table, form_row, form_column from cells "
        "where organ = '云岭县水利局' and year = 2023 "
        "and address = 'applications.refused.state_secret.total'",
    ) == [(Decimal(1), "1", "printed", "applications", "refused.state_secret", "total")]


def test_a_blank_is_not_a_zero(folder, out):
    given = {"proactive__penalties__decisions": "", "proactive__charges__amount": "/"}
    write(folder, "空白.md", report("云岭县气象局", **given))
    collect(folder, out)
    found = ask(
        out,
        "select form_row, value, text, state from cells where organ = '云岭县气象局' "
        "and form_table = 'proactive' and form_row in ('penalties', 'charges', 'coercion') "
        "order by form_row",
    )
    assert found == [
        ("charges", None, "/", "printed"),
        ("coercion", Decimal(0), "0", "printed"),
        ("penalties", None, "", "blank"),
    ]


def test_a_document_that_cannot_be_read_is_listed_with_its_reason(collected, out):
    ((file, kind, reason, retry),) = ask(out, "select file, kind, reason, retry from failures")
    assert (file, kind, retry) == ("坏的.pdf", "damaged", False)
    assert "重新下载" in reason
    assert collected.failures == {"damaged": 1}


def test_the_members_of_an_archive_are_rows_of_their_own(folder, out):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("甲局.md", report("云岭县教育局"))
        archive.writestr("乙局.md", report("云岭县民政局"))
    write(folder, "各局.zip", packed.getvalue())
    collect(folder, out)
    found = ask(out, "select member, organ from reports where file = '各局.zip' order by organ")
    assert found == [("甲局.md", "云岭县教育局"), ("乙局.md", "云岭县民政局")]


def test_last_years_report_is_held_against_this_ones(folder, out):
    write(folder, "2022/教育局.md", report("云岭县教育局", 2022, **answered(3, carried_out=2)))
    write(folder, "2023/教育局.md", report("云岭县教育局", 2023, **answered(3)))
    summary = collect(folder, out)
    assert summary.compared == 3
    found = ask(
        out,
        "select f.organ, f.year, f.difference, p.year from findings f "
        "join reports p on p.report = f.previous "
        "where f.code = 'Y101' and f.difference is not null",
    )
    assert found == [("云岭县教育局", 2023, Decimal(-2), 2022)] * 2


def test_a_second_run_reads_nothing_and_writes_nothing(collected, folder, out):
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")}
    again = collect(folder, out)
    assert (again.read, again.changed) == (0, False)
    assert (again.reports, again.failures) == (collected.reports, collected.failures)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")} == before


def test_changed_moved_and_removed_files_are_noticed(collected, folder, out):
    write(folder, "2023/林业局.md", report(**answered(7)))
    (folder / "2022/水利局.md").rename(folder / "水利局2022.md")
    (folder / "2023/水利局.md").unlink()
    summary = collect(folder, out)
    assert summary.read == 1  # what was only moved is known by its content
    assert ask(out, "select file from reports order by file") == [
        ("2022/林业局.md",),
        ("2023/林业局.md",),
        ("水利局2022.md",),
    ]
    asked = "select value from cells where year = 2023 and address = 'applications.granted.total'"
    assert ask(out, asked) == [(Decimal(7),)]


def test_another_reader_reads_everything_again(collected, folder, out, monkeypatch):
    monkeypatch.setattr("ogi.dataset.collecting.fingerprint", lambda: "another")
    assert collect(folder, out).read == 5


def test_what_failed_for_a_reason_that_may_pass_is_read_again_when_asked(collected, folder, out):
    content = ask(out, "select content from reports where file = '2023/林业局.md'")[0][0]
    readings = out / ".work" / "readings"
    reader = json.loads((out / "dataset.json").read_text())["reader"]
    for path in readings.glob("*.parquet"):
        path.unlink()
    lost = {"content": content, "member": "", "reader": reader, "kind": "hung", "retry": True}
    write(readings, "lost.parquet", pack_readings([lost]))
    assert collect(folder, out).failures == {"damaged": 1, "hung": 1}
    assert collect(folder, out).read == 0
    again = collect(folder, out, retry=True)
    assert (again.read, again.failures) == (1, {"damaged": 1})


def test_several_workers_give_the_same_rows_as_one(collected, folder, out, tmp_path):
    collect(folder, tmp_path / "two", engine=Local(2))
    assert rows(tmp_path / "two") == rows(out)


def test_one_run_at_a_time_writes_a_dataset(folder, out):
    (out / ".work").mkdir(parents=True)
    with held(out / ".work" / "lock"), pytest.raises(BusyError, match="另一个"):
        collect(folder, out)


def test_a_tree_without_reports_is_a_dataset_without_rows(tmp_path, out):
    (tmp_path / "empty").mkdir()
    assert collect(tmp_path / "empty", out).reports == 0
    assert ask(out, "select count(*), max(year) from cells") == [(0, None)]


def many(folder, count):
    for number in range(count):
        write(folder, f"{number:03}.md", report(f"云岭县第{number}中心", **answered(number)))


def test_a_killed_run_loses_nothing_and_ends_as_if_it_had_not_been_killed(tmp_path, out):
    folder = tmp_path / "many"
    many(folder, 120)
    program = (
        "import sys; from pathlib import Path; from ogi.dataset import collect, Tree\n"
        "collect(Tree(Path(sys.argv[1]), {'.md'}), Path(sys.argv[2]))"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program, str(folder), str(out)]
    with subprocess.Popen(command, env=paths) as run:
        readings = out / ".work" / "readings"
        while run.poll() is None and not list(readings.glob("*.parquet")):
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
    assert not (out / "dataset.json").exists(), "it was over before it was killed"
    assert 0 < collect(folder, out).read < 120
    collect(folder, tmp_path / "whole", engine=Local(2))
    assert rows(out) == rows(tmp_path / "whole")


def test_a_run_killed_while_it_wrote_tables_is_finished_by_the_next(collected, folder, out):
    before = rows(out)
    (out / "dataset.json").unlink()
    for name in ("sorting/0", "sorting-pairs/7", "new/cells/year=2023/part-0.parquet"):
        write(out / ".work", name, b"torn")
    write(out / ".work" / "readings", "0123.parquet.unfinished", b"torn")
    write(out / ".work" / "readings", "4567.parquet", b"torn")
    assert collect(folder, out).changed
    assert rows(out) == before


def test_tables_that_were_ready_are_put_in_place_by_the_next_run(collected, folder, out):
    before = rows(out)
    for name in ("cells", "findings"):  # as if killed between two of them
        (out / ".work" / "new").mkdir(exist_ok=True)
        (out / name).rename(out / ".work" / "new" / name)
    write(out / ".work" / "new", "ready", b"")
    assert not collect(folder, out).changed
    assert rows(out) == before


def test_a_full_disk_is_said_and_nothing_finished_is_lost(tmp_path, out, monkeypatch):
    folder = tmp_path / "many"
    many(folder, 60)
    room = iter([True])

    def sync(handle):
        if not next(room, False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(ogi.dataset.store.os, "fsync", sync)
        with pytest.raises(DiskFullError, match="磁盘满了"):
            collect(folder, out)
    assert not list(out.rglob("*.unfinished"))
    kept = 60 - collect(folder, out).read
    assert 0 < kept <= 25  # the first part; it is smaller where reading takes long


@pytest.fixture
def small_disk(tmp_path):
    """A disk of a few hundred kilobytes, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "ogi-test", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        cannot("no small disk can be mounted here (not root): the full disk was only feigned")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("pairs", [True, False], ids=["comparing", "writing"])
def test_a_disk_that_is_really_full_ends_the_run_with_a_sentence(tmp_path, small_disk, pairs):
    folder, out, filler = tmp_path / "documents", small_disk / "out", small_disk / "filler"
    for year in (2021, 2022 if pairs else 2023):
        write(folder, f"{year}.md", report(year=year))

    def fill(stage, done, total):
        if done == total and not filler.exists():
            with filler.open("wb", buffering=0) as file, suppress(OSError):
                while file.write(b"0" * 1024):
                    pass

    with pytest.raises(DiskFullError, match="腾出空间"):
        collect(folder, out, watch=fill)
    filler.unlink()
    summary = collect(folder, out)
    assert (summary.reports, summary.read) == (2, 0)
    assert ask(out, "select count(*) from reports where current") == [(2,)]


def test_one_of_an_organ_and_year_is_current(folder, out):
    write(folder, "2023/林业局（更正）.md", report(**answered(1)))
    write(folder, "副本.md", report(year=2022))
    collect(folder, out)
    assert ask(out, f"select count(*) from reports where organ = '{ORGAN}' and current") == [(2,)]
    assert ask(out, f"select status, reason from reports where organ = '{ORGAN}' order by all") == [
        ("current", "其余几份与它重复"),
        ("current", "文件名或标题写明是更正后的"),
        ("duplicate", "与 副本.md 重复：文件一字节不差"),
        ("superseded", "现行的是 2023/林业局（更正）.md：文件名或标题写明是更正后的"),
    ]


def test_a_report_of_an_unknown_year_has_no_year(folder, out):
    write(folder, "无年度.md", report().replace("2023年", ""))
    collect(folder, out)
    assert ask(out, "select year, reason from reports where file = '无年度.md'") == [
        (None, "没有读出机关或年度，不与别的报告比较")
    ]


def test_what_is_no_document_is_left_alone(folder, out):
    for name in (".隐藏.md", "~$锁.md", ".git/里面.md", "图.css", "网页_files/目录.html"):
        write(folder, name, report())
    os.mkfifo(folder / "管道.md")
    (folder / "断了.md").symlink_to(folder / "不在")
    write(folder, "大写.MD", report("云岭县教育局"))
    summary = collect(folder, out)
    assert (summary.documents, summary.reports) == (7, 5)
    assert summary.failures == {"damaged": 1, "unreadable": 1}


def test_a_file_name_that_is_no_text_is_listed_all_the_same(folder, out):
    for name in (b"\xff.md", b"\xfe.md"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(report("云岭县教育局"))
    collect(folder, out)
    found = ask(out, "select count(distinct report) from reports where organ = '云岭县教育局'")
    assert found == [(2,)]
