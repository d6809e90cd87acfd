"""What a command says when it is called wrongly or cannot write: one sentence, in Chinese."""

import errno
import sys
from pathlib import Path

import pytest

from ogi.cli import application
from ogi.cli.application import COMMANDS, expanded
from ogi.cli.output import write_out
from ogi.errors import OutputError
from ogi.system import said


def ended(result) -> bool:
    return isinstance(result.exception, SystemExit) and result.exit_code == 2


def calls(kept, wrong, out):
    return {
        "diff": ("diff", kept, wrong, "-o", out / "对照.docx"),
        "merge": ("merge", kept, wrong, "--year", "2024", "-o", out / "汇总.docx"),
        "write": ("write", kept, "-o", out / "年报.docx"),
        "check": ("check", kept, "--html", out / "结果.html"),
        "form": ("form", "2021", "-o", out / "填报表.xlsx"),
    }


NAMES = ("diff", "merge", "write", "check", "form")


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_folder_is_made(ogi, kept, wrong, tmp_path, name):
    out = tmp_path / "新 目录" / "里面"
    result = ogi(*calls(kept, wrong, out)[name])
    assert result.exit_code in (0, 1), result.output
    assert [one for one in out.iterdir() if not one.name.startswith(".")]
    assert not list(out.glob(".*")), "nothing half written stays"


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_cannot_be_is_refused_in_a_sentence(ogi, kept, wrong, tmp_path, name):
    (tmp_path / "文件").write_text("", encoding="utf-8")
    result = ogi(*calls(kept, wrong, tmp_path / "文件" / "里面")[name])
    assert ended(result)
    assert "写不进去" in result.stderr
    assert "不是目录" in result.stderr


HELD = """
import errno
from pathlib import Path

def held(self, target):
    raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))

Path.replace = held
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_file_open_in_wps_is_refused_and_left_as_it_was(ogi, kept, wrong, tmp_path, name):
    call = calls(kept, wrong, tmp_path / "结果")[name]
    target = Path(call[-1])
    target.parent.mkdir()
    target.write_bytes(b"before")
    result = ogi.alone(HELD, *call)
    assert result.returncode == 2
    assert "WPS" in result.stderr
    assert "process" not in result.stderr
    assert target.read_bytes() == b"before"
    assert [one.name for one in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("name", ["diff", "merge"])
def test_pdf_without_its_part_is_refused_in_a_sentence(
    ogi, kept, wrong, tmp_path, name, monkeypatch
):
    monkeypatch.setitem(sys.modules, "typst", None)
    call = calls(kept, wrong, tmp_path)[name]
    result = ogi(*call[:-1], Path(call[-1]).with_suffix(".pdf"))
    assert ended(result)
    assert "[pdf]" in result.stderr or "make wheels" in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chekc"], "是不是 check？"),
        (["Check"], "是不是 check？"),
        (["check", "x", "--verbos"], "是不是 --verbose？"),
        (["check", "x", "--json=1"], "选项 --json 后面不写值"),
        (["form", "2021", "又一个"], "多写了 又一个"),
        (["due", "--received", "2026-09-18", "--channel", "飞鸽"], "当面提交"),
    ],
)
def test_a_slip_is_answered_in_chinese(ogi, words, says):
    result = ogi(*words)
    assert ended(result)
    assert says in result.stderr


def test_what_is_like_no_command_is_not_guessed(ogi):
    assert "是不是" not in ogi("zzzzzz").stderr


@pytest.mark.parametrize("word", ["当面", "当面提交", "in_person", "IN_PERSON", " 当面 "])
def test_a_channel_may_be_named_in_chinese(ogi, word):
    result = ogi("due", "--received", "2026-09-18", "--channel", word, "--on", "2026-10-13")
    assert result.exit_code == 0, result.output
    assert "当面" in ogi("due", "--received", "2026-09-18", "--channel", word, "--explain").stdout


@pytest.mark.parametrize("word", ["错误", "error"])
def test_a_severity_may_be_named_in_chinese(ogi, wrong, word):
    assert "提示" not in ogi("check", wrong, "--severity", word).stdout.splitlines()[-2]


def test_a_format_may_be_named_in_chinese(ogi, kept, tmp_path):
    assert ogi("write", kept, "--to", "网页", "-o", tmp_path / "出").exit_code == 0
    assert [one.suffix for one in (tmp_path / "出").iterdir()] == [".html"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_short_h_shows_the_help(ogi, command):
    assert ogi(command, "-h").stdout == ogi(command, "--help").stdout


def test_the_limits_stand_in_a_section_of_their_own_at_the_end(ogi):
    printed = ogi("check", "-h").stdout
    head, found, limits = printed.partition("上限")
    assert found
    assert "--max-" not in head
    assert limits.count("  --max-") == 10
    assert "退出码" in head


def test_the_shell_is_told_how_to_complete_a_command(monkeypatch, ogi):
    result = ogi(_OGI_COMPLETE="bash_complete", COMP_WORDS="ogi ch", COMP_CWORD="1")
    assert "check" in result.stdout


class TestWildcards:
    """On Windows no shell expands them."""

    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        for name in ("甲 局.md", "乙局.md", "丙.txt", "[1].md"):
            (tmp_path / name).write_text("", encoding="utf-8")
        monkeypatch.chdir(tmp_path)

    def test_they_become_the_files_they_stand_for(self, folder):
        assert expanded(["check", "*局.md", "--html", "x"]) == [
            *("check", "乙局.md", "甲 局.md", "--html", "x")
        ]

    def test_what_stands_for_nothing_stays_and_is_complained_of(self, folder):
        assert expanded(["*.pdf"]) == ["*.pdf"]

    def test_a_file_whose_name_looks_like_one_is_that_file(self, folder):
        assert expanded(["[1].md"]) == ["[1].md"]

    def test_the_command_expands_them_where_the_shell_does_not(
        self, ogi, kept, monkeypatch, tmp_path
    ):
        monkeypatch.setattr(application, "SHELL_EXPANDS", False)
        assert ogi("check", tmp_path / "ke*.md").exit_code == 0

    def test_a_path_with_blanks_is_one_file(self, ogi, kept, tmp_path):
        moved = kept.rename(tmp_path / "年 报 2024.md")
        assert ogi("check", moved).exit_code == 0


@pytest.mark.parametrize("code", sorted(set(errno.errorcode)))
def test_what_the_system_refuses_is_said_in_chinese(code):
    text = said(OSError(code, "English words"))
    assert any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_a_disk_that_is_full_leaves_what_stood_there(tmp_path, monkeypatch):
    def full(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "a.docx"
    out.write_bytes(b"before")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="磁盘满了"):
        write_out(out, b"after")
    assert out.read_bytes() == b"before"
