"""The remedy paragraph (救济途径): what the applicant may do, within which time, before whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ogi.law import Citation, Law, cite
from ogi.letters.organ import OrganProfile
from ogi.letters.remedy_data import remedy_data
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


def remedy(
    organ: OrganProfile,
    on: date,
    *,
    paper: str = "答复",
    review_first: bool = False,
    partly: bool = False,
    online: bool = False,
    law: Law | None = None,
) -> Remedy:
    """Return the remedy for a letter of a day.

    `review_first` says that review must come first (复议前置), `partly` that this holds for
    the withheld part alone; `online` that the letter is served through the internet.
    """
    data = remedy_data()
    if on < data["since"]:
        return Remedy(trouble=f"{data['since']}以前的救济途径没有收录，不能出具{on}的文书")
    bodies, court = review_bodies(organ), court_of(organ)
    missing = [
        key
        for key, there in (
            ("review_body", bodies),
            ("court", court),
            ("review_online", organ.review_online or not online),
        )
        if not there
    ]
    if missing:
        return Remedy(missing=tuple(missing))
    rules = law or Law()
    values = {
        **{name: rules.provision(name, on).value for name in _PERIODS},
        "paper": paper,
        "review_body": "或者".join(bodies),
        "court": court,
        "review_online": organ.review_online,
    }
    kinds = [*_kinds(review_first, partly)]
    said = [_said(kind, subject, values) for kind, subject in kinds]
    if online:
        said[-1] += fill(data["wordings"]["online"], values)
    used = [kind for kind, _ in kinds] + (["online"] if online else [])
    references = dict.fromkeys(one for kind in used for one in data["cites"][kind])
    return Remedy(tuple(said), tuple(cite(one) for one in references))


def _kinds(review_first: bool, partly: bool) -> Iterator[tuple[str, str]]:
    if not review_first:
        yield "general", "whole"
    elif not partly:
        yield "review_first", "whole"
    else:
        yield "review_first", "withheld"
        yield "general", "rest"


def _said(kind: str, subject: str, values: Mapping[str, object]) -> str:
    data = remedy_data()
    named = fill(data["subjects"][subject], values)
    return fill(data["wordings"][kind], {**values, "subject": named})


def review_bodies(organ: OrganProfile) -> tuple[str, ...]:
    """Return the names of the bodies that review what an organ did; none where one is not named.

    A body of a municipal department for a district may also be reviewed where it sits.
    """
    entry = remedy_data()["review_bodies"][organ.kind]
    names = [getattr(organ, role) for role in entry["bodies"]]
    if not all(names):
        return ()
    local = getattr(organ, entry["or_local"]) if "or_local" in entry else ""
    return tuple(names) + ((local,) if local else ())


def court_of(organ: OrganProfile) -> str:
    """Return the name of the court of first instance, empty where the profile has none."""
    basic = organ.kind in remedy_data()["courts"]["basic"]
    return organ.basic_court if basic else organ.intermediate_court
