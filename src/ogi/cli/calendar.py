"""`ogi calendar`: the working days of a year, and counting with them."""

from datetime import date
from typing import TYPE_CHECKING

import click

from ogi.cli.days import day_of
from ogi.cli.options import Command, flag
from ogi.cli.regions import region_of
from ogi.cli.screen import Screen, echo
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.workdays import WorkCalendar


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""
    params: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, required=True, metavar=say("calendar.metavar")),
        click.Option(["--region"], default="", metavar="KEY|FILE", help=say("calendar.region")),
        flag(say, "--provisional", "provisional", "calendar.provisional"),
        flag(say, "--explain", "explain", "calendar.explain"),
        flag(say, "--json", "as_json", "calendar.json"),
    ]
    return Command("calendar", say, params=params, callback=calendar)


def calendar(
    words: tuple[str, ...], region: str, provisional: bool, explain: bool, as_json: bool
) -> int:
    """Show a year, add working days to a day, or count them between two days."""
    from ogi.errors import UnknownYearError, UsageError
    from ogi.workdays import WorkCalendar

    try:
        working = WorkCalendar(region_of(region), provisional)
        match words:
            case ("add", start, number):
                _add(working, day_of(start), _whole(number), explain, as_json)
            case ("count", after, until):
                _count(working, day_of(after), day_of(until), explain, as_json)
            case (year,) if year.isdecimal() and len(year) == len("YYYY") and int(year) > 1:
                _show(working, int(year), as_json)
            case _:
                raise click.UsageError(
                    "写法：ogi calendar 2026，ogi calendar add 2026-09-18 20，"
                    "或者 ogi calendar count 2026-09-18 2026-10-22"
                )
    except UnknownYearError as error:
        if provisional:
            raise click.UsageError("日期或者天数太大，离已收录的年份太远，算不出") from error
        raise click.UsageError(f"{error.says}（--provisional）") from error
    except UsageError as error:
        raise click.UsageError("日期或者天数太大，离已收录的年份太远，算不出") from error
    return 0


def _whole(word: str) -> int:
    if not word.isdecimal() or len(word) > len("1000000"):
        raise click.UsageError(f"{word} 应当是工作日的个数")
    return int(word)


def _add(working: "WorkCalendar", start: date, number: int, explain: bool, as_json: bool) -> None:
    day = working.add(start, number)
    if as_json:
        _print_json(working, start, day, {"workdays": number, "day": day.isoformat()}, explain)
        return
    if explain:
        _explain(working, start, day)
    echo(day.isoformat())
    _caveats(working, start, day)


def _count(working: "WorkCalendar", after: date, until: date, explain: bool, as_json: bool) -> None:
    number = working.count(after, until)
    if as_json:
        _print_json(working, after, until, {"workdays": number}, explain)
        return
    if explain:
        _explain(working, after, until)
    echo(str(number))
    _caveats(working, after, until)


def _explain(working: "WorkCalendar", start: date, until: date) -> None:
    from ogi.law import provision

    rule = provision("start_day_counts", start)
    echo(f"{start}　不计　起算日（{rule.note}：{rule.cites}）")
    number = 0
    for one in working.days(start, until):
        number += one.counts
        echo(f"{one.day}　{f'第{number}个' if one.counts else '不计'}　{one.why}")


def _caveats(working: "WorkCalendar", after: date, until: date) -> None:
    for caveat in working.caveats(after, until):
        echo(f"说明：{caveat}")


def _print_json(
    working: "WorkCalendar",
    after: date,
    until: date,
    result: dict[str, object],
    explain: bool,
) -> None:
    from ogi.writing.json import dumps

    days = [
        {"day": one.day.isoformat(), "counts": one.counts, "why": one.why}
        for one in (working.days(after, until) if explain else ())
    ]
    made = {
        "after": after.isoformat(),
        "until": until.isoformat(),
        **result,
        "provisional_years": list(working.provisional_years(after, until)),
    }
    echo(dumps({**made, "days": days} if explain else made))


def _show(working: "WorkCalendar", year: int, as_json: bool) -> None:
    from ogi.cli.year import show_year, year_json

    if as_json:
        from ogi.writing.json import dumps

        echo(dumps(year_json(working, year)))
        return
    show_year(working, year, Screen())
