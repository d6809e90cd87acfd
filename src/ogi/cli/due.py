"""`ogi due`: by which day an application must be answered, and how that was counted."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.answer import Answer
from ogi.cli.days import day_of
from ogi.cli.options import Command, OneOf, flag
from ogi.cli.texts import Say

if TYPE_CHECKING:
    from ogi.cli.ledgers import Named
    from ogi.clock import History, Jurisdiction


CHANNELS = (
    "in_person",
    "signed_post",
    "ordinary_post",
    "other_unit",
    "online",
    "email",
    "fax",
    "oral",
    "other",
)


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""

    def option(name: str, metavar: str = "DATE", many: bool = False, **rest: Any) -> click.Option:
        return click.Option(
            [f"--{name}"], metavar=metavar, multiple=many, help=say(f"due.{name}"), **rest
        )

    params: list[click.Parameter] = [
        click.Argument(["files"], nargs=-1, metavar="[FILE]…"),
        option("on"),
        option("received"),
        option("channel", "WORD", type=OneOf(say, CHANNELS, _labels), default="in_person"),
        option("corrected", "DATE..DATE", many=True),
        option("consulted", "DATE..DATE", many=True),
        option("fee", "DATE..DATE", many=True),
        option("extended", "DATE+N", many=True),
        option("replied"),
        option("region", "KEY|FILE", default=""),
        flag(say, "--provisional", "provisional", "due.provisional"),
        flag(say, "--explain", "explain", "due.explain"),
        flag(say, "--json", "as_json", "due.json"),
    ]
    return Command("due", say, params=params, callback=due, epilog=say("due.codes"))


def _labels() -> dict[str, str]:
    from ogi.casework import Channel

    return {one.value: one.label for one in Channel}


def due(files: tuple[str, ...], on: str | None, explain: bool, as_json: bool, **rest: Any) -> int:
    """Say of each case by which day it must be answered."""
    from ogi.cli.ledgers import history_of, read_ledgers

    day, place = day_of(on) if on else date.today(), _place(rest)
    if bool(files) == bool(rest["received"]):
        raise click.UsageError("写台账文件，或者用 --received 写明收到申请之日")
    named, complete = read_ledgers(files)
    answers = [_answer(one, day, place) for one in named]
    if rest["received"]:
        answers.append(_plain_answer(history_of(rest), day, place))
    _print(answers, explain, as_json)
    if not complete:
        return 2
    return int(any(one.clock.overdue for one in answers))


def _place(options: dict[str, Any]) -> "Jurisdiction":
    from ogi.cli.regions import region_of
    from ogi.clock import Jurisdiction
    from ogi.workdays import WorkCalendar

    return Jurisdiction(WorkCalendar(region_of(options["region"]), options["provisional"]))


def _answer(one: "Named", on: date, place: "Jurisdiction") -> Answer:
    from ogi.casework.intake import Registered
    from ogi.docket import astray, deadlines, derivation, history, standing

    stands = standing(one.ledger, on, place)
    numbers = [act.number for act in one.ledger if isinstance(act, Registered)]
    return Answer(
        name=numbers[0] if numbers else one.name,
        history=history(one.ledger, place),
        clock=stands.clock,
        dates=deadlines(one.ledger, on, place),
        derivation=derivation(one.ledger, on, place),
        waiting=stands.waiting,
        why=stands.why,
        state=stands.state.label,
        astray=tuple(f"{one}（{one.cites}）" for one in astray(one.ledger, place)),
    )


def _plain_answer(history: "History", on: date, place: "Jurisdiction") -> Answer:
    from ogi.clock import as_of, clock_on, derive, next_dates
    from ogi.docket import waiting, why_overdue

    clock = clock_on(history, on, place)
    return Answer(
        name="",
        history=history,
        clock=clock,
        dates=next_dates(history, on, place),
        derivation=derive(history, on, place),
        waiting=tuple(waiting(clock, as_of(history, on), place)),
        why=why_overdue(clock),
    )


def _print(answers: list[Answer], explain: bool, as_json: bool) -> None:
    from ogi.cli.derivations import answer_json, show_answer
    from ogi.cli.screen import Screen, echo

    screen = Screen()
    for number, one in enumerate(answers):
        if as_json:
            from ogi.writing.json import dumps

            echo(dumps(answer_json(one, explain)))
            continue
        if number:
            screen.line()
        show_answer(one, explain, screen)
