"""Small reports of fictional organs, whole: a title, three tables, the running text."""

import random

from reading.damage import as_html, as_text, draw_cells, print_tables

from ogi.form import AnnualReport, edition

OVERVIEW = "本机关按照要求公开政府信息，更新机构职能，办理政府信息公开申请，开展日常检查。"
PROBLEMS = "主要问题是解读材料的形式比较单一，今后将多用图解，并且在服务窗口摆放纸质材料。"


def title_of(organ: str, year: int = 2023) -> str:
    return f"{organ}{year}年政府信息公开工作年度报告"


def made(
    organ: str, year: int = 2023, *, seed: int = 1, style: str = "html", title: str | None = None
) -> tuple[bytes, dict[str, int]]:
    """Return a report as HTML or text, and its figures."""
    cells = draw_cells(edition(2021), random.Random(seed), largest=9)
    tables = print_tables(edition(2021), cells)
    head = title_of(organ, year) if title is None else title
    page = as_html(tables, head) if style == "html" else as_text(tables, head, style)
    text = page.decode().replace("一切按规定办理。", OVERVIEW).replace("没有。", PROBLEMS)
    signed = (organ, f"{year + 1}年1月20日")
    end = "".join(f"<p>{line}</p>" if style == "html" else f"\n{line}" for line in signed)
    return f"{text}{end}\n".encode(), cells


def says(report: AnnualReport, cells: dict[str, int]) -> bool:
    """Tell whether a report has these figures in every cell."""
    return all(report.value(address) == value for address, value in cells.items())
