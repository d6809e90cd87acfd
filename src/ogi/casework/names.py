"""Names that the data files of casework give to each other."""

from collections.abc import Iterable
from typing import ClassVar

from ogi.data import Reference, keys, names


class _Key(Reference):
    """A key of a mapping in a file: the name is known where it stands there."""

    file: ClassVar[str]
    under: ClassVar[str]

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the keys on file."""
        return keys(cls.file, cls.under)


class OutcomeCode(_Key):
    """The code of a result, such as `D35`."""

    what = "办理结果"
    file, under = "casework/outcomes.yaml", "outcomes"


class GroundCode(_Key):
    """The code of a ground for withholding, such as `E16b`."""

    what = "不予公开理由"
    file, under = "casework/grounds.yaml", "grounds"


class FamilyKey(_Key):
    """The key of a group of results, such as `refused`."""

    what = "办理结果的大类"
    file, under = "casework/outcomes.yaml", "families"


class ReplyNeedKey(_Key):
    """The key of what a result takes."""

    what = "答复的条件"
    file, under = "casework/outcomes.yaml", "needs"


class LetterCode(Reference):
    """The code of a letter, such as `R09`."""

    what = "文书"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the letters on file."""
        return names("letters/forms/*.yaml")


class ActKey(Reference):
    """The key of an act, such as `correction_asked`."""

    what = "办理行为"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the acts there are."""
        from ogi.casework.acts import ACTS

        return ACTS
