import io

import pytest

from ogi.cli.progress import Progress, line_of

from .documents import KEPT, report_text


@pytest.fixture
def folder(ogi):
    for year in (2022, 2023):
        ogi.write(f"documents/{year}.md", report_text(KEPT, year))
    ogi.write("documents/副本.md", report_text(KEPT, 2023))
    return ogi.folder / "documents"


def test_collect_says_what_the_dataset_holds(ogi, folder):
    result = ogi("collect", folder, "-o", ogi.folder / "out")
    assert result.exit_code == 0, result.output
    assert "文件　3个，这次读了2个" in result.stdout
    assert "现行2份，另有版本0份，重复1份" in result.stdout
    assert "与上年核对　1份" in result.stdout
    again = ogi("collect", folder, "-o", ogi.folder / "out")
    assert "这次读了0个" in again.stdout
    assert "没有变化，没有重写" in again.stdout


def test_a_document_that_cannot_be_read_makes_the_exit_code_two(ogi, folder):
    ogi.write("documents/坏的.pdf", b"%PDF-1.7\nnothing behind it")
    result = ogi("collect", folder, "-o", ogi.folder / "out")
    assert result.exit_code == 2
    assert "没有读成　文件损坏 1个" in result.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nowhere", "-o", "out"], "nowhere 不是目录"),
        ([".", "-o", "out", "--engine", "ray"], "没有 ray"),
        (["."], "缺少 OUT"),
        ([".", "-o", "out", "--workers", "0"], "不小于1的整数"),
    ],
)
def test_a_wrong_call_is_said(ogi, words, says, monkeypatch):
    monkeypatch.chdir(ogi.folder)
    result = ogi("collect", *words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_folder_that_cannot_be_written_is_said(ogi, folder):
    result = ogi("collect", folder, "-o", ogi.write("file", "") / "out")
    assert result.exit_code == 2
    assert "写不进去（路径中间有一段是文件，不是目录）" in result.stderr
    assert "Traceback" not in result.output


def test_elsewhere_than_on_a_terminal_progress_is_a_line_now_and_then():
    stream, seconds = io.StringIO(), iter((0.0, 5.0, 10.0, 12.0, 25.0))
    with Progress(stream, clock=lambda: next(seconds)) as progress:
        for done in (0, 100, 200, 250, 530):
            progress.watch("read", done, 2000)
    assert stream.getvalue().splitlines() == [
        "读取 200/2,000（10%），每秒20份，约余1分30秒",
        "读取 530/2,000（26%），每秒22份，约余1分7秒",
    ]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_progress_is_a_bar_with_rate_and_time_left():
    stream = Terminal()
    with Progress(stream) as progress:
        progress.watch("read", 1, 4)
        progress.watch("write", 2, 4)
    shown = stream.getvalue()
    assert "读取" in shown
    assert "写表" in shown
    assert "2/4" in shown
    assert "每秒" in shown


def test_long_work_is_told_in_hours():
    assert line_of("write", 0, 7200, 1.0).endswith("约余2小时0分")
