"""What holds of every count, whatever the ledgers hold."""

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from counting.test_cases import assert_sums
from ogi.casework import (
    Applicant,
    ApplicantClass,
    Channel,
    DeliveryWay,
    DisputeKind,
    DisputeResult,
    Item,
    ItemResult,
    effective,
    identified,
)
from ogi.casework.afterwards import DisputeDecided, DisputeFiled, Reopened, StruckOut, Withdrawn
from ogi.casework.asking import CorrectionLapsed, CorrectionReceived, FeeLapsed, ThirdPartyAsked
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Split, TakenOver
from ogi.casework.outcomes import outcomes
from ogi.casework.replying import Delivered, Replied
from ogi.counting import Choices, count, differences, questions
from ogi.form import edition_for, row_in

SETTINGS = settings(derandomize=True, max_examples=120, deadline=None)
YEARS = (2024, 2025, 2026, 2027)
# The results that every year has a row for; what there is no row for is said (lineage.yaml).
CODES = sorted(
    code
    for code, one in outcomes().items()
    if all(row_in("applications", one.row, edition_for(year)) for year in YEARS)
)
days = st.dates(date(2024, 10, 1), date(2027, 3, 31))
ways = st.builds(
    Choices, **{name: st.sampled_from(tuple(one.ways)) for name, one in questions().items()}
)


@st.composite
def ledgers(draw):
    """A case from arrival to its end or to anywhere before."""
    came = draw(days)
    step = st.integers(0, 40).map(timedelta)
    items = tuple(Item(key=str(at), asks="某事") for at in range(draw(st.integers(1, 3))))
    applicants = tuple(
        Applicant(name="某人", kind=draw(st.sampled_from(ApplicantClass)))
        for _ in range(draw(st.integers(1, 3)))
    )
    channel = draw(st.sampled_from(Channel))
    acts = [Arrived(on=came, channel=channel, applicants=applicants, items=items)]
    day = came + draw(step)
    acts.append(Confirmed(on=day))
    if draw(st.booleans()):
        day += draw(step)
        acts.append(ThirdPartyAsked(on=day, party="某公司"))
    if draw(st.integers(0, 5)) == 0:
        day += draw(step)
        acts.append(TakenOver(on=day, organ="邻县局"))
    if draw(st.integers(0, 5)) == 0:
        day += draw(step)
        items = items[: draw(st.integers(1, len(items)))]
        acts.append(CorrectionReceived(on=day, channel=Channel.IN_PERSON, items=items))
    ending = draw(
        st.sampled_from(
            ("none", "reply", "reply", "reply", "late", "lapse", "fee", "withdraw", "move")
        )
    )
    day += draw(step)
    if ending == "reply":
        acts += draw(replies(day, items))
    elif ending == "late":
        acts.append(CorrectionLapsed(on=day))
        day += draw(step)
        acts.append(CorrectionReceived(on=day, channel=Channel.SIGNED_POST))
        acts += draw(replies(day + draw(step), items))
    elif ending == "move":
        acts.append(HandedOver(on=day, organ="邻县局"))
    elif ending != "none":
        kind = {"lapse": CorrectionLapsed, "fee": FeeLapsed, "withdraw": Withdrawn}[ending]
        acts.append(kind(on=day))
    if draw(st.integers(0, 4)) == 0:
        acts = _struck(acts, draw(st.integers(1, len(acts) - 1)))
    return tuple(acts)


def _struck(acts, at):
    """Strike out one of the acts that came after the first."""
    acts = list(identified(tuple(acts)))
    strike = StruckOut(on=acts[-1].on, by="李敏", entry=acts[at].id, reason="登记错了")
    return [*acts, strike]


def _moves(acts):
    return {act.on.year for act in effective(acts) if isinstance(act, HandedOver | TakenOver)}


@st.composite
def replies(draw, day, items):
    step = st.integers(0, 40).map(timedelta)
    results = tuple(
        ItemResult(item=item.key, outcome=draw(st.sampled_from(CODES))) for item in items
    )
    acts = [Replied(on=day, number="1", results=results)]
    if draw(st.integers(0, 4)):
        day += draw(step)
        acts.append(Delivered(on=day, way=draw(st.sampled_from(DeliveryWay))))
        if draw(st.booleans()):
            filed, decided = day + draw(step), day + draw(step) + timedelta(40)
            kind = draw(st.sampled_from(DisputeKind))
            result = draw(st.sampled_from(DisputeResult))
            acts.append(DisputeFiled(on=filed, dispute="甲", kind=kind))
            if draw(st.booleans()):
                acts.append(DisputeDecided(on=filed, dispute="甲", result=result))
                acts.append(DisputeFiled(on=filed + timedelta(9), dispute="甲", kind=kind))
            if draw(st.booleans()):
                acts.append(DisputeDecided(on=decided, dispute="甲", result=result))
                acts.append(Reopened(on=decided, dispute="甲"))
                anew = tuple(
                    ItemResult(item=item.key, outcome=draw(st.sampled_from(CODES)))
                    for item in items
                )
                acts.append(Replied(on=decided + timedelta(9), number="2", results=anew))
                acts.append(Delivered(on=decided + timedelta(9), way=DeliveryWay.POST))
    return acts


@st.composite
def dockets(draw):
    """The cases of an organ, some of them split."""
    made = {f"{at:03}": ledger for at, ledger in enumerate(draw(st.lists(ledgers(), max_size=9)))}
    if not made or draw(st.booleans()):
        return made
    whole = min(made, key=lambda key: made[key][1].on)
    arrived, confirmed = made[whole][:2]
    later = [key for key in made if key != whole and made[key][0].on >= confirmed.on]
    if parts := tuple(later[: draw(st.integers(1, 3))]):
        made[whole] = (arrived, confirmed, Split(on=made[parts[0]][0].on, into=parts))
    return made


@SETTINGS
@given(dockets(), ways)
def test_what_came_in_is_closed_or_carried_over_in_every_column(cases, choices):
    for year in YEARS:
        assert_sums(count(cases, year, choices=choices))


@SETTINGS
@given(dockets(), ways)
def test_the_closing_of_a_year_is_the_opening_of_the_next(cases, choices):
    for year in YEARS[:-1]:
        closing = count(cases, year, choices=choices).closing
        after = count(cases, year + 1, choices=choices)
        found = differences(after, closing)
        assert all("移交" in one.says and year + 1 in _moves(cases[one.id]) for one in found)
        assert found or after.opening == closing


@SETTINGS
@given(dockets(), ways)
def test_every_application_comes_in_once_and_is_closed_once(cases, choices):
    counts = [count(cases, year, choices=choices) for year in YEARS]
    received = [key for one in counts for key in one.behind.get("applications.received.total", ())]
    closed = [key for one in counts for key in one.behind.get("applications.closed.total", ())]
    uncounted = {one.id for one in counts[-1].uncounted}
    left = [case.id for case in counts[-1].closing.cases for _ in case.columns]
    moved = {key for key, acts in cases.items() if _moves(acts)}
    here = [key for key in received if key not in moved]
    assert sorted(here) == sorted(key for key in closed + left if key not in moved)
    assert {*here} | uncounted | moved == {*cases}
    assert {*here} & uncounted == set()


@SETTINGS
@given(dockets())
def test_with_the_usual_choices_an_application_counts_as_one(cases):
    counts = [count(cases, year) for year in YEARS]
    received = [key for one in counts for key in one.behind.get("applications.received.total", ())]
    assert len(received) == len({*received})


@SETTINGS
@given(dockets(), st.integers(0, 9))
def test_the_order_of_recording_does_not_matter(cases, seed):
    shuffled = list(cases.items())
    random.Random(seed).shuffle(shuffled)
    mixed = {key: tuple(random.Random(seed).sample(acts, len(acts))) for key, acts in shuffled}
    for year in YEARS:
        assert count(mixed, year) == count(cases, year)


def _came_after(day, acts):
    """Tell whether another organ had the case until after a day: its ledger was not here yet."""
    return any(isinstance(act, TakenOver) and act.on > day for act in acts)


@SETTINGS
@given(dockets(), ways)
def test_what_happens_later_changes_no_year_that_is_over(cases, choices):
    cases = {key: effective(acts) for key, acts in cases.items()}  # a strike is no happening
    for year in (2025, 2026):
        last = date(year, 12, 31)
        splits = [act for acts in cases.values() for act in acts if isinstance(act, Split)]
        not_yet = {part for split in splits if split.on > last for part in split.into}
        not_yet |= {key for key, acts in cases.items() if _came_after(last, acts)}
        known = {
            key: begun
            for key, acts in cases.items()
            if key not in not_yet and (begun := tuple(act for act in acts if act.on <= last))
        }
        then, now = (count(each, year, choices=choices) for each in (known, cases))
        assert then.cells == now.cells
        assert then.closing == now.closing
