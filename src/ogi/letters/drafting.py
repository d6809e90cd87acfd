"""What a letter asks of whoever drafts it (拟稿): the letters of an act, the facts of a letter."""

from ogi.casework import ACTS
from ogi.letters.forms import Element, LetterForm, elements, letter_forms, needed_by_all
from ogi.letters.matter import given_by

_REPLIED = "replied"
# What follows from the application number and from the way of service.
_FOLLOWS = frozenset(("serial", "online", "number"))


def letters_with(act: str) -> tuple[LetterForm, ...]:
    """Return the letters of an act: the one that goes with it, and what tells the applicant.

    A reply has one for each result (`reply_letter`).

    >>> [one.code for one in letters_with("third_party_asked")]
    ['P05', 'P06']
    """
    if act == _REPLIED:
        return ()
    own = [one for one in letter_forms().values() if one.records == act]
    told = [one for one in letter_forms().values() if not one.records and act in one.acts]
    return (*own[:1], *told)


def reply_letter(outcome: str) -> LetterForm | None:
    """Return the letter by which a result is replied; None where another act tells it.

    >>> reply_letter("D61") is None
    True
    """
    told = (one for one in letter_forms().values() if outcome in one.outcomes)
    return next((one for one in told if one.records == _REPLIED), None)


def facts_of(form: LetterForm) -> tuple[Element, ...]:
    """Return the facts that a letter takes, those first without which it may not go out.

    What its acts give, what follows from the ledger and what the organ's profile says is none.

    >>> [one.name for one in facts_of(letter_forms()["P02"])]
    ['如何补正的说明']
    """
    known = {key for act in (*form.acts, form.records) if act in ACTS for key in given_by(act)}
    used = dict.fromkeys((*form.named, *needed_by_all(form.to)))
    if "fee_lines" in used:
        used |= dict.fromkeys(("pages", "pieces", "before"))
    wanted = (elements()[key] for key in used if key not in known | _FOLLOWS)
    return tuple(one for one in wanted if one.is_fact and one.key != "items")
