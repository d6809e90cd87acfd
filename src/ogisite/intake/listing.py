"""Lists of applications: filters that stand in the address, counts, pages by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from ogi.casework import ApplicantClass
from ogi.casework.table import case_table
from ogisite.core.crypto import index_of
from ogisite.core.models import Person
from ogisite.intake.models import Case, Party
from ogisite.intake.policy import seen_by
from ogisite.intake.words import says

PAGE = 30
_YEAR = 4

PRESETS = {
    "open": "在办",
    "mine": "我承办",
    "late": "逾期",
    "waiting": "等待他人",
    "over": "已结",
    "": "全部",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is restricted to; all of it stands in the address."""

    preset: str = "open"
    state: str = ""
    words: str = ""
    kind: str = ""
    due: str = ""
    year: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Return the filters of an address; what is unknown counts for nothing."""
        preset = query.get("which", "" if query.get("q") else "open")
        state, kind = query.get("state", ""), query.get("kind", "")
        return cls(
            preset if preset in PRESETS else "open",
            state if state in case_table().states else "",
            query.get("q", "").replace("\0", "").strip(),
            kind if kind in {one.value for one in ApplicantClass} else "",
            _day(query.get("due", "")),
            year if (year := query.get("year", "")).isdecimal() and len(year) == _YEAR else "",
            query.get("before", ""),
            query.get("after", ""),
        )

    def address(self, **changes: str) -> str:
        """Return the query of an address with changes, from the first page on."""
        known = {"which": self.preset, "state": self.state, "kind": self.kind, "q": self.words}
        known |= {"due": self.due, "year": self.year} | changes
        return "?" + urlencode({k: v for k, v in known.items() if v or k == "which"})

    @property
    def named(self) -> list[tuple[str, str]]:
        """What else the list is restricted to, in words, each with the address without it."""
        said = {
            "q": f"“{self.words}”" if self.words else "",
            "state": f"状态：{case_table().states[self.state].label}" if self.state else "",
            "kind": f"申请人：{ApplicantClass(self.kind).label}" if self.kind else "",
            "due": f"期限：{self.due}" if self.due else "",
            "year": f"收到：{self.year}年" if self.year else "",
        }
        return [(self.address(**{name: ""}), words) for name, words in said.items() if words]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; `later` and `earlier` are addresses, empty where there is none."""

    cases: tuple[Case, ...]
    total: int
    later: str
    earlier: str
    presets: tuple[tuple[str, str, int, bool], ...]


def page_of(person: Person, filters: Filters, on: date) -> Page:
    """Return a page of the cases that a person may see."""
    narrowed = narrow(seen_by(person, on), filters)
    found = narrowed.filter(chosen(filters.preset, person, on)).select_related("organ", "handler")
    presets = _presets(narrowed, filters, person, on)
    total = next(count for _, _, count, is_chosen in presets if is_chosen)
    rows = list(_beside(found, filters)[: PAGE + 1])
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    if filters.after:
        rows.reverse()
    is_first = (not filters.before and not filters.after) or bool(filters.after and not more)
    is_last = bool(filters.after) is False and not more
    later = "" if is_first or not rows else filters.address(after=_key(rows[0]))
    earlier = "" if is_last or not rows else filters.address(before=_key(rows[-1]))
    return Page(tuple(rows), total, later, earlier, presets)


def _presets(
    cases: QuerySet[Case], filters: Filters, person: Person, on: date
) -> tuple[tuple[str, str, int, bool], ...]:
    """Return the presets: address, label, how many, and whether it is chosen."""
    counts = cases.aggregate(
        **{f"n_{key}": Count("pk", filter=chosen(key, person, on)) for key in PRESETS}
    )
    return tuple(
        (filters.address(which=key), label, counts[f"n_{key}"], key == filters.preset)
        for key, label in PRESETS.items()
    )


def narrow(cases: QuerySet[Case], filters: Filters) -> QuerySet[Case]:
    """Return the cases that the filters beside the preset leave."""
    exact = {
        "state": filters.state,
        "applicant_kind": filters.kind,
        "due_on": filters.due,
        "received_on__year": filters.year,
    }
    cases = cases.filter(**{name: value for name, value in exact.items() if value})
    if filters.words:
        named = Party.objects.filter(name_index=index_of(filters.words)).values("case")
        cases = cases.filter(
            Q(number__startswith=filters.words) | says(filters.words) | Q(pk__in=named)
        )
    return cases


def chosen(preset: str, person: Person, on: date) -> Q:
    """Return the condition of a preset."""
    is_open = Q(is_over=False)
    return {
        "open": is_open,
        "mine": is_open & Q(handler=person),
        "late": is_open & Q(due_on__lt=on) & ~still_waiting(on),
        "waiting": is_open & still_waiting(on),
        "over": Q(is_over=True),
        "": Q(),
    }[preset]


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


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _key(case: Case) -> str:
    return f"{case.arrived_on}.{case.pk}"


def _read_key(text: str) -> tuple[date, int] | None:
    day, _, pk = text.partition(".")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
