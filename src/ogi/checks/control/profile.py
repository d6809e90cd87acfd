"""Profiles (检查方案): an office's choice of rules and severities, in its `ogi.toml`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from ogi.checks.control.settings import Settings, decoded
from ogi.checks.register import rules
from ogi.errors import SettingsError
from ogi.findings import Outcome, Severity, Verdict


class Profile(Settings, frozen=True):
    """What an office checks, and how gravely it takes it.

    `rules` and `skip` are codes, or beginnings of codes (`N`, `S5`); no `rules` means all.
    `severity` gives a rule another severity than its own. `fail_on` is the least severity
    that makes a check fail. `level` is the organ's level, where a rule asks for it.
    `accepted` is the file of accepted findings, beside the settings.
    """

    rules: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    severity: dict[str, Severity] = msgspec.field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    level: str = ""
    accepted: str = ""

    def has(self, code: str) -> bool:
        """Tell whether a rule is judged."""
        chosen = not self.rules or code.startswith(self.rules)
        return chosen and not (self.skip and code.startswith(self.skip))

    def fails(self, verdicts: Iterable[Verdict]) -> bool:
        """Tell whether a finding stands that is grave enough and that nobody answers for."""
        grave = grades(self.fail_on)
        return any(
            one.severity in grave and one.accepted is None
            for verdict in verdicts
            for one in verdict.findings
        )


class Config(Settings, frozen=True):
    """What an `ogi.toml` holds: the usual profile, and others that build on it by name."""

    check: Profile = Profile()
    profiles: dict[str, Profile] = msgspec.field(default_factory=dict)


def grades(least: Severity) -> tuple[Severity, ...]:
    """Return this severity and the graver ones."""
    every = tuple(Severity)
    return every[: every.index(least) + 1]


def read_config(path: Path) -> Config:
    """Return the settings in a file; raises SettingsError with a Chinese sentence."""
    return decoded(path, Config)


def profile_for(config: Config, name: str = "") -> Profile:
    """Return a profile by its name, "" for the usual one; raises SettingsError."""
    if name and name not in config.profiles:
        known = "、".join(config.profiles) or "没有写任何方案"
        raise SettingsError(f"没有“{name}”这个检查方案；设置文件里有：{known}")
    made = _over(config.check, config.profiles[name]) if name else config.check
    return _known(made)


def chosen(
    profile: Profile, rules: tuple[str, ...] = (), skip: tuple[str, ...] = (), fail_on: str = ""
) -> Profile:
    """Return a profile with another choice where one is given; raises SettingsError."""
    made = msgspec.structs.replace(
        profile,
        rules=rules or profile.rules,
        skip=(*profile.skip, *skip),
        fail_on=Severity(fail_on) if fail_on else profile.fail_on,
    )
    return _known(made)


def _known(profile: Profile) -> Profile:
    if wrong := list(dict.fromkeys(_unknown(profile))):
        raise SettingsError(f"没有以此开头的规则：{'、'.join(wrong)}；ogi explain 列出全部编号")
    return profile


def _over(usual: Profile, own: Profile) -> Profile:
    """Return a profile with the usual settings where it has none of its own."""
    default = Profile()
    kept = {
        name: getattr(usual, name)
        for name in Profile.__struct_fields__
        if getattr(own, name) == getattr(default, name)
    }
    return msgspec.structs.replace(own, **kept)


def _unknown(profile: Profile) -> Iterator[str]:
    codes = [code for one in rules() for code in (one.code, *one.aliases)]
    for start in (*profile.rules, *profile.skip, *profile.severity):
        if not any(code.startswith(start.upper()) for code in codes):
            yield start


def applied(verdicts: Sequence[Verdict], profile: Profile) -> tuple[Verdict, ...]:
    """Return the verdicts of the rules a profile has, each finding as gravely as it says."""
    return tuple(_graded(one, profile) for one in verdicts if profile.has(one.code))


def _graded(verdict: Verdict, profile: Profile) -> Verdict:
    wanted = profile.severity.get(verdict.code)
    if wanted is None or verdict.outcome is not Outcome.BROKEN:
        return verdict
    findings = tuple(
        one if one.severity is wanted else replace(one, severity=wanted, usual=one.severity)
        for one in verdict.findings
    )
    return replace(verdict, findings=findings)
