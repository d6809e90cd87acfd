"""Letters (文书): the set that a case needs, each with what must stand in it.

A letter that lacks an element is not issued: `compose` then says what is missing.
"""

from ogi.letters.compose import compose
from ogi.letters.drafting import facts_of, letters_with, reply_letter
from ogi.letters.forms import (
    Element,
    LetterForm,
    elements,
    letter_form,
    letter_forms,
    needed_by_all,
)
from ogi.letters.letter import Letter, Unissued
from ogi.letters.organ import OrganProfile, load_organ, organ_from
from ogi.letters.paper import letter_paper
from ogi.letters.remedy import Remedy, court_of, remedy, review_bodies
from ogi.letters.upcoming import DueLetter, next_letters

__all__ = [
    "DueLetter",
    "Element",
    "Letter",
    "LetterForm",
    "OrganProfile",
    "Remedy",
    "Unissued",
    "compose",
    "court_of",
    "elements",
    "facts_of",
    "letter_form",
    "letter_forms",
    "letter_paper",
    "letters_with",
    "load_organ",
    "needed_by_all",
    "next_letters",
    "organ_from",
    "remedy",
    "reply_letter",
    "review_bodies",
]
