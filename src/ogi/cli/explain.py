"""`ogi explain`: what a rule checks, or what a cell of the form is."""

from itertools import groupby
from typing import TYPE_CHECKING

import click

from ogi.cli.options import Command
from ogi.cli.screen import Screen, complain
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.checks import Rule
    from ogi.form import Column, Edition, Row, Table

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    code = click.Argument(["codes"], nargs=-1, metavar="[CODE]…")
    return Command("explain", say, params=[code], callback=explain)


def explain(codes: tuple[str, ...]) -> int:
    """Print the page of each rule or cell; the catalogue when none is named."""
    screen = Screen()
    if not codes:
        _show_catalogue(screen)
    unknown = False
    for number, code in enumerate(codes):
        if number:
            screen.line()
        unknown = not _explain(code, screen) or unknown
    return 2 if unknown else 0


def _explain(code: str, screen: Screen) -> bool:
    if "." in code:
        return _explain_cell(code, screen)
    wanted = code.upper()
    for rule in _rules():
        if wanted in (rule.code, *rule.aliases):
            _show_rule(rule, screen)
            return True
    complain(code, f"没有这条规则{_nearest(wanted)}。全部规则：ogi explain")
    return False


def _rules() -> "tuple[Rule, ...]":
    """Return every rule: of one report, of two years, and of reports added up."""
    from ogi.checks import rules
    from ogi.rollup import RULES

    return (*rules(), *RULES)


def _show_rule(rule: "Rule", screen: Screen) -> None:
    severity = rule.severity
    screen.line(f"{rule.code}　{rule.title}", "bold")
    screen.line(severity.label, _STYLES[severity.value])
    rest = rule.explanation.partition("\n")[2].strip("\n")
    if rest:
        screen.line()
        screen.line(rest)
    screen.line()
    if rule.advice and "改法：" not in rule.explanation:
        screen.line(f"怎么办：{rule.advice}")
    screen.line(f"依据：{rule.source}")
    if rule.aliases:
        screen.line(f"曾用编号：{'、'.join(rule.aliases)}")


def _show_catalogue(screen: Screen) -> None:
    from ogi.writing.tally import FAMILIES

    for letter, family in groupby(_rules(), lambda rule: rule.code[:1]):
        screen.line(f"{FAMILIES.get(letter, letter)}（{letter}）", "bold")
        for rule in family:
            screen.line(f"  {rule.code}　{rule.severity.label}　{rule.title}")
        screen.line()
    screen.line(f"共{len(_rules())}条。一条规则的说明：ogi explain R301")


def _nearest(code: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code, [rule.code for rule in _rules()], 3)
    return f"，相近的有{'、'.join(near)}" if near else ""


def _explain_cell(address: str, screen: Screen) -> bool:
    from ogi.form import editions
    from ogi.form.wording import parts_of

    found = [(form, parts) for form in editions() if (parts := parts_of(address, form))]
    if not found:
        complain(address, "没有这一格。全部地址：ogi form --addresses")
        return False
    screen.line(address, "bold")
    for form, parts in found:
        _show_cell(form, *parts, screen)
    return True


def _show_cell(
    form: "Edition", table: "Table", row: "Row", column: "Column", screen: Screen
) -> None:
    from ogi.form.wording import table_name

    address = table.address(row, column)
    screen.line()
    screen.line(f"{form.year}年版　{table_name(table.key, form)}　{table.title}")
    screen.line(f"  行　{' › '.join((*row.groups, row.label))}")
    screen.line(f"  列　{' › '.join(part for part in (column.group, column.label) if part)}")
    screen.line(f"  单位　{column.unit}")
    if address not in table.addresses:
        screen.line("  格式里没有这一列，有的机关自己加印")
    for relation in table.relations:
        if any(address in (*one.left, *one.right) for one in relation.equations):
            screen.line(f"  关系　{relation.code}　{relation.says}")
    screen.line(f"  依据　{row.cites or form.instrument}")
