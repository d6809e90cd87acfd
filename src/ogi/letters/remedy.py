"""The remedy paragraph (救济途径): what the applicant may do, within which time, before whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogi.law import Citation, Law
from ogi.letters.organ import OrganProfile
from ogi.letters.remedy_data import organ_kind, remedy_data
from ogi.letters.templates import fill

_PERIODS = ("review_period", "suit_period", "suit_after_review_period")


@dataclass(frozen=True, slots=True)
class Remedy:
    """The paragraphs that tell the remedy, and where the law says so.

    `missing` are the keys of the elements that the organ's profile lacks; `trouble` says in
    Chinese why no paragraph can be written at all.
    """

    paragraphs: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    missing: tuple[str, ...] = ()
    trouble: str = ""


Told = tuple[str, str]


def remedy(
    organ: OrganProfile,
    on: date,
    *,
    paper: str = "答复",
    review_first: bool = False,
    partly: bool = False,
    several: Sequence[tuple[str, bool, bool]] = (),
    online: bool = False,
    law: Law | None = None,
) -> Remedy:
    """Return the remedy for a letter of a day.

    `review_first` says that review must come first (复议前置), `partly` that this holds for
    the withheld part alone. A reply to several items gives both for each of them, after its
    number. `online` says that the letter is served through the internet.
    """
    data = remedy_data()
    if on < data.since:
        return Remedy(trouble=f"{data.since}以前的救济途径没有收录，不能出具{on}的文书")
    told = _several(several) if several else _single(review_first, partly)
    values, missing = _values(organ, on, paper, {kind for kind, _ in told}, online, law or Law())
    if missing:
        return Remedy(missing=missing)
    said = [_said(kind, subject, values) for kind, subject in told]
    if online:
        said[-1] += fill(data.wordings.online, values)
    used = [kind for kind, _ in told] + (["online"] if online else [])
    references = dict.fromkeys(one for kind in used for one in getattr(data.cites, kind))
    return Remedy(tuple(said), tuple(references))


def _values(
    organ: OrganProfile, on: date, paper: str, kinds: set[str], online: bool, law: Law
) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return what fills the wordings, and the keys of the elements that the profile lacks."""
    bodies = review_bodies(organ)
    needed: dict[str, object] = {"review_body": bodies}
    if "general" in kinds:
        needed["court"] = court_of(organ)
    if "review_first" in kinds:
        needed["court"] = court_after_review(organ)
    if online:
        needed["review_online"] = organ.review_online
    values: dict[str, object] = {
        **{name: law.provision(name, on).value for name in _PERIODS},
        "paper": paper,
        "review_body": "或者".join(bodies),
        "court": court_of(organ),
        "court_after_review": court_after_review(organ),
        "review_online": organ.review_online,
    }
    return values, tuple(key for key, there in needed.items() if not there)


def _single(review_first: bool, partly: bool) -> list[Told]:
    """Return the kinds of remedies of a letter that tells one result, each with what it is for."""
    subjects = remedy_data().subjects
    if not review_first:
        return [("general", subjects.whole)]
    if not partly:
        return [("review_first", subjects.whole)]
    return [("review_first", subjects.withheld), ("general", subjects.rest)]


def _several(items: Sequence[tuple[str, bool, bool]]) -> list[Told]:
    """Return the kinds of remedies of a reply to several items, each with the items it is for."""
    named: dict[str, dict[str, list[str]]] = {"review_first": {}, "general": {}}
    for item, review_first, partly in items:
        if review_first and partly:
            named["review_first"].setdefault("item_withheld", []).append(item)
            named["general"].setdefault("item_rest", []).append(item)
        else:
            kind = "review_first" if review_first else "general"
            named[kind].setdefault("item", []).append(item)
    return [(kind, _items(some)) for kind, some in named.items() if some]


def _items(some: Mapping[str, Sequence[str]]) -> str:
    subjects = remedy_data().subjects
    each = [
        fill(getattr(subjects, how), {"items": "、".join(items)}) for how, items in some.items()
    ]
    return fill(subjects.items, {"named": "，以及".join(each)})


def _said(kind: str, subject: str, values: Mapping[str, object]) -> str:
    wording = getattr(remedy_data().wordings, kind)
    return fill(wording, {**values, "subject": fill(subject, values)})


def review_bodies(organ: OrganProfile) -> tuple[str, ...]:
    """Return the names of the bodies that review what an organ did; none where one is not named.

    A body of a municipal department for a district may also be reviewed where it sits.
    """
    kind = organ_kind(organ.kind, organ.name)
    names = [getattr(organ, role) for role in kind.bodies]
    if not all(names):
        return ()
    local = getattr(organ, kind.or_local) if kind.or_local else ""
    return tuple(names) + ((local,) if local else ())


def court_of(organ: OrganProfile) -> str:
    """Return the name of the court of first instance, empty where the profile has none."""
    basic = organ_kind(organ.kind, organ.name).court == "basic"
    return organ.basic_court if basic else organ.intermediate_court


def court_after_review(organ: OrganProfile) -> str:
    """Return the court to which a suit after review goes, named only where it is certain."""
    itself = organ_kind(organ.kind, organ.name).itself
    return court_of(organ) if itself else remedy_data().court_after_review
