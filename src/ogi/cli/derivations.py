"""A due date on the terminal: the day, the days left, and how it was counted."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ogi.cli.screen import Screen
from ogi.docket.words import long_day

if TYPE_CHECKING:
    from ogi.cli.answer import Answer
    from ogi.clock import DueDate, Line


def show_answer(answer: "Answer", explain: bool, screen: Screen) -> None:
    """Print what there is to say of one case."""
    clock, history = answer.clock, answer.history
    title = "　".join(part for part in (answer.name, answer.state) if part)
    if title:
        screen.line(title, "bold")
    if history.received_on and history.received_on <= clock.on:
        receipt = f"{long_day(history.received_on)}　{history.receipt}"
        screen.line(f"收到申请之日　{receipt}")
    screen.line(f"答复期限　　　{_due(answer)}", "bold red" if clock.overdue else "bold")
    for said in (*answer.waiting, answer.why):
        if said:
            screen.line(said)
    if explain:
        _show_lines(answer.derivation.lines, screen)
    _show_dates(answer.dates, screen)
    for trouble in answer.astray:
        screen.line(f"台账里不合规定的地方　{trouble}", "yellow")
    warned = [one.says for one in clock.doubts]
    for note in clock.notes:
        doubtful = note in warned
        screen.line(f"{'注意' if doubtful else '说明'}　{note}", "yellow" if doubtful else "dim")


def _due(answer: "Answer") -> str:
    clock = answer.clock
    if clock.due is None:
        return _open(answer)
    day = long_day(clock.due)
    if clock.state.value == "unsettled":
        day += "（没有确认收到，从到件之日起算）"
    if clock.ended_on:
        said = f"逾期{clock.overdue}个工作日" if clock.overdue else "按期"
        return f"{day}　{long_day(clock.ended_on)}{clock.ending}，{said}"
    if clock.overdue:
        return f"{day}　逾期{clock.overdue}个工作日"
    left = f"还有{clock.left}个工作日" if clock.left else "今天是最后一天"
    return f"{day}　{left}" + ("（今天恢复计算的话）" if clock.state.value == "paused" else "")


def _open(answer: "Answer") -> str:
    """Say why there is no last day yet."""
    clock = answer.clock
    if clock.provisional_due:
        return f"待定，暂推为{long_day(clock.provisional_due)}"
    if clock.state.value == "broken":
        return "待重新计算"
    return "收到申请之日还没有确定" if clock.period is None else "待定"


def _show_lines(lines: "tuple[Line, ...]", screen: Screen) -> None:
    """Print the derivation as a table on a terminal, else as plain lines."""
    if not lines:
        return
    rows = [
        (_days(line.first, line.last), line.nature, _numbers(line), line.why, line.source)
        for line in lines
    ]
    _show_table(("日期", "性质", "第几个", "说明", "依据"), rows, screen)


def _show_dates(dates: "tuple[DueDate, ...]", screen: Screen) -> None:
    rows = [
        (
            _day(one),
            one.code,
            f"{one.whose}：{one.label}",
            one.then,
            str(one.cites),
        )
        for one in dates
    ]
    if rows:
        _show_table(("最迟", "期限", "谁、做什么", "不做的后果", "依据"), rows, screen)


def _day(one: "DueDate") -> str:
    if one.day is None:
        return one.why or "待定"
    return f"{one.day}（暂推）" if one.provisional else str(one.day)


def _show_table(heads: Sequence[str], rows: Sequence[Sequence[str]], screen: Screen) -> None:
    from rich import box
    from rich.table import Table

    grid = Table(box=box.SIMPLE_HEAD if screen.terminal else None, show_edge=False, padding=(0, 1))
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    screen.line()
    screen.show(grid)


def _days(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    until = last.isoformat() if first.year != last.year else last.strftime("%m-%d")
    return f"{first.isoformat()}—{until}"


def _numbers(line: "Line") -> str:
    if not line.counts:
        return ""
    if line.first_number == line.last_number:
        return str(line.first_number)
    return f"{line.first_number}—{line.last_number}"


def answer_json(answer: "Answer", explain: bool) -> dict[str, Any]:
    """Return what there is to say of one case, as plain JSON values."""
    clock = answer.clock
    made: dict[str, Any] = {
        "case": answer.name,
        "on": clock.on.isoformat(),
        "state": answer.state,
        "clock": clock.state.value,
        "received_on": _iso(answer.history.received_on),
        "due": _iso(clock.due),
        "provisional_due": _iso(clock.provisional_due),
        "left": clock.left,
        "overdue": clock.overdue,
        "ended_on": _iso(clock.ended_on),
        "ending": clock.ending,
        "waiting": list(answer.waiting),
        "why": answer.why,
        "dates": [_date_json(one) for one in answer.dates],
        "astray": list(answer.astray),
        "doubts": [{"says": one.says, "due": _iso(one.due)} for one in clock.doubts],
        "notes": list(clock.notes),
        "provisional_years": list(clock.provisional_years),
    }
    if explain:
        made["lines"] = [_line_json(line) for line in answer.derivation.lines]
    return made


def _date_json(one: "DueDate") -> dict[str, Any]:
    return {
        "code": one.code,
        "label": one.label,
        "day": _iso(one.day),
        "whose": one.whose,
        "then": one.then,
        "why": one.why,
        "source": str(one.cites),
    }


def _line_json(line: "Line") -> dict[str, Any]:
    return {
        "first": line.first.isoformat(),
        "last": line.last.isoformat(),
        "nature": line.nature,
        "counts": line.counts,
        "numbers": [line.first_number, line.last_number] if line.counts else [],
        "why": line.why,
        "source": line.source,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
