"""`ogi letter`: a letter of a case, or exactly what is missing before it may go out."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ogi.cli.days import day_of
from ogi.cli.options import Command, flag
from ogi.cli.output import keep, write_out
from ogi.cli.screen import Screen, echo
from ogi.cli.texts import Say
from ogi.errors import ReadingError

if TYPE_CHECKING:
    from ogi.casework import Ledger
    from ogi.clock import Line
    from ogi.letters import Letter, LetterForm, Unissued


def command(say: Say) -> click.Command:
    """Return the command, its help in the chosen language."""

    def path(*names: str, key: str, metavar: str) -> click.Option:
        kind = click.Path(path_type=Path)
        return click.Option(list(names), type=kind, metavar=metavar, help=say(f"letter.{key}"))

    params: list[click.Parameter] = [
        click.Argument(["code"], required=False, metavar="[CODE]"),
        click.Argument(["ledger"], required=False, metavar="[LEDGER]"),
        path("--organ", key="organ", metavar="FILE"),
        click.Option(["--on", "on_day"], metavar="DATE", help=say("letter.on")),
        click.Option(
            ["--fact", "facts"], multiple=True, metavar="NAME=VALUE", help=say("letter.fact")
        ),
        path("-o", "--out", key="out", metavar="OUT"),
        flag(say, "--receipt", "receipt", "letter.receipt"),
        flag(say, "--explain", "explain", "letter.explain"),
        flag(say, "--list", "listing", "letter.list"),
    ]
    return Command("letter", say, params=params, callback=letter, epilog=say("letter.exit_codes"))


def letter(
    code: str | None,
    ledger: str | None,
    organ: Path | None,
    on_day: str | None,
    facts: tuple[str, ...],
    out: Path | None,
    receipt: bool,
    explain: bool,
    listing: bool,
) -> int:
    """Print a letter, or what is missing; 1 when it cannot be issued."""
    from ogi.letters import Letter, compose, load_organ

    if listing:
        _list(code)
        return 0
    if not code or not ledger or not organ:
        raise click.UsageError("写明文书代码、台账文件和 --organ 机关信息；--list 列出全部文书")
    _known(code)
    day = day_of(on_day) if on_day else date.today()
    try:
        acts, given = _read(ledger, code)
        given |= _facts(facts)
        made = compose(code, acts, load_organ(organ), day, given)
    except ReadingError as error:
        raise click.UsageError(f"{error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{ledger} 打不开，或者不是UTF-8文字") from error
    if not isinstance(made, Letter):
        _refuse(made)
        return 1
    _issue(made, out, receipt)
    if explain:
        _explain(made, Screen())
    for note in made.notes:
        echo(f"说明　{note}", err=True)
    return 0


def _known(code: str) -> "LetterForm":
    from ogi.letters import letter_forms

    form = letter_forms().get(code)
    if form is None:
        raise click.UsageError(f"没有文书{code}。--list 列出全部文书")
    return form


def _list(code: str | None) -> None:
    from ogi.letters import letter_forms

    forms = [_known(code)] if code else list(letter_forms().values())
    screen = Screen()
    for form in forms:
        screen.line(f"{form.code}　{form.name}　{form.when}")
        if code:
            for line in _needs(form):
                screen.line(f"　　{line}")


def _needs(form: "LetterForm") -> Iterator[str]:
    from ogi.letters import elements, needed_by_all

    known = elements()
    for key in dict.fromkeys((*needed_by_all(form.to), *form.needs)):
        yield f"{known[key].name}：{known[key].source}"
    for group in form.one_of:
        yield f"{'或者'.join(known[key].name for key in group)}：{known[group[0]].source}"
    for key in form.may:
        yield f"{known[key].name}（可以不写）：{known[key].source}"


def _read(name: str, code: str) -> "tuple[Ledger, dict[str, Any]]":
    """Return the ledger of a file, and the facts that stand in it under `letters`."""
    import yaml

    from ogi.casework import ledger_from
    from ogi.data import measure
    from ogi.errors import DataFileError, LedgerError

    keep(Path(name))
    try:
        text = Path(name).read_text(encoding="utf-8")
        measure(text, name)
        data = yaml.safe_load(text)
        facts = _facts_in(data, code)
        return ledger_from(data), dict(facts or {})
    except LedgerError as error:
        raise ReadingError("；".join(error.faults)) from error
    except (DataFileError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise ReadingError(f"{name}不合YAML的写法：{error}") from error


def _facts_in(data: object, code: str) -> Mapping[str, Any]:
    """Return the facts of a letter that stand in a ledger's file; refuse letters that are none."""
    from difflib import get_close_matches

    from ogi.letters import letter_forms

    given = data.get("letters") or {} if isinstance(data, Mapping) else {}
    for name in given:
        if name not in letter_forms():
            near = get_close_matches(str(name), letter_forms(), 1)
            more = f"，是不是{near[0]}" if near else ""
            raise ReadingError(f"letters下面没有文书{name}{more}")
    return given.get(code) or {}


def _facts(words: tuple[str, ...]) -> dict[str, Any]:
    """Return facts by name; one that is given several times has several entries."""
    found: dict[str, Any] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise click.UsageError(f"{word} 应当写成 理由=需要查阅的档案较多 的样子")
        before = found.get(name, [])
        found[name] = [*before, value] if before else [value]
    return {name: given if len(given) > 1 else given[0] for name, given in found.items()}


def _refuse(made: "Unissued") -> None:
    screen = Screen()
    screen.line(f"{made.form.code}　{made.form.name}　不能出具", "bold red")
    for one in made.missing:
        screen.line(f"缺少　{one.name}：{one.source}")
    for trouble in made.troubles:
        screen.line(f"不符　{trouble}")


def _issue(made: "Letter", out: Path | None, receipt: bool) -> None:
    from ogi.cli.paper import kind_of
    from ogi.letters import letter_paper
    from ogi.writing import print_paper

    printed = print_paper(letter_paper(made, receipt=receipt), kind_of(out) if out else "txt")
    if out is None:
        echo(printed.decode("utf-8"), newline=False)
        return
    write_out(out, printed)
    echo(str(out))


def _explain(made: "Letter", screen: Screen) -> None:
    screen.line()
    screen.line("依据", "bold")
    for cited in dict.fromkeys(str(one) for one in made.cites):
        screen.line(f"　　{cited}")
    if made.derivation:
        screen.line("日期推算", "bold")
        for line in made.derivation.lines:
            screen.line(f"　　{_derived(line)}")


def _derived(line: "Line") -> str:
    days = line.first.isoformat()
    if line.last != line.first:
        days += f"至{line.last.isoformat()}"
    numbers = ""
    if line.counts:
        span = str(line.first_number)
        if line.last_number != line.first_number:
            span += f"—{line.last_number}"
        numbers = f"第{span}个"
    return "　".join(part for part in (days, line.nature, numbers, line.why, line.source) if part)
