"""The words of the desk: for acts and waits (data/work.yaml), for reviewers (data/review.yaml)."""

from functools import cache
from importlib.resources import files

from ogi.data import Struct, read
from ogi.law import Citation


class ActWords(Struct):
    """What is said of an act that is to be done.

    `same_day` says that it is due on the day the case arrives, `open_ended` that the reply
    period does not bind it.
    """

    verb: str
    button: str
    why: str
    cites: Citation
    same_day: bool = False
    open_ended: bool = False


class WaitWords(Struct):
    """What happens when the time of those who are waited for is over."""

    then: str
    cites: Citation


class WorkWords(Struct):
    """What work.yaml says."""

    next: dict[str, str]
    acts: dict[str, ActWords]
    waits: dict[str, WaitWords]


@cache
def work_words() -> WorkWords:
    """Return the words; raises DataFileError for a file that is wrong."""
    text = files("ogisite.intake").joinpath("data/work.yaml").read_text(encoding="utf-8")
    return read(text, WorkWords, "intake/data/work.yaml")


class Question(Struct):
    """Something that a reviewer judges, and where the law says so."""

    says: str
    cites: Citation


class ReviewWords(Struct):
    """What review.yaml says: questions for every reply, and by the group of its result."""

    always: tuple[Question, ...]
    families: dict[str, tuple[Question, ...]]


@cache
def review_words() -> ReviewWords:
    """Return the questions; raises DataFileError for a file that is wrong."""
    text = files("ogisite.intake").joinpath("data/review.yaml").read_text(encoding="utf-8")
    return read(text, ReviewWords, "intake/data/review.yaml")
