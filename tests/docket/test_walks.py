"""No act is possible that the law forbids: random walks, judged without the table."""

import os
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest
from clock.by_hand import due_by_hand

from docket.walks import FIRST, LAST, PLACE, place_of, walks
from ogi.casework import Channel, case_table, key_of, progress
from ogi.casework.afterwards import (
    AmendmentAsked,
    AmendmentDecided,
    DisputeDecided,
    DisputeFiled,
    Reopened,
    ReviewProlonged,
    StruckOut,
    Withdrawn,
)
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    CorrectionReceived,
    FeeLapsed,
    FeeNoticed,
    FeePaid,
    LetterReached,
    LetterResent,
    LetterReturned,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
    ThirdPartyTold,
)
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Registered, Split
from ogi.casework.ledger import identified
from ogi.casework.progress import Progress, follow
from ogi.casework.replying import (
    Archived,
    Delivered,
    Drafted,
    Extended,
    LegalReviewed,
    Replied,
    Reviewed,
    SecrecyReviewed,
    Signed,
)
from ogi.clock import ClockState, clock_on
from ogi.docket import refusals
from ogi.docket.history import history_of
from ogi.docket.refusals import refused
from ogi.law import OrganRules

STEPS = int(os.environ.get("OGI_STEPS", "60000"))
AT_ONCE = (Channel.IN_PERSON, Channel.SIGNED_POST)


@pytest.fixture(scope="module")
def reached():
    return list(walks(STEPS, seed=5))


@pytest.fixture(scope="module")
def cases(reached):
    return [one.acts for one in reached]


def _of(acts, *kinds):
    return [act for act in acts if isinstance(act, kinds)]


def _received_on(acts):
    arrived = acts[0]
    if arrived.channel in AT_ONCE:
        return arrived.on
    at_once = arrived.on if arrived.channel is Channel.ONLINE else None
    return next((act.on for act in acts if isinstance(act, Confirmed)), at_once)


def _rounds(acts):
    """The acts in parts: until a case is taken up again, and after."""
    parts = [[]]
    for act in acts:
        if isinstance(act, Reopened):
            parts.append([])
        else:
            parts[-1].append(act)
    return parts


def _delivered_on(acts, asked, letter, party=""):
    told = (
        act.on for act in _of(acts, LetterReached) if (act.letter, act.party) == (letter, party)
    )
    return asked.delivered_on or next(told, None)


def test_there_are_as_many_steps_as_there_should_be(cases):
    assert sum(len(acts) for acts in cases) >= STEPS


def test_a_case_begins_with_an_application_or_a_request_to_correct_records(cases):
    for acts in filter(None, cases):
        assert isinstance(acts[0], Arrived | AmendmentAsked)
        assert not _of(acts[1:], Arrived, AmendmentAsked)


def test_nothing_is_registered_before_its_day_of_receipt_is_settled(cases):
    for acts in cases:
        for act in _of(acts, Registered):
            received = _received_on(acts)
            assert received
            assert received <= act.on


def test_a_correction_is_asked_for_once_and_in_seven_working_days(cases):
    for acts in cases:
        asked = _of(acts, CorrectionAsked)
        assert len(asked) <= 1
        for act in asked:
            since = max(
                [one.on for one in _of(acts, Reopened) if one.on <= act.on],
                default=_received_on(acts),
            )
            assert PLACE.calendar.count(since, act.on) <= 7


def test_an_extension_has_twenty_working_days_at_most_an_approver_and_no_second(cases):
    for acts in cases:
        for part in _periods(acts):
            assert len(_of(part, Extended)) <= 1
        for act in _of(acts, Extended):
            assert 1 <= act.workdays <= 20
            assert act.approver


def test_a_period_that_was_ordered_is_not_extended(cases):
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, Extended):
                assert not history_of(acts[:at]).ordered


def _periods(acts):
    """The acts in parts: each time the reply period begins anew, a part begins."""
    parts = [[]]
    for act in acts:
        if isinstance(act, Reopened | CorrectionReceived | FeePaid):
            parts.append([])
        parts[-1].append(act)
    return parts


def test_an_extension_comes_before_the_period_is_over(cases):
    extended = 0
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, Extended):
                due = _due_by_hand(acts[:at], act.on)
                assert due is None or act.on <= due
                extended += 1
    assert extended


def _due_by_hand(acts, on):
    """The last day on the fingers, what is waited for being over today."""
    history = history_of(acts)
    if history.delays or history.ordered:
        return None
    waits = tuple(
        wait
        if wait.over_on or wait.kind not in ("third_party", "organ")
        else replace(wait, over_on=on)
        for wait in history.waits
    )
    return due_by_hand(replace(history, waits=waits), PLACE)


def test_after_a_withdrawal_there_is_only_the_archive_and_what_was_begun_before(cases):
    allowed = Archived | DisputeFiled | DisputeDecided | ReviewProlonged
    allowed |= LetterReached | LetterReturned | LetterResent
    gone = Withdrawn | Split | HandedOver
    for acts in cases:
        for part in _rounds(acts):
            for at, act in enumerate(part):
                if isinstance(act, gone):
                    assert all(isinstance(one, allowed) for one in part[at + 1 :])
        for at, act in enumerate(acts):
            answered = _of(acts[:at], Delivered, CorrectionLapsed, FeeLapsed)
            if isinstance(act, gone) and not answered:
                assert not _of(acts[at + 1 :], DisputeFiled) or _of(acts, Reopened)


def test_a_withdrawal_comes_before_the_reply(cases):
    for acts in cases:
        for part in _rounds(acts):
            assert not (_of(part, Withdrawn) and _of(part, Replied))


def test_a_reply_took_every_step_of_its_organ_in_order(reached):
    steps = Reviewed | LegalReviewed | SecrecyReviewed | Signed
    replies = Counter()
    for one in reached:
        for part in _rounds(one.acts):
            for at, act in enumerate(part):
                if isinstance(act, Replied):
                    before = part[:at]
                    drafted = max(n for n, past in enumerate(before) if isinstance(past, Drafted))
                    taken = [past for past in before[drafted:] if isinstance(past, steps)]
                    assert tuple(map(key_of, taken)) == one.steps
                    assert all(past.approved for past in taken if not isinstance(past, Signed))
                    replies[one.steps] += 1
    assert len(replies) > 10


def test_who_drafts_does_not_review_and_nobody_reviews_twice(cases):
    for acts in cases:
        drafter, reviewers = "", set()
        for act in acts:
            if isinstance(act, Drafted):
                drafter, reviewers = act.by, set()
            elif isinstance(act, Reviewed | LegalReviewed | SecrecyReviewed):
                assert act.by != drafter
            if isinstance(act, Reviewed):
                assert act.by not in reviewers
                reviewers.add(act.by)


def test_no_reply_is_lawful_without_its_ground(cases):
    """Judged by hand, without the table of what results take."""
    seen = Counter()
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, Replied):
                (result,) = act.results
                seen[result.outcome] += 1
                assert _is_lawful(acts[:at], result), (acts[:at], result)
    assert len(seen.keys() & {"D12", "D20", "D31", "D34", "D35", "D36", "D43", "D54"}) > 4


def _is_lawful(before, result):
    asked = {act.party for act in _of(before, ThirdPartyAsked)}
    last = {act.party: act for act in _of(before, ThirdPartyAnswered)}
    against = {
        party for party, act in last.items() if not act.consents and "1" not in act.consents_to
    }
    told = {
        act.party
        for act in _of(before, ThirdPartyTold)
        if before.index(act) > before.index(last.get(act.party, before[0]))
    }
    match result.outcome:
        case "D31" | "D32" | "D33" | "D35" | "D36" | "D37":
            return bool(result.grounds)
        case "D34":
            willing = {party for party in last if party not in against}
            return "E15" in result.grounds and bool(asked - willing)
        case "D12":
            return against <= told
        case "D20":
            withheld = bool(result.grounds)
            return withheld and ("E15" in result.grounds or against <= told)
        case "D43":
            return bool(_of(before, CorrectionReceived))
        case "D54":
            given = _of(before, ReasonsGiven, ReasonsLapsed)
            return bool(given) and not getattr(given[-1], "reasonable", False)
        case "D61":
            return not _of(before, CorrectionReceived) and bool(_of(before, CorrectionAsked))
        case "D62":
            return not _of(before, FeePaid) and bool(_of(before, FeeNoticed))
        case _:
            return True


def test_nothing_is_drafted_while_somebody_is_asked(cases):
    for acts in cases:
        for part in _rounds(acts):
            waiting = set()
            for act in part:
                match act:
                    case ThirdPartyAsked(party=who) | OrganAsked(organ=who):
                        waiting.add(who)
                    case ThirdPartyAnswered(party=who) | ThirdPartySilent(party=who):
                        waiting.discard(who)
                    case OrganAnswered(organ=who) | OrganSilent(organ=who):
                        waiting.discard(who)
                    case Drafted() | Replied() | Delivered():
                        assert not waiting


def test_silence_is_found_only_when_fifteen_working_days_are_over(cases):
    found, unreachable = 0, 0
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, ThirdPartySilent | OrganSilent):
                third = isinstance(act, ThirdPartySilent)
                who = act.party if third else act.organ
                asked = next(
                    one
                    for one in acts[:at]
                    if isinstance(one, ThirdPartyAsked | OrganAsked)
                    and who == getattr(one, "party" if third else "organ", None)
                )
                letter = "third_party_asked" if third else "organ_asked"
                reached = _delivered_on(acts[:at], asked, letter, who)
                back = [
                    one
                    for one in _of(acts[:at], LetterReturned)
                    if (one.letter, one.party) == (letter, who)
                ]
                if reached is None:
                    assert len(back) > 1
                    unreachable += 1
                else:
                    assert act.on > PLACE.calendar.add(reached, 15)
                    found += 1
    assert found
    assert unreachable


def test_a_fee_lapses_only_when_twenty_working_days_are_over(cases):
    found = 0
    for acts in cases:
        noticed = _of(acts, FeeNoticed)
        assert len(noticed) <= 1
        for act in _of(acts, FeeLapsed):
            reached = _delivered_on(acts, noticed[0], "fee_noticed")
            assert act.on > PLACE.calendar.add(reached, 20)
            assert not _of(acts, FeePaid)
            found += 1
    assert found


def test_a_lapse_needs_a_delivered_notice_and_the_end_of_its_period(cases):
    found = 0
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, CorrectionLapsed):
                asked = _of(acts[:at], CorrectionAsked)[0]
                reached = _delivered_on(acts[:at], asked, "correction_asked")
                assert reached
                assert act.on > max(asked.until, reached)
                assert not _of(acts[:at], CorrectionReceived)
                found += 1
    assert found


def test_what_was_given_up_is_taken_up_again_only_for_good_cause(cases):
    found = 0
    for acts in cases:
        for at, act in enumerate(acts):
            lapsed = _of(acts[:at], CorrectionLapsed)
            if isinstance(act, CorrectionReceived) and lapsed:
                assert act.good_cause
                found += 1
    assert found


def test_reasons_are_asked_for_once_and_wait_for_their_day(cases):
    for acts in cases:
        asked = _of(acts, ReasonsAsked)
        assert len(asked) <= 1
        assert len(_of(acts, ReasonsGiven, ReasonsLapsed)) <= len(asked)
        for act in _of(acts, ReasonsLapsed):
            assert act.on > asked[0].until
            assert _delivered_on(acts, asked[0], "reasons_asked")


def test_only_an_order_or_a_reply_to_correct_opens_a_case_again(cases):
    ordered, own = 0, 0
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, Reopened):
                before = acts[:at]
                since = max(
                    (n for n, one in enumerate(before) if isinstance(one, Reopened)), default=-1
                )
                orders = [
                    one
                    for one in _of(before, DisputeDecided)
                    if one.orders_reply and one.dispute == act.dispute
                ]
                answered = _of(before[since + 1 :], Replied, CorrectionLapsed, FeeLapsed)
                assert orders or answered
                ordered += bool(orders)
                own += not orders
    assert ordered
    assert own


def test_a_dispute_is_filed_again_only_when_it_was_decided(cases):
    again = 0
    for acts in cases:
        pending, kinds = set(), {}
        for act in _of(acts, DisputeFiled, DisputeDecided):
            if isinstance(act, DisputeDecided):
                pending.remove(act.dispute)
                continue
            assert act.dispute not in pending
            again += act.dispute in kinds
            assert kinds.setdefault(act.dispute, act.kind) is act.kind
            pending.add(act.dispute)
    assert again


def test_there_is_no_dispute_before_an_answer_is_given_or_owed(cases):
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, DisputeFiled):
                before = acts[:at]
                if not _of(before, Delivered, CorrectionLapsed, FeeLapsed):
                    due = _due_by_hand(before, act.on)
                    assert due is None or due < act.on


def test_a_case_of_records_has_nothing_to_do_with_applications(cases):
    for acts in cases:
        if acts and isinstance(acts[0], AmendmentAsked):
            assert all(isinstance(one, AmendmentDecided | Archived) for one in acts[1:])


def test_waiting_for_the_applicant_is_never_overdue(cases):
    for acts in cases[:1500]:
        if acts and isinstance(acts[0], Arrived):
            clock = clock_on(history_of(acts), acts[-1].on + timedelta(40), PLACE)
            assert clock.state is not ClockState.BROKEN or clock.overdue == 0


def test_every_entry_of_the_table_is_reached(reached):
    """Some are so seldom on a walk that, by chance, it takes more walks."""
    found, places = set(), {}
    wanted = set(case_table().edges())
    for one in chain(reached, walks(9 * STEPS, seed=6)):
        now = Progress(steps=one.steps)
        for act in one.acts:
            after = follow(now, act)
            found.add((now.state, key_of(act), after.state))
            if after.state not in places:
                places[after.state] = after
                found |= {*_late_answers(after)}
                found |= {(after.state, "struck_out", after.state)} if _can_strike(after) else set()
            now = after
        if wanted <= found:
            break
    assert wanted - found == set()


def _late_answers(reached):
    """What comes after its time is seldom on a walk: in each state it is tried."""
    day = FIRST - timedelta(90)
    silence = {
        "third_party_answered": (
            ThirdPartyAsked(on=day, party="丙"),
            ThirdPartySilent(on=day, party="丙"),
            ThirdPartyAnswered(on=LAST, party="丙", consents=False),
        ),
        "organ_answered": (
            OrganAsked(on=day, organ="丙"),
            OrganSilent(on=day, organ="丙"),
            OrganAnswered(on=LAST, organ="丙", consents=False),
        ),
    }
    for key, (*before, answer) in silence.items():
        grafted = replace(reached, acts=(*before, *reached.acts))
        if not refused(grafted, answer, "handler", place_of(reached)):
            yield reached.state, key, follow(grafted, answer).state


def _can_strike(reached):
    """Strikes are no steps of a walk: in each state it is tried on the last entry."""
    acts = identified(reached.acts)
    strike = StruckOut(on=acts[-1].on, by="handler", entry=acts[-1].id, reason="登记错了")
    before = tuple(progress(acts[:-1], OrganRules(steps=reached.steps)).acts)
    struck = progress((*acts, strike), OrganRules(steps=reached.steps))
    return struck.acts == before and not refusals(acts, strike, "handler", place_of(reached))


def test_a_ledger_in_any_order_tells_the_same_case(reached):
    for one in reached[:1500]:
        rules = OrganRules(steps=one.steps)
        there, back = progress(one.acts, rules), progress(tuple(reversed(one.acts)), rules)
        assert there == back
        assert history_of(there.acts) == history_of(back.acts)


def test_the_walks_begin_where_the_rules_are_on_file():
    assert PLACE.calendar.is_workday(FIRST)
