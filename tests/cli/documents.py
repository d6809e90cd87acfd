"""Small reports of a fictional organ, written as Markdown from the form itself."""

from collections.abc import Mapping

from ogi.form import edition


def report_text(cells: Mapping[str, int | str] | None = None, year: int = 2023) -> str:
    """Return a report with 0 in every cell, but for those named."""
    values = dict(cells or {})
    form = edition(2021)
    lines = [f"# 云岭县林业局{year}年政府信息公开工作年度报告", ""]
    for section in form.sections:
        lines += [f"## {section.number}、{section.title}", ""]
        if section.key == "proactive":
            lines += _proactive(values)
        elif section.key == "applications":
            lines += _rows(values)
        elif section.key == "disputes":
            lines += _disputes(values)
        else:
            lines += [_TEXTS[section.key], ""]
    return "\n".join(lines)


_TEXTS = {
    "overview": "本机关依法公开政府信息，做好依申请公开、信息管理、平台建设和监督保障。",
    "problems": "公开的时效还不够，将加强日常检查。",
    "other": "本年度发出收费通知0件，总金额0元，实际收取0元。",
}


def _line(boxes: list[str]) -> str:
    return "| " + " | ".join(boxes) + " |"


def _proactive(values: Mapping[str, int | str]) -> list[str]:
    table = edition(2021).tables["proactive"]
    lines: list[str] = []
    heading = ""
    for row in table.rows:
        if row.groups[0] != heading:
            heading = row.groups[0]
            labels = [column.label for column in row.columns]
            if lines:
                lines += [_line([heading, "", "", ""])]
            else:
                lines += [_line([heading, "", "", ""]), _line(["---"] * 4)]
            lines.append(_line([table.corner, *labels, *[""] * (3 - len(labels))]))
        cells = [str(values.get(table.address(row, c), 0)) for c in row.columns]
        lines.append(_line([row.label, *cells, *[""] * (3 - len(cells))]))
    return [*lines, ""]


def _rows(values: Mapping[str, int | str]) -> list[str]:
    table = edition(2021).tables["applications"]
    labels = [column.label for column in table.rows[0].columns]
    lines = [_line(["", "", "", *labels]), _line(["---"] * (3 + len(labels)))]
    for row in table.rows:
        heads = [*row.groups, row.label]
        cells = [str(values.get(table.address(row, c), 0)) for c in row.columns]
        lines.append(_line([*heads, *[""] * (3 - len(heads)), *cells]))
    return [*lines, ""]


def _disputes(values: Mapping[str, int | str]) -> list[str]:
    table = edition(2021).tables["disputes"]
    heads, labels, cells = [], [], []
    for row in table.rows:
        heads += [row.label, *[""] * (len(row.columns) - 1)]
        labels += [column.label for column in row.columns]
        cells += [str(values.get(table.address(row, c), 0)) for c in row.columns]
    return [_line(heads), _line(["---"] * len(heads)), _line(labels), _line(cells), ""]


WRONG = {"applications.received.natural_person": 3, "applications.received.total": 5}
KEPT = {
    "applications.received.natural_person": 3,
    "applications.received.total": 3,
    "applications.granted.natural_person": 3,
    "applications.granted.total": 3,
    "applications.closed.natural_person": 3,
    "applications.closed.total": 3,
}
