"""No act is possible that the law forbids: random walks, judged without the table."""

import os
from datetime import timedelta

import pytest
from clock.by_hand import due_by_hand

from docket.walks import FIRST, PLACE, walks
from ogi.casework import Channel, case_table, key_of, progress
from ogi.casework.afterwards import (
    AmendmentAsked,
    AmendmentDecided,
    DisputeDecided,
    DisputeFiled,
    Reopened,
    ReviewProlonged,
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
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.intake import Arrived, Confirmed, Registered, Split
from ogi.casework.progress import Progress, follow
from ogi.casework.replying import (
    Archived,
    Delivered,
    Drafted,
    Extended,
    Replied,
    Reviewed,
    SecrecyReviewed,
    Signed,
)
from ogi.clock import ClockState, clock_on
from ogi.docket.history import history_of

STEPS = int(os.environ.get("OGI_STEPS", "100000"))
AT_ONCE = (Channel.IN_PERSON, Channel.SIGNED_POST)


@pytest.fixture(scope="module")
def cases():
    return [reached.acts for reached in walks(STEPS, seed=4)]


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
        first, *later = _rounds(acts)
        assert len(_of(first, Extended)) <= 1
        assert not any(_of(part, Extended) for part in later)
        for act in _of(acts, Extended):
            assert 1 <= act.workdays <= 20
            assert act.approver


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
    from dataclasses import replace

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
    allowed = Archived | DisputeFiled | DisputeDecided | ReviewProlonged | LetterReached
    for acts in cases:
        for part in _rounds(acts):
            for at, act in enumerate(part):
                if isinstance(act, Withdrawn | Split):
                    assert all(isinstance(one, allowed) for one in part[at + 1 :])
        for at, act in enumerate(acts):
            answered = _of(acts[:at], Delivered, CorrectionLapsed, FeeLapsed)
            if isinstance(act, Withdrawn | Split) and not answered:
                assert not _of(acts[at + 1 :], DisputeFiled) or _of(acts, Reopened)


def test_a_withdrawal_comes_before_the_reply(cases):
    for acts in cases:
        for part in _rounds(acts):
            assert not (_of(part, Withdrawn) and _of(part, Replied))


def test_a_reply_was_drafted_reviewed_twice_and_signed(cases):
    replies = 0
    for acts in cases:
        for part in _rounds(acts):
            for at, act in enumerate(part):
                if isinstance(act, Replied):
                    before = part[:at]
                    drafted = max(n for n, one in enumerate(before) if isinstance(one, Drafted))
                    steps = [
                        type(one)
                        for one in before[drafted:]
                        if isinstance(one, Drafted | Reviewed | SecrecyReviewed | Signed)
                    ]
                    assert steps == [Drafted, Reviewed, SecrecyReviewed, Signed]
                    assert all(
                        one.approved for one in _of(before[drafted:], Reviewed, SecrecyReviewed)
                    )
                    replies += 1
    assert replies


def test_who_drafts_does_not_review(cases):
    for acts in cases:
        drafter = ""
        for act in acts:
            drafter = act.by if isinstance(act, Drafted) else drafter
            assert not (isinstance(act, Reviewed) and act.by == drafter)


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
    found = 0
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, ThirdPartySilent | OrganSilent):
                third = isinstance(act, ThirdPartySilent)
                who = act.party if third else act.organ
                asked = next(
                    one
                    for one in acts[:at]
                    if who == getattr(one, "party" if third else "organ", None)
                )
                letter = "third_party_asked" if third else "organ_asked"
                reached = _delivered_on(acts[:at], asked, letter, who)
                assert act.on > PLACE.calendar.add(reached, 15)
                found += 1
    assert found


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


def test_a_correction_lapses_only_after_the_day_set_for_it(cases):
    found = 0
    for acts in cases:
        for act in _of(acts, CorrectionLapsed):
            (asked,) = _of(acts, CorrectionAsked)
            assert _delivered_on(acts, asked, "correction_asked") < act.on
            assert act.on > asked.until
            assert not _of(acts, CorrectionReceived)
            found += 1
    assert found


def test_reasons_are_asked_for_once_and_wait_for_their_day(cases):
    for acts in cases:
        asked = _of(acts, ReasonsAsked)
        assert len(asked) <= 1
        assert len(_of(acts, ReasonsGiven, ReasonsLapsed)) <= len(asked)
        for act in _of(acts, ReasonsLapsed):
            assert act.on > asked[0].until


def test_only_an_order_opens_a_case_again_and_each_order_once(cases):
    for acts in cases:
        for at, act in enumerate(acts):
            if isinstance(act, Reopened):
                orders = [
                    one
                    for one in _of(acts[:at], DisputeDecided)
                    if one.orders_reply and one.dispute == act.dispute
                ]
                assert len(orders) == 1
                assert act.dispute not in {one.dispute for one in _of(acts[:at], Reopened)}


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


def test_every_entry_of_the_table_is_reached(cases):
    reached = set()
    for acts in cases:
        now = Progress()
        for act in acts:
            after = follow(now, act)
            reached.add((now.state, key_of(act), after.state))
            now = after
    assert set(case_table().edges()) - reached == set()


def test_a_ledger_in_any_order_tells_the_same_case(cases):
    for acts in cases[:1500]:
        there, back = progress(acts), progress(tuple(reversed(acts)))
        assert there == back
        assert history_of(there.acts) == history_of(back.acts)


def test_the_walks_begin_where_the_rules_are_on_file():
    assert PLACE.calendar.is_workday(FIRST)
