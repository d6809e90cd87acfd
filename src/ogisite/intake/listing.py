"""Lists of applications: filters that stand in the address, counts, pages by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from ogi.casework.table import case_table
from ogisite.core.crypto import index_of
from ogisite.core.models import Person
from ogisite.intake.models import Case
from ogisite.intake.policy import seen_by

PAGE = 30

PRESETS = {"open": "在办", "late": "逾期", "waiting": "在等别人", "over": "已结", "": "全部"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is restricted to; all of it stands in the address."""

    preset: str = "open"
    state: str = ""
    words: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Return the filters of an address; what is unknown counts for nothing."""
        preset = query.get("which", "" if query.get("q") else "open")
        state = query.get("state", "")
        return cls(
            preset if preset in PRESETS else "open",
            state if state in case_table().states else "",
            query.get("q", "").strip(),
            query.get("before", ""),
            query.get("after", ""),
        )

    def address(self, **changes: str) -> str:
        """Return the query of an address with changes, from the first page on."""
        known = {"which": self.preset, "state": self.state, "q": self.words} | changes
        return "?" + urlencode({k: v for k, v in known.items() if v or k == "which"})

    @property
    def presets(self) -> list[tuple[str, str, bool]]:
        """The choices: address, label, and whether it is chosen."""
        return [(self.address(which=k), v, k == self.preset) for k, v in PRESETS.items()]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; `later` and `earlier` are addresses, empty where there is none."""

    cases: tuple[Case, ...]
    total: int
    later: str
    earlier: str


def page_of(person: Person, filters: Filters, on: date) -> Page:
    """Return a page of the cases that a person may see."""
    found = filtered(seen_by(person, on), filters, on)
    total = found.count()
    rows = list(_beside(found, filters)[: PAGE + 1])
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    if filters.after:
        rows.reverse()
    is_first = (not filters.before and not filters.after) or bool(filters.after and not more)
    is_last = bool(filters.after) is False and not more
    later = "" if is_first or not rows else filters.address(after=_key(rows[0]))
    earlier = "" if is_last or not rows else filters.address(before=_key(rows[-1]))
    return Page(tuple(rows), total, later, earlier)


def filtered(cases: QuerySet[Case], filters: Filters, on: date) -> QuerySet[Case]:
    """Return the cases that filters leave."""
    match filters.preset:
        case "open":
            cases = cases.filter(is_over=False)
        case "late":
            cases = cases.filter(is_over=False, due_on__lt=on).exclude(still_waiting(on))
        case "waiting":
            cases = cases.filter(is_over=False).filter(still_waiting(on))
        case "over":
            cases = cases.filter(is_over=True)
    if filters.state:
        cases = cases.filter(state=filters.state)
    if filters.words:
        cases = cases.filter(
            Q(number__startswith=filters.words)
            | Q(subject__contains=filters.words)
            | Q(parties__name_index=index_of(filters.words))
        ).distinct()
    return cases.select_related("organ", "handler")


def still_waiting(on: date) -> Q:
    """Return the condition that others have time left, or their time does not run yet."""
    return Q(is_waiting=True) & (Q(wait_until__isnull=True) | Q(wait_until__gte=on))


def _beside(found: QuerySet[Case], filters: Filters) -> QuerySet[Case]:
    """Return the cases on one side of a key, nearest first."""
    if filters.after and (key := _read_key(filters.after)):
        day, pk = key
        found = found.filter(Q(arrived_on__gt=day) | Q(arrived_on=day, pk__gt=pk))
        return found.order_by("arrived_on", "pk")
    if filters.before and (key := _read_key(filters.before)):
        day, pk = key
        found = found.filter(Q(arrived_on__lt=day) | Q(arrived_on=day, pk__lt=pk))
    return found.order_by("-arrived_on", "-pk")


def _key(case: Case) -> str:
    return f"{case.arrived_on}.{case.pk}"


def _read_key(text: str) -> tuple[date, int] | None:
    day, _, pk = text.partition(".")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
