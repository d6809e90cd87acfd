"""Several reports in one document, and tables that are printed twice in one report."""

import io
import random
import re
from copy import deepcopy

import openpyxl
import pytest
from reading.damage import as_html, as_text, draw_cells, print_tables
from reading.made import OVERVIEW, made, says, title_of

from ogi.form import edition
from ogi.reading import read_all_bytes, read_bytes

STYLES = ("html", "tabs", "pipes", "lines", "cells")
ORGANS = ("云川县水务局", "云川县教育局", "云川县林业局")


def joined(style, titles, organs=ORGANS, years=(2023, 2023, 2023)):
    """Return reports one after the other in one document, and the figures of each."""
    pages, truths = [], []
    for number, (organ, year) in enumerate(zip(organs, years, strict=True)):
        title = titles(organ, year)
        page, cells = made(organ, year, seed=number + 5, style=style, title=title)
        pages.append(page)
        truths.append(cells)
    return b"\n".join(pages), truths


@pytest.mark.parametrize("style", STYLES)
def test_a_collection_is_read_report_by_report(style):
    data, truths = joined(style, title_of)
    found = list(read_all_bytes(data, "汇编.txt"))
    assert [one.name for one in found] == ["汇编.txt#1", "汇编.txt#2", "汇编.txt#3"]
    assert [one.report.organ for one in found] == list(ORGANS)
    assert all(says(one.report, cells) for one, cells in zip(found, truths, strict=True))
    assert [len(one.report.headings) for one in found] == [6, 6, 6]
    assert "这是第2份" in found[1].report.remarks[-1]


@pytest.mark.parametrize("style", STYLES)
def test_reports_are_told_apart_without_titles(style):
    data, truths = joined(style, lambda organ, year: organ)
    found = list(read_all_bytes(data, "x"))
    assert all(says(one.report, cells) for one, cells in zip(found, truths, strict=True))
    assert [one.report.sections["overview"].text for one in found] == [OVERVIEW] * 3


def test_a_title_of_two_lines_goes_to_its_own_report():
    def titles(organ, year):
        return f"{organ}\n{year}年政府信息公开工作年度报告"

    data, truths = joined("tabs", titles)
    found = list(read_all_bytes(data, "x"))
    assert [one.report.organ for one in found] == list(ORGANS)
    assert all(says(one.report, cells) for one, cells in zip(found, truths, strict=True))
    assert all("水务局" not in one.report.sections["other"].text for one in found[1:])


def test_two_years_of_one_organ_are_two_reports():
    data, truths = joined("html", title_of, ["云川县水务局"] * 2, (2023, 2022))
    first, second = read_all_bytes(data, "两年.html")
    assert (first.report.year, second.report.year) == (2023, 2022)
    assert says(first.report, truths[0])
    assert says(second.report, truths[1])


def test_reports_of_sentences_alone_are_told_apart():
    def text(organ):
        heads = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
        heads += ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"]
        body = [line for head in heads for line in (head, f"{organ}按照要求办理，{OVERVIEW}")]
        return "\n".join([title_of(organ), *body])

    data = "\n".join(text(organ) for organ in ORGANS).encode()
    assert [one.report.organ for one in read_all_bytes(data, "x")] == list(ORGANS)


def test_a_title_on_every_page_begins_no_report():
    page, cells = made("云川县水务局", style="lines")
    lines = page.decode().splitlines()
    paged = []
    for number, line in enumerate(lines):
        paged += [title_of("云川县水务局")] if number % 12 == 0 else []
        paged.append(line)
    (found,) = read_all_bytes("\n".join(paged).encode(), "x")
    assert says(found.report, cells)


def test_a_cover_and_a_list_of_contents_begin_no_report():
    page, cells = made("云川县水务局", style="tabs")
    cover = [title_of("云川县水务局"), "目录", "一、总体情况", "二、主动公开政府信息情况"]
    cover += ["三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"]
    (found,) = read_all_bytes("\n".join([*cover, page.decode()]).encode(), "x")
    assert says(found.report, cells)
    assert found.report.sections["overview"].text == OVERVIEW


def test_a_list_of_the_reports_in_a_collection_is_no_report():
    data, truths = joined("tabs", title_of)
    contents = "\n".join(["目录", *(title_of(organ) for organ in ORGANS)])
    found = list(read_all_bytes(contents.encode() + b"\n" + data, "x"))
    assert [one.report.organ for one in found] == list(ORGANS)
    assert all(says(one.report, cells) for one, cells in zip(found, truths, strict=True))


def test_a_report_printed_twice_is_read_once():
    page, cells = made("云川县水务局")
    (found,) = read_all_bytes(page + page, "x")
    assert found.name == "x"
    assert says(found.report, cells)
    assert any("印了两次" in remark for remark in found.report.remarks)


def workbook(*sheets: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append([int(text) if text.isdecimal() else text for text in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows_of(organ, seed, title):
    text, cells = made(organ, seed=seed, style="tabs", title=title)
    return [line.split("\t") for line in text.decode().splitlines()], cells


@pytest.mark.parametrize("titled", [True, False])
def test_sheets_of_a_workbook_are_reports_of_their_own(titled):
    pairs = [
        rows_of(organ, number, title_of(organ) if titled else "")
        for number, organ in enumerate(ORGANS)
    ]
    found = list(read_all_bytes(workbook(*(rows for rows, _ in pairs)), "各局.xlsx"))
    assert all(says(one.report, cells) for one, (_, cells) in zip(found, pairs, strict=True))


def test_a_report_over_several_sheets_is_one():
    rows, cells = rows_of("云川县水务局", 3, title_of("云川县水务局"))
    cuts = [n for n, row in enumerate(rows) if row[0].startswith(("二、主", "三、收", "四、"))]
    parts = [rows[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    (found,) = read_all_bytes(workbook(*parts), "x.xlsx")
    assert says(found.report, cells)


def twice(change=lambda table: table, between=""):
    """Return a report whose third table is printed again behind it."""
    page, cells = made("云川县水务局")
    text = page.decode()
    start = text.index("<table>", text.index("三、收到"))
    end = text.index("</table>", start) + len("</table>")
    again = f"<p>{between}</p>{change(text[start:end])}"
    return (text[:end] + again + text[end:]).encode(), cells


def changed(table: str) -> str:
    """Print another number in the first row of figures."""
    at = table.index("一、本年新收")
    cell = table.index('">', table.index("<td", at)) + 2
    return table[:cell] + "777" + table[table.index("<", cell) :]


def test_a_table_printed_twice_with_the_same_figures_is_read_once():
    data, cells = twice()
    report = read_bytes(data)
    assert says(report, cells)
    assert not any(cell.doubts for cell in report.cells.values())
    assert any("印了两次，数字相同" in remark for remark in report.remarks)


def test_a_table_printed_twice_with_other_figures_is_doubted_with_both():
    data, cells = twice(changed)
    report = read_bytes(data)
    address = "applications.received.natural_person"
    (doubt,) = report.cells[address].doubts
    assert doubt.candidates == (str(cells[address]), "777")
    assert report.value(address) == cells[address]
    assert [a for a, cell in report.cells.items() if cell.doubts] == [address]
    assert any("1格不同" in remark for remark in report.remarks)


def test_the_table_of_another_year_beside_the_own_one_is_no_second_print():
    data, cells = twice(changed, between="附：2022年收到和处理政府信息公开申请情况")
    report = read_bytes(data)
    assert says(report, cells)
    assert not any(cell.doubts for cell in report.cells.values())
    assert any("2022年" in remark for remark in report.remarks)


def test_of_two_years_the_table_of_the_own_one_is_read_wherever_it_stands():
    data, cells = twice(between="2023年收到和处理政府信息公开申请情况")
    text = data.decode()
    start = text.index("<table>", text.index("三、收到"))
    end = text.index("</table>", start)
    data = f"{text[:start]}<p>2022年情况</p>{changed(text[start:end])}{text[end:]}".encode()
    report = read_bytes(data)
    assert says(report, cells)
    assert any("2022年" in remark for remark in report.remarks)


def test_a_table_torn_in_two_is_put_together():
    """Something long stands between the halves, as where a page was put into a page."""
    page, cells = made("云川县水务局")
    text = page.decode()
    rows = [at.start() for at in re.finditer("<tr", text)]
    middle = next(at for at in rows if at > text.index("（四）无法提供") - 200)
    torn = f"{text[:middle]}</table>{'<p>印章</p>' * 100}<table>{text[middle:]}"
    (found,) = read_all_bytes(torn.encode(), "x.html")
    assert says(found.report, cells)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(3))
def test_a_table_printed_again_is_found_in_every_layout(style, number):
    cells = draw_cells(edition(2021), random.Random(number), largest=9)
    tables = print_tables(edition(2021), cells)
    again = deepcopy(tables[number])
    row = next(row for row in reversed(again.rows) if row.addresses[0])
    row.values[0] = "777"
    printed = [*tables[: number + 1], again, *tables[number + 1 :]]
    title = title_of("云川县水务局")
    report = read_bytes(
        as_html(printed, title) if style == "html" else as_text(printed, title, style)
    )
    assert says(report, cells)
    doubted = [address for address, cell in report.cells.items() if cell.doubts]
    assert doubted == [row.addresses[0]]
