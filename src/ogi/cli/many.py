"""What is said of many reports together: a line each, the sums, and files for all of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ogi.cli.output import write_out
from ogi.cli.screen import Screen

if TYPE_CHECKING:
    from rich.table import Table

    from ogi.writing.findings.audit import Audit


def show_totals(audits: "Sequence[Audit]", shown: Sequence[str], screen: Screen) -> None:
    """Print a table of the reports, those with nothing in it left out, and a line of sums."""
    from ogi.findings import Severity
    from ogi.writing.findings.audit import totals

    told = [one for one in audits if _told(one, shown)]
    if told:
        screen.line()
        screen.show(_table(told, screen))
    summed = totals(audits)
    rest = summed.reports - sum(one.report is not None for one in told)
    parts = [
        f"{summed.reports}份报告",
        f"{summed.errors}个{Severity.ERROR.label}",
        f"{summed.warnings}个{Severity.WARNING.label}",
        f"{summed.doubted}格存疑",
        f"{summed.unread}格读不出",
    ]
    if summed.accepted:
        parts.append(f"{summed.accepted}个有人接受")
    if summed.failed:
        parts.append(f"{summed.failed}个文件没有读成")
    screen.line()
    screen.line(f"合计：{'，'.join(parts)}" + (f"；其余{rest}份没有列出" if rest else ""), "bold")


def _told(audit: "Audit", shown: Sequence[str]) -> bool:
    if audit.report is None or any(one.severity.value in shown for one in audit.findings):
        return True
    return "note" in shown or ("warning" in shown and bool(audit.doubted or audit.unread))


def _table(audits: "Iterable[Audit]", screen: Screen) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from ogi.cli.console import Folded
    from ogi.findings import Severity

    look = box.SIMPLE_HEAD if screen.terminal else None
    table = Table(box=look, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("机关", overflow="fold")
    heads = ("年度", Severity.ERROR.label, Severity.WARNING.label, "存疑", "读不出")
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    for audit in audits:
        if audit.report is None:
            table.add_row(Folded(audit.organ), *("—",) * len(heads))
            continue
        numbers = (
            audit.number(Severity.ERROR),
            audit.number(Severity.WARNING),
            audit.doubted,
            audit.unread,
        )
        styles = ("bold red", "yellow", "magenta", "magenta")
        cells = (
            Text(str(number), style=style if number else "dim")
            for number, style in zip(numbers, styles, strict=True)
        )
        table.add_row(Folded(audit.organ), str(audit.report.year or "—"), *cells)
    return table


def check_outputs(outs: Sequence[Path]) -> None:
    """Refuse an output whose suffix no writer knows."""
    from ogi.writing.findings.writers import WRITERS

    for out in outs:
        if out.suffix.lower() not in WRITERS:
            raise click.UsageError(f"{out.name}：后缀应当是 {'、'.join(WRITERS)} 之一")


def write_outputs(audits: "Sequence[Audit]", outs: Sequence[Path]) -> None:
    """Write the findings of all reports to files, each in the format of its suffix."""
    from ogi.writing.findings.writers import WRITERS

    for out in outs:
        write_out(out, WRITERS[out.suffix.lower()](audits))
