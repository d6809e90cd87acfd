"""Making letters (出具文书): once made, a letter is served as it is, never made anew."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from ogi.casework import key_of
from ogi.casework.acts import Act
from ogi.letters import Letter, LetterForm, Unissued, letter_paper
from ogi.letters.numbering import party_of
from ogi.writing import print_paper
from ogisite.core.models import Entry, Person
from ogisite.core.services.files import store
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.letters import as_content, composed, named, sheet_of, whom
from ogisite.intake.models import Case, IssuedLetter
from ogisite.intake.services.recording import ActRefusedError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def issue_for_act(
    case: Case,
    entry: Entry,
    act: Act,
    forms: Iterable[tuple[LetterForm, dict[str, object]]],
    *,
    by: Person,
    at: datetime,
) -> list[IssuedLetter]:
    """Make the letters of an act that was just recorded; raises ActRefusedError for one that
    cannot go out, so that the act is not recorded either.
    """
    ledger, names = ledger_of(case), names_of(case, masked=False)
    made = [
        (form, composed(case, form.code, ledger, act.on, names, {**said, **whom(form, act)}))
        for form, said in forms
    ]
    reasons = [one for _, found in made for one in _reasons(case, found)]
    if reasons:
        raise ActRefusedError(tuple(dict.fromkeys(reasons)))
    return [
        issue(case, found, act.on, party=_token(form, act), entry=entry, by=by, at=at)
        for form, found in made
        if isinstance(found, Letter)
    ]


def issue_if_whole(
    case: Case, entry: Entry, code: str, on: date, *, by: Person, at: datetime
) -> IssuedLetter | None:
    """Make a letter without which an act stands all the same; None where it lacks something."""
    made = composed(case, code, ledger_of(case), on, names_of(case))
    if not isinstance(made, Letter):
        return None
    return issue(case, made, on, entry=entry, by=by, at=at)


def _reasons(case: Case, made: Letter | Unissued) -> tuple[str, ...]:
    return sheet_of(made, names_of(case)).reasons


def _token(form: LetterForm, act: Act) -> str:
    """Return the token of the party that a letter is for; empty for the applicant."""
    tells = form.records == key_of(act) and form.to == "third_party"
    return party_of(act) if tells else ""


def issue(
    case: Case,
    made: Letter,
    day: date,
    *,
    entry: Entry,
    by: Person,
    at: datetime,
    party: str = "",
) -> IssuedLetter:
    """Make a letter, in which parties are marks, with their names in full."""
    letter = named(made, names_of(case, masked=False))
    return IssuedLetter.objects.create(
        case=case,
        code=letter.form.code,
        title=letter.form.title,
        number=letter.number,
        party=party,
        entry=entry,
        day=day,
        content=json.dumps(as_content(letter), ensure_ascii=False),
        docx=store(print_paper(letter_paper(letter), "docx"), DOCX),
        made_by=by,
        made_at=at,
    )
