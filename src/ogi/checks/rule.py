"""A rule (规则): what one test is called, how grave it is, and what it rests on in law."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ogi.data import from_data
from ogi.errors import UsageError
from ogi.findings import Severity
from ogi.form import edition_for, editions
from ogi.law import Citation, cite
from ogi.place import Place


class Scope(Enum):
    """What a rule looks at: one report, or a report and the one of the year before."""

    REPORT = "report"
    YEAR_PAIR = "year_pair"


@dataclass(frozen=True, slots=True)
class Found:
    """What a test yields when words alone are not enough.

    `cells` and `places` left at None are taken from the witness; `severity` and
    `advice` left at None are those of the rule.
    """

    message: str
    value: int | Decimal | str | None = None
    expected: int | Decimal | str | None = None
    cells: tuple[str, ...] | None = None
    places: tuple[Place | None, ...] | None = None
    severity: Severity | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class CannotSay:
    """What a test yields where it cannot judge, and no single cell is the cause."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """What a test yields where the report has nothing that the rule speaks of.

    A test that compares nothing need not say so; it does to say why.
    """

    reason: str


@from_data
def _cited(references: tuple[str, ...]) -> tuple[Citation, ...]:
    """Return what references name; `form` is the notice of every edition, the newest first."""
    found: list[Citation] = []
    for reference in references:
        head, mark, part = reference.partition(":")
        if head == "form":
            forms = (one.instrument.instrument.key for one in reversed(editions()))
            found += (cite(f"{key}{mark}{part}") for key in forms)
        else:
            found.append(cite(reference))
    return tuple(found)


@from_data
def _named(citations: tuple[Citation, ...], year: int | None) -> str:
    right = edition_for(year) if year is not None else None
    others = {
        each.instrument.instrument.key for each in editions() if right is not None and each != right
    }
    own = [each for each in citations if each.instrument.key not in others]
    return "；".join(str(each) for each in own or citations)


Said = Found | CannotSay | NotApplicable
Test = Callable[..., Iterator[str | Said]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its page, its law, and the test that judges a report.

    `explanation` is the page officials read: the docstring of the test. Its first
    line is the title. `aliases` are codes the rule had before; a code that is
    retired is never used again.
    """

    code: str
    severity: Severity
    explanation: str
    references: tuple[str, ...]
    test: Test
    advice: str = ""
    scope: Scope = Scope.REPORT
    aliases: tuple[str, ...] = ()

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The provisions it rests on."""
        return _cited(self.references)

    @property
    def title(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0].removesuffix("。")

    @property
    def source(self) -> str:
        """Every legal source, as the catalogue names them."""
        return "；".join(str(citation) for citation in self.cites)

    def source_in(self, year: int | None) -> str:
        """Return the sources for a report on this year: of the editions of the form, its own."""
        return _named(self.cites, year)


def rule(
    code: str,
    severity: Severity,
    *,
    cites: str | tuple[str, ...],
    advice: str = "",
    scope: Scope = Scope.REPORT,
    aliases: tuple[str, ...] = (),
) -> Callable[[Test], Rule]:
    """Make a rule of a test: a generator that yields words, or `Found`, where it is broken.

    The test takes a `Witness` of the report, and with `scope=Scope.YEAR_PAIR` a second
    one of the report of the year before. `cites` names provisions as `ogi.law.cite`
    reads them; `form` (or `form:附件`) is the notice of whichever edition is in force.
    The decorated name is the rule itself; list it in its package's `RULES`.
    """
    references = (cites,) if isinstance(cites, str) else cites

    def make(test: Test) -> Rule:
        page = inspect.getdoc(test)
        if not page:
            raise UsageError(f"rule {code} has no docstring; the docstring is its public page")
        return Rule(
            code=code,
            severity=severity,
            explanation=unwrapped(page),
            references=references,
            test=test,
            advice=advice,
            scope=scope,
            aliases=aliases,
        )

    return make


def unwrapped(page: str) -> str:
    r"""Return a page without the line breaks of the source; parts keep lines of their own.

    >>> unwrapped("一行很长的话，\n在这里接着说。\n正例：甲。\n反例：乙。")
    '一行很长的话，在这里接着说。\n正例：甲。\n反例：乙。'
    """
    text = ""
    for line in page.splitlines():
        begins = not line or line.startswith(("正例", "反例", "改法", "- "))
        gap = "" if not text or text.endswith("\n") else "\n" if begins else ""
        if not gap and text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii():
            gap = " "
        text += gap + line + ("" if line else "\n")
    return text.strip()


def number(value: Any) -> int | Decimal | None:
    """Return a value that can be reckoned with, else None."""
    return value if isinstance(value, int | Decimal) else None
