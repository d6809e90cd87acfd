"""The auditor's controls on the command line: which rules, how gravely, what is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ogi.cli.options import OneOf
from ogi.cli.screen import echo
from ogi.cli.texts import Say
from ogi.errors import SettingsError

if TYPE_CHECKING:
    from ogi.checks.control import Profile
    from ogi.findings import Acceptance, Verdict

SETTINGS = "ogi.toml"
FAILING = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Controls:
    """A profile, the accepted findings, and the day on which they are asked for."""

    profile: "Profile"
    acceptances: "tuple[Acceptance, ...]"
    on: date
    source: str = ""

    def applied(self, verdicts: "Iterable[Verdict]") -> "tuple[Verdict, ...]":
        """Return verdicts as the office wants them."""
        from ogi.checks.control import accept, applied

        return accept(applied(tuple(verdicts), self.profile), self.acceptances, self.on)


def control_options(say: Say) -> list[click.Parameter]:
    """Return the options by which an office chooses."""
    path = click.Path(path_type=Path)
    return [
        click.Option(["--rules"], metavar="CODES", help=say("rules")),
        click.Option(["--skip"], metavar="CODES", help=say("skip")),
        click.Option(["--fail-on"], type=OneOf(say, FAILING), metavar="LEVEL", help=say("fail_on")),
        click.Option(["--config"], type=path, metavar="FILE", help=say("config")),
        click.Option(["--profile"], metavar="NAME", default="", help=say("profile")),
        click.Option(["--accepted"], type=path, metavar="FILE", help=say("accepted")),
    ]


def controls_of(options: dict[str, object]) -> Controls:
    """Return the controls that the options give, and take them out of the options.

    Without --config the `ogi.toml` of the working directory counts, if there is one. An
    option prevails over the file. Raises a usage error with what is wrong in a file.
    """
    try:
        return _controls(options)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


def _controls(options: dict[str, object]) -> Controls:
    from ogi.checks.control import Config, profile_for, read_acceptances, read_config
    from ogi.checks.control.profile import chosen

    named = options.pop("config")
    path = named if isinstance(named, Path) else Path(SETTINGS)
    there = named is not None or path.is_file()
    config = read_config(path) if there else Config()
    profile = profile_for(config, str(options.pop("profile")))
    profile = chosen(
        profile,
        rules=_codes(options.pop("rules")),
        skip=_codes(options.pop("skip")),
        fail_on=str(options.pop("fail_on") or ""),
    )
    accepted = options.pop("accepted")
    if not isinstance(accepted, Path) and profile.accepted:
        accepted = path.parent / profile.accepted
    acceptances = read_acceptances(accepted) if isinstance(accepted, Path) else ()
    return Controls(profile, acceptances, date.today(), str(path) if there else "")


def _codes(words: object) -> tuple[str, ...]:
    return tuple(str(words).upper().replace("，", ",").replace(",", " ").split()) if words else ()


def say_useless(controls: Controls, found: Iterable[str], organs: Iterable[str]) -> None:
    """Say on standard error which acceptances do nothing."""
    from ogi.checks.control import useless

    for sentence in useless(controls.acceptances, set(found), set(organs), controls.on):
        echo(f"接受的问题：{sentence}", err=True)
