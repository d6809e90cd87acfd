"""The register (规则目录): every rule there is, by code."""

import sys
from collections.abc import Iterable
from pathlib import Path

from ogi.checks import narrative, plausibility, relations, shape, years
from ogi.checks.rule import Rule
from ogi.data import from_data
from ogi.errors import UnknownRuleError, UsageError

GROUP = "ogi.checks"


@from_data
def rules() -> tuple[Rule, ...]:
    """Return every rule, by code: those of the library, then those of installed packs.

    A pack names, in the entry-point group `ogi.checks`, an iterable of rules.
    """
    families = (years, shape, plausibility, narrative)
    own = [*relations.relation_rules(), *(rule for family in families for rule in family.RULES)]
    return tuple(sorted(by_code([*own, *_packs()]).values(), key=lambda rule: rule.code))


def _packs() -> list[Rule]:
    """Return the rules of installed packs; most machines have none, and to look is cheap."""
    places = [Path(one) for one in sys.path]
    lists = (one for place in places for one in place.glob("*-info/entry_points.txt"))
    group = f"[{GROUP}]".encode()
    if not any(group in one.read_bytes() for one in lists):
        return []
    from importlib.metadata import entry_points

    return [rule for entry in entry_points(group=GROUP) for rule in entry.load()]


def by_code(given: Iterable[Rule]) -> dict[str, Rule]:
    """Return rules by their code; refuse a code, or an old code, used twice."""
    register: dict[str, Rule] = {}
    claimed: set[str] = set()
    for rule in given:
        for code in (rule.code, *rule.aliases):
            if code in claimed:
                raise UsageError(f"the code {code} is used by two rules; codes are never reused")
            claimed.add(code)
        register[rule.code] = rule
    return register


def rule_for(code: str) -> Rule:
    """Return the rule with this code, present or former."""
    wanted = code.upper()
    for rule in rules():
        if wanted == rule.code or wanted in rule.aliases:
            return rule
    raise UnknownRuleError(f"there is no rule {code}; `ogi explain` lists the codes")
