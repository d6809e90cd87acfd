"""What is to be added up (计入): which reports are, and which are left out for what reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ogi.form import AnnualReport
from ogi.form.organs import organ_key, same_organ
from ogi.rollup.names import organ_name
from ogi.rollup.organs import OrganRegister, RegisteredOrgan, reports_to


@dataclass(frozen=True, slots=True)
class Part:
    """A report to add up, and where it came from.

    `preferred` takes it of several versions, and where its year or organ was not read.
    """

    report: AnnualReport
    source: str = ""
    preferred: bool = False

    @property
    def organ(self) -> str:
        """The name of the organ, or that it was not read."""
        return organ_name(self.report.organ)


class Why(Enum):
    """Why a report is not added up."""

    UNREAD = "unread"
    NO_YEAR = "no_year"
    OTHER_YEAR = "other_year"
    NO_ORGAN = "no_organ"
    SUPERIOR = "superior"
    REPEATED = "repeated"
    VERSIONS = "versions"
    NOT_PREFERRED = "not_preferred"
    UNREGISTERED = "unregistered"
    OTHER_SUPERIOR = "other_superior"
    NOT_IN_FORCE = "not_in_force"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is missing from the sum for it."""
        return self not in (Why.UNREAD, Why.NO_YEAR, Why.NO_ORGAN, Why.VERSIONS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report or file that is not added up; `says` is a Chinese sentence on why."""

    source: str
    organ: str
    why: Why
    says: str


@dataclass(frozen=True)
class Admission:
    """What is added up, what is not, and which organs of the register have no report."""

    added: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    missing: tuple[RegisteredOrgan, ...] = ()


def common_year(parts: Sequence[Part]) -> int | None:
    """Return the year most reports are on, None where there is none or two tie."""
    counts = Counter(part.report.year for part in parts if part.report.year).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def admit(
    parts: Sequence[Part], year: int, *, superior: str = "", register: OrganRegister | None = None
) -> Admission:
    """Say which reports are added up into the superior's report on a year."""
    left_out: list[LeftOut] = []
    fitting: list[Part] = []
    for part in parts:
        reason = _reason(part, year, superior) or _unregistered(part, year, superior, register)
        if reason is None:
            fitting.append(part)
        else:
            left_out.append(LeftOut(part.source, part.organ, *reason))
    added, repeated = _one_each(fitting, register)
    at_odds = [one.organ for one in repeated if one.why is Why.VERSIONS]
    have = [*(part.organ for part in added), *at_odds]
    return Admission(added, (*left_out, *repeated), _missing(have, year, superior, register))


def _reason(part: Part, year: int, superior: str) -> tuple[Why, str] | None:
    report = part.report
    if report.year is None and not part.preferred:
        return Why.NO_YEAR, f"没有读到年度；确是{year}年度的，用 --prefer 指明"
    if report.year not in (None, year):
        return Why.OTHER_YEAR, f"是{report.year}年度的报告，汇总的是{year}年度"
    if not report.organ and not part.preferred:
        return Why.NO_ORGAN, "没有读到机关名称，看不出是否重复；要计入的，用 --prefer 指明"
    if same_organ(report.organ, superior):
        return Why.SUPERIOR, "是汇总机关自己的汇总报告，计入就重复了"
    return None


def _unregistered(
    part: Part, year: int, superior: str, register: OrganRegister | None
) -> tuple[Why, str] | None:
    """Return why the register keeps a report out, None if it does not."""
    if register is None or not part.report.organ:
        return None
    entries = register.named(part.report.organ)
    if not entries:
        like = register.like(part.report.organ)
        hint = f"，最像的是“{like}”；名称不一的，写进那一行的别名" if like else ""
        return Why.UNREGISTERED, f"登记册里没有这个机关{hint}"
    below = [one for one in entries if reports_to(one, superior)]
    if not below:
        return Why.OTHER_SUPERIOR, f"登记册载明上级是“{entries[0].superior}”"
    if not any(one.reports_on(year) for one in below):
        return Why.NOT_IN_FORCE, f"登记册载明{year}年12月31日不在册，由承接的机关报告"
    return None


def _one_each(
    parts: Sequence[Part], register: OrganRegister | None
) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    """Keep one report an organ: of several none is chosen, unless all say the same."""
    groups: dict[str, list[Part]] = defaultdict(list)
    for number, part in enumerate(parts):
        groups[_identity(part, register) or f"?{number}"].append(part)
    kept: list[Part] = []
    left_out: list[LeftOut] = []
    for group in groups.values():
        chosen, rest = _chosen(group)
        kept += [chosen] if chosen else []
        left_out += rest
    return tuple(kept), tuple(left_out)


def _identity(part: Part, register: OrganRegister | None) -> str:
    entries = register.named(part.report.organ) if register else ()
    return organ_key(entries[0].name if entries else part.report.organ)


def _chosen(group: list[Part]) -> tuple[Part | None, list[LeftOut]]:
    if len(group) == 1:
        return group[0], []
    preferred = [part for part in group if part.preferred]
    if len(preferred) == 1:
        return preferred[0], list(_others(group, preferred[0], Why.NOT_PREFERRED))
    group = sorted(group, key=lambda part: (len(part.source), part.source))  # the plainer name
    differing = _differing(group)
    if not differing:
        return group[0], list(_others(group, group[0], Why.REPEATED))
    says = (
        f"这个机关有{len(group)}份报告，{differing}格不同，不知道采用哪一份，都没有计入；"
        "用 --prefer 指明"
    )
    return None, [LeftOut(part.source, part.organ, Why.VERSIONS, says) for part in group]


def _others(group: list[Part], chosen: Part, why: Why) -> Iterator[LeftOut]:
    same = "数字相同，已计入" if why is Why.REPEATED else "指明采用"
    for part in group:
        if part is not chosen:
            yield LeftOut(part.source, part.organ, why, f"{same}的是“{chosen.source}”")


def _differing(group: Sequence[Part]) -> int:
    """Return in how many cells reports differ; a blank differs from a figure."""
    cells = [part.report.cells for part in group]
    addresses = {address for one in cells for address in one}
    return sum(
        len({one[address].value if address in one else None for one in cells}) > 1
        for address in addresses
    )


def _missing(
    names: Sequence[str], year: int, superior: str, register: OrganRegister | None
) -> tuple[RegisteredOrgan, ...]:
    """Return who of the register has no report on the year; the superior reports no part."""
    if register is None:
        return ()
    have = {one for name in (*names, superior) for one in register.named(name)}
    return tuple(one for one in register.due(year, superior) if one not in have)
