"""Finding cases by what they ask for (按内容查找): two characters at a time, on both databases.

What a case asks for is kept as the pairs of its neighbouring characters; a phrase is found
where its pairs stand one after the other. A single character is looked for in the text itself.
"""

import unicodedata
from itertools import pairwise

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from ogisite.intake.models import Case

_FOUND = {
    "sqlite": "SELECT rowid FROM intake_words WHERE intake_words MATCH %s",
    "postgresql": "SELECT case_id FROM intake_words "
    "WHERE to_tsvector('simple', pairs) @@ to_tsquery('simple', %s)",
}
_KEPT = {
    "sqlite": (
        "DELETE FROM intake_words WHERE rowid = %s",
        "INSERT INTO intake_words (rowid, pairs) VALUES (%s, %s)",
    ),
    "postgresql": (
        "DELETE FROM intake_words WHERE case_id = %s",
        "INSERT INTO intake_words (case_id, pairs) VALUES (%s, %s)",
    ),
}
_LONGEST = 60  # characters of a phrase that are looked for


def pairs_of(text: str) -> list[str]:
    """Return the pairs of neighbouring characters, as codes that no tokenizer takes apart.

    >>> pairs_of("宅基地")
    ['x5b85x57fa', 'x57fax5730']
    """
    plain = _plain(text)
    return [f"x{ord(a):x}x{ord(b):x}" for a, b in pairwise(plain)]


def _plain(text: str) -> str:
    """Return a text without blanks; width and case do not count."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def says(words: str) -> Q:
    """Return the condition that a case asks for something with these words in a row."""
    pairs = pairs_of(words[:_LONGEST])
    if not pairs:
        return Q(subject__contains=words)
    phrase = f'"{" ".join(pairs)}"' if _is_sqlite() else " <-> ".join(pairs)
    return Q(pk__in=RawSQL(_FOUND[connection.vendor], (phrase,)))


def keep_words(case: Case) -> None:
    """Keep what a case asks for so that it is found; in the transaction of the caller."""
    leave, take = _KEPT[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(leave, [case.pk])
        cursor.execute(take, [case.pk, " ".join(pairs_of(case.subject))])


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"
