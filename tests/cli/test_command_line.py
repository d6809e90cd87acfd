import os
import re
import subprocess
import sys

import pytest

from ogi.apart import USUAL
from ogi.cli.application import COMMANDS
from ogi.cli.batch import Outcome, attempt, each, with_progress
from ogi.cli.folding import columns, fold
from ogi.cli.inputs import Input
from ogi.cli.texts import texts

from .documents import report_text

OGI = [sys.executable, "-c", "from ogi.cli import main; main()"]


def run(*words, **more):
    return subprocess.run([*OGI, *map(str, words)], capture_output=True, check=False, **more)


def test_help_is_chinese_and_lists_the_commands(ogi):
    printed = ogi("--help").stdout
    assert "用法：ogi" in printed
    assert all(re.search(rf"^  {name} ", printed, re.M) for name in COMMANDS[:4])
    assert "Options" not in printed


@pytest.mark.parametrize("words", [["--lang", "en", "--help"], ["--help", "--lang=en"]])
def test_help_is_english_where_that_is_asked_for(ogi, words):
    printed = ogi(*words).stdout
    assert "Usage: ogi" in printed
    assert not re.search(r"[\u4e00-\u9fff]", printed)


def test_the_language_may_come_from_the_environment(ogi):
    assert "Usage: ogi" in ogi("--help", OGI_LANG="en").stdout
    assert "用法：" in ogi("--help", "--lang", "zh", OGI_LANG="en").stdout


@pytest.mark.parametrize("command", ["read", "check", "explain", "form"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help_in_both_languages(ogi, command, language):
    result = ogi("--lang", language, command, "--help")
    assert result.exit_code == 0
    chinese = re.search(r"[\u4e00-\u9fff]", result.stdout)
    assert bool(chinese) is (language == "zh")


def test_every_text_stands_in_both_languages():
    assert all(chinese.strip() and english.strip() for chinese, english in texts().values())


def test_exit_codes_and_limits_are_in_the_help(ogi):
    printed = ogi("check", "--help").stdout
    assert "退出码" in printed
    assert "50,000,000" in printed


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["raed"], "没有命令 raed"),
        (["read"], "缺少 FILE…"),
        (["read", "--jsn", "x"], "没有选项 --jsn"),
        (["read", "--workers", "none", "x"], "--workers 的值不合要求"),
        (["read", "--max-pages", "0", "x"], "不小于1的整数"),
        (["check", "--severity", "fatal", "x"], "error 错误、warning 提示、note 备注"),
        (["read", "x", "--max-pages"], "后面要写一个值"),
    ],
)
def test_wrong_usage_is_said_in_chinese_and_exits_with_two(ogi, words, says):
    result = ogi(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "--help" in result.stderr


def test_the_version_is_printed(ogi):
    assert ogi("--version").stdout.startswith("ogi ")


def test_a_bare_call_shows_the_help(ogi):
    result = ogi()
    assert result.exit_code == 2
    assert "用法：" in result.output


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"PK\x03\x04rest", b"%PDF-", b"\xff\xfe\x00"])
def test_no_bytes_make_a_traceback(ogi, data):
    result = ogi("check", ogi.write("any.bin", data))
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert "意外" not in result.stderr


def test_a_real_process_reads_a_pipe_and_writes_utf8():
    done = run("read", "--json", "-", input=report_text().encode(), env={"LC_ALL": "C", **path()})
    assert done.returncode == 0
    assert "云岭县林业局" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_fault(tmp_path):
    files = []
    for number in range(30):
        files.append(tmp_path / f"{number}.md")
        files[-1].write_text(report_text(), encoding="utf-8")
    words = " ".join(map(str, files))
    script = f'"{sys.executable}" -c "from ogi.cli import main; main()" read --json {words}'
    done = subprocess.run(
        f"{script} | head -c 10", shell=True, capture_output=True, check=False, env=path()
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_progress_is_shown_on_a_terminal_and_goes_away(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    outcomes = [Outcome(Input(f"{n}.md"), n) for n in range(3)]
    assert list(with_progress(outcomes, 3)) == outcomes
    shown = capsys.readouterr().err
    assert "2/3（66%）1.md" in shown
    assert shown.endswith("\r\x1b[K")


def test_progress_is_silent_in_a_pipe_and_for_one_file(monkeypatch, capsys):
    list(with_progress([Outcome(Input("a.md"), 1)] * 3, 3))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    list(with_progress([Outcome(Input("a.md"), 1)], 1))
    assert capsys.readouterr().err == ""


def test_a_fault_of_ours_becomes_a_sentence_and_no_traceback():
    def work(one):
        raise KeyError("unforeseen")

    outcome = attempt(Input("a.md"), work)
    assert "KeyError" in outcome.trouble
    assert "没有读成" in outcome.trouble


def test_a_process_that_dies_costs_only_its_own_file(tmp_path):
    files = [Input(name, tmp_path / name) for name in ("a", "dies", "b", "c")]
    outcomes = list(each(files, die_on_dies, 2, USUAL))
    assert [outcome.made for outcome in outcomes] == ["a", None, "b", "c"]
    assert "停了" in outcomes[1].trouble


def die_on_dies(one):
    if one.name == "dies":
        os._exit(1)
    return one.name


def test_help_starts_without_the_readers_and_the_rules():
    code = (
        "import sys; sys.argv = ['ogi', '--help']\n"
        "from ogi.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.startswith('ogi')), file=sys.stderr)\n"
        "print('heavy', {'rich', 'lxml', 'yaml', 'jinja2', 'pypdfium2'} & set(sys.modules),"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "heavy set()" in done.stderr
    assert "ogi.checks" not in done.stderr
    assert "ogi.reading" not in done.stderr


def test_wide_characters_are_folded_by_what_they_take_on_the_screen():
    lines = fold("读出报告里的每一格数字，按法定表格的样子显示。", 20)
    assert all(columns(line) <= 22 for line in lines)
    assert all(line[0] not in "，。" for line in lines)


def path():
    return {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME") if name in os.environ}
