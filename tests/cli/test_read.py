import pytest
from writing.made import doubted, report, unreadable

from ogi.cli.report import show_report
from ogi.cli.screen import Screen

from .documents import KEPT, report_text

TOTAL = "applications.received.total"


def test_a_report_is_read_to_the_cell(ogi, kept):
    (made,) = ogi.json("read", "--json", kept)
    assert len(made["cells"]) == 200
    assert {address: made["cells"][address] for address in KEPT} == KEPT
    assert (made["organ"], made["year"]) == ("云岭县林业局", 2023)
    assert made["file"] == str(kept)


def test_tables_are_printed_with_their_labels_and_figures(ogi, kept):
    result = ogi("read", kept)
    assert result.exit_code == 0
    row = next(line for line in result.stdout.splitlines() if "一、本年新收" in line)
    assert row.split()[1:] == ["3", "0", "0", "0", "0", "0", "3"]


def test_a_blank_is_printed_as_a_blank(ogi):
    path = ogi.write("blank.md", report_text({"proactive.penalties.decisions": ""}))
    result = ogi("read", path)
    row = next(line for line in result.stdout.splitlines() if line.startswith("行政处罚"))
    assert row.split() == ["行政处罚"]
    assert "空白1格" in result.stdout


def test_a_blank_is_null_in_json(ogi):
    path = ogi.write("blank.md", report_text({"proactive.penalties.decisions": ""}))
    (made,) = ogi.json("read", "--json", path)
    assert made["cells"]["proactive.penalties.decisions"] is None


def test_pasted_text_is_read_from_standard_input(ogi):
    (made,) = ogi.json("read", "--json", "-", stdin=report_text(KEPT))
    assert made["cells"][TOTAL] == 3
    assert made["file"] == "-"


def test_a_directory_stands_for_the_documents_in_it(ogi):
    ogi.write("many/b.md", report_text(year=2022))
    ogi.write("many/deep/a.txt", report_text(year=2021))
    ogi.write("many/truth.json", "{}")
    ogi.write("many/.hidden.md", "no report")
    ogi.write("many/~$a.docx", "a lock file")
    ogi.write("many/b_files/logo.png", "beside a page that a browser saved")
    made = ogi.json("read", "--json", ogi.folder / "many")
    assert [one["year"] for one in made] == [2022, 2021]


def test_a_file_named_twice_is_read_once(ogi, kept):
    assert len(ogi.json("read", "--json", kept, kept, kept.parent)) == 1


def test_one_bad_file_costs_the_others_nothing(ogi, kept, broken):
    result = ogi("read", "--json", broken, kept, ogi.folder / "gone.pdf")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    complaints = result.stderr.splitlines()
    assert [line.partition("：")[0] for line in complaints] == [
        str(broken),
        str(ogi.folder / "gone.pdf"),
    ]
    assert "Traceback" not in result.output


def test_a_text_that_is_no_report_is_said_to_be_none(ogi):
    result = ogi("read", ogi.write("letter.txt", "尊敬的各位同事：\n明天放假。\n"))
    assert result.exit_code == 2
    assert "letter.txt" in result.stderr


def test_an_empty_directory_is_said_to_be_empty(ogi):
    (ogi.folder / "empty").mkdir()
    result = ogi("read", ogi.folder / "empty")
    assert result.exit_code == 2
    assert "目录里没有" in result.stderr


def test_a_limit_given_on_the_command_line_holds(ogi, kept):
    result = ogi("read", "--max-bytes", "100", kept)
    assert result.exit_code == 2
    assert "--max-bytes" in result.stderr


def test_a_pasted_text_obeys_the_limit_too(ogi):
    result = ogi("read", "--max-bytes", "100", "-", stdin=report_text())
    assert result.exit_code == 2


def test_several_processes_read_the_same_in_the_same_order(ogi, kept, wrong, broken):
    one = ogi("read", "--json", kept, broken, wrong)
    two = ogi("read", "--json", "--workers", "2", kept, broken, wrong)
    assert one.exit_code == two.exit_code == 2

    def lines(result):
        return [line.partition('"reading"')[0] for line in result.stdout.splitlines()]

    assert lines(one) == lines(two)
    assert one.stderr == two.stderr


def test_colours_and_frames_stay_on_the_terminal(ogi, kept):
    printed = ogi("read", kept).stdout
    assert "\x1b" not in printed
    assert not set("│┃─━┌└╭╰") & set(printed)
    assert all(line == line.rstrip() for line in printed.splitlines())


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_column_is_lost_on_a_narrow_terminal(capsys, width):
    row = "applications.received."
    keys = [address for address in report().cells if address.startswith(row)]
    cells = {address: 100 + number for number, address in enumerate(keys)}
    show_report(report(cells=cells), Screen(width=width))
    printed = capsys.readouterr().out
    line = next(line for line in printed.splitlines() if line.startswith("一、本年新收"))
    assert line.split()[1:] == [str(value) for value in cells.values()]
    assert max(len(line) for line in printed.splitlines()) <= width


def test_doubt_and_unreadable_cells_are_told_apart_from_others(capsys):
    cells = {
        "proactive.licensing.decisions": doubted(126, "末位有墨点", "126", "128"),
        "proactive.penalties.decisions": unreadable("12", "1", "12"),
    }
    show_report(report(cells=cells), Screen(width=100))
    printed = capsys.readouterr().out
    assert "126?" in printed
    assert "无法读取?" in printed
    assert "可能是 126或128" in printed


def test_the_pages_of_a_pdf_are_drawn_and_other_formats_say_they_have_none(ogi, kept, printed):
    out = ogi.folder / "drawn"
    result = ogi("read", "--json", "--draw", out, printed, kept)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == f"{kept}：只有PDF和图片有页面图像，没有画\n"
    first = next(iter(sorted(out.iterdir())))
    assert first.name.endswith("-001.png")
    assert first.read_bytes().startswith(b"\x89PNG")
