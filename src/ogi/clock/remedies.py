"""The dates of remedies (救济期限): what the applicant and the review body may still do.

They follow the outcome: where review must come first, no direct suit is offered.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ogi.clock.due_date import DueDate, by_provision, made
from ogi.clock.history import Contest, History
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.reply import Period
from ogi.clock.terms import in_force

_REVIEW, _SUIT, _AFTER_REVIEW, _DECISION = "L10", "L11", "L12", "L13"
_SUIT_PROVISION = "suit_after_review_period"
_SIMPLIFIED = "review_decision_period_simplified"


def remedies(
    history: History, period: Period | None, on: date, place: Jurisdiction
) -> Iterator[DueDate]:
    """Yield what the applicant (L10–L12) and the review body (L13) may still do."""
    begun = history.received_on
    if not any(begun is None or one.filed_on >= begun for one in history.contests):
        yield from _against_reply(history, place)
        yield from _against_silence(history, period, on, place)
    for one in history.contests:
        if one.kind == "review":
            yield from _after_review(one, history, on, place)


def _against_reply(history: History, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield review, and suit as far as review need not come first, from the day of the reply."""
    if not history.replied or history.reached_on is None:
        return
    yield from by_provision(_REVIEW, history.reached_on, place)
    if history.review_first == "whole":
        return
    for suit in by_provision(_SUIT, history.reached_on, place):
        kept = "（应当先申请行政复议的部分除外）" if history.review_first else ""
        yield replace(suit, label=suit.label + kept)


def _against_silence(
    history: History, period: Period | None, on: date, place: Jurisdiction
) -> Iterator[DueDate]:
    """Yield review and suit, as the applicant likes, from the end of a period without a reply."""
    due = period.due if period else None
    if due is None or on <= due or history.reached_on:
        return
    if history.ended_on and not (history.replied and history.ended_on > due):
        return
    for code in (_REVIEW, _SUIT):
        for one in by_provision(code, due, place):
            yield replace(one, label=f"{one.label}（逾期没有答复）")


def _after_review(
    review: Contest, history: History, on: date, place: Jurisdiction
) -> Iterator[DueDate]:
    """Yield the decision on a review, and the suit after it: from the day that the applicant
    had the decision, or from the end of a review that was not decided.
    """
    sued = any(
        one.kind == "suit_after_review" and one.filed_on >= (review.decided_on or review.filed_on)
        for one in history.contests
    )
    if review.decided_on is None:
        for decision in _decision(review, place):
            yield decision
            if decision.day and on > decision.day and not sued:
                for suit in by_provision(_AFTER_REVIEW, decision.day, place):
                    yield replace(suit, label=f"{suit.label}（复议逾期没有决定）")
    elif sued:
        return
    elif review.received_on:
        yield from by_provision(_AFTER_REVIEW, review.received_on, place)
    elif rule := in_force(_SUIT_PROVISION, review.decided_on, place):
        for earliest in by_provision(_AFTER_REVIEW, review.decided_on, place):
            why = f"没有记载收到复议决定之日，最早{earliest.day}"
            yield made(_AFTER_REVIEW, None, review.decided_on, rule.cites, why)


def _decision(review: Contest, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield by when a review is decided: a simplified one sooner, one put off later."""
    if review.simplified:
        yield from by_provision(_DECISION, review.filed_on, place, _SIMPLIFIED)
        return
    most = in_force("review_decision_extension", review.filed_on, place)
    more = min(review.prolonged_days, most.number) if most else 0
    yield from by_provision(_DECISION, review.filed_on, place, more=more)
