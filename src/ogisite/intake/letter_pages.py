"""What the page of the letters of a case shows (文书)."""

import json
from dataclasses import dataclass
from datetime import date

from ogi.docket import Standing, standing
from ogi.letters import DueLetter, Letter, letter_paper, next_letters
from ogi.writing import print_paper
from ogisite.core.models import Person
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.letters import from_content
from ogisite.intake.models import Case, IssuedLetter
from ogisite.intake.selectors import openings


@dataclass(frozen=True, slots=True)
class Issued:
    """A letter that went out: whom it was for (masked), and what became of it."""

    letter: IssuedLetter
    whom: str


@dataclass(frozen=True, slots=True)
class Due:
    """A letter that is due, and the act by which it is written; "" where that is not open."""

    letter: DueLetter
    whom: str
    act: str


@dataclass(frozen=True, slots=True)
class LettersPage:
    """What stands on the page: the header of the case, the letters, the one that is shown."""

    standing: Standing
    issued: tuple[Issued, ...]
    due: tuple[Due, ...]
    chosen: IssuedLetter | None
    shown: Letter | None


def letters_page(case: Case, person: Person, on: date, chosen: int) -> LettersPage:
    """Return the letters of a case; the newest is shown where none is chosen."""
    ledger, place, names = ledger_of(case), case.organ.jurisdiction, names_of(case)
    issued = list(case.letters.select_related("docx", "made_by").order_by("-made_at", "-pk"))
    one = next((found for found in issued if found.pk == chosen), issued[0] if issued else None)
    acts = openings(case, person, on, ledger)
    open_acts = {found.act for found in (acts.first, *acts.others) if found}
    due = next_letters(ledger, on, place)
    made = {(found.code, found.day) for found in issued}
    return LettersPage(
        standing(ledger, on, place),
        tuple(Issued(found, names.get(found.party, "") or case.applicant) for found in issued),
        tuple(
            Due(found, names.get(found.party, ""), _act(found, open_acts))
            for found in due
            if not (found.form and (found.form.code, on) in made)
        ),
        one,
        masked(one, case) if one else None,
    )


def _act(due: DueLetter, open_acts: set[str]) -> str:
    wanted = "drafted" if due.form is None else due.form.records
    return wanted if wanted in open_acts else ""


def kept(letter: IssuedLetter) -> Letter:
    """Return a letter as it went out, with its names."""
    return from_content(json.loads(letter.content))


def masked(letter: IssuedLetter, case: Case) -> Letter:
    """Return a letter as it is shown on screen: names of people are masked."""
    text, hidden = letter.content, names_of(case)
    whole = names_of(case, masked=False)
    for token in sorted(whole, key=lambda one: -len(whole[one])):
        text = text.replace(json.dumps(whole[token], ensure_ascii=False)[1:-1], hidden[token])
    return from_content(json.loads(text))


def pdf_of(letter: IssuedLetter) -> bytes:
    """Return a letter as PDF; raises MissingPartError where what prints it is not installed."""
    return print_paper(letter_paper(kept(letter)), "pdf")
