"""Where a closing list as filed differs from what the ledgers now give, case by case."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ogi.casework.applicants import applicants
from ogi.casework.outcomes import outcome
from ogi.counting.carried import CarriedCase, ClosingList, Difference
from ogi.counting.count import Count
from ogi.errors import UsageError


def differences(count: Count, filed: ClosingList) -> tuple[Difference, ...]:
    """Return every case by which a count's opening differs from the closing list filed before.

    Raises UsageError when the list is not that of the year before.
    """
    if filed.year != count.year - 1:
        raise UsageError(f"a count of {count.year} opens with the closing list of {count.year - 1}")
    before = {case.id: case for case in filed.cases}
    now = {case.id: case for case in count.opening.cases}
    return tuple(_differing(count, before, now))


def _differing(
    count: Count, before: Mapping[str, CarriedCase], now: Mapping[str, CarriedCase]
) -> Iterator[Difference]:
    for key in sorted(before.keys() | now.keys()):
        old, new = before.get(key), now.get(key)
        if old is None and new is not None:
            yield Difference(key, (), new.columns, _why_appeared(count, new))
        elif new is None and old is not None:
            yield Difference(key, old.columns, (), _why_vanished(count, old))
        elif old and new and Counter(old.columns) != Counter(new.columns):
            says = f"申请人类别由{_names(old.columns)}改为{_names(new.columns)}"
            yield Difference(key, old.columns, new.columns, says)


def _why_appeared(count: Count, case: CarriedCase) -> str:
    course = count.gathered.courses[case.id]
    if course.taken_on and course.taken_on.year == count.year:
        return f"{course.taken_on}由{course.organ}移交而来，列在其上年的结转里"
    says = f"收到申请之日是{case.received_on}，到{count.year - 1}年底没有办结"
    return f"{says}，而报送的结转清单里没有"


def _why_vanished(count: Count, case: CarriedCase) -> str:
    gathered = count.gathered
    if case.id not in gathered.courses:
        return "台账里已经没有这件申请"
    if case.id in gathered.uncounted:
        return gathered.uncounted[case.id].says
    course = gathered.courses[case.id]
    if course.left_on:
        return f"{course.left_on}已移交{course.organ}，由其计入"
    found = next(one for one in gathered.cases if one.id == case.id)
    if found.received_on.year >= count.year:
        return f"收到申请之日由{case.received_on}改为{found.received_on}，不是上年收到的"
    codes = sorted({unit.code for unit in found.units})
    terms = "、".join(outcome(code).term for code in codes)
    return f"台账记为{found.closed_on}已办结（{terms}），{count.year - 1}年底不应列入结转"


def _names(columns: Iterable[str]) -> str:
    labels = {one.column: kind.label for kind, one in applicants().items()}
    counted = Counter(labels.get(column, column) for column in columns)
    return "、".join(f"{name}{number}" if number > 1 else name for name, number in counted.items())
