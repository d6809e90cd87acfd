"""Names that the data files of casework give to each other."""

from collections.abc import Iterable

from ogi.data import Reference, keys, names


class OutcomeCode(Reference):
    """The code of a result, such as `D35`."""

    what = "办理结果"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the results on file."""
        return keys("casework/outcomes.yaml", "outcomes")


class GroundCode(Reference):
    """The code of a ground for withholding, such as `E16b`."""

    what = "不予公开理由"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the grounds on file."""
        return keys("casework/grounds.yaml", "grounds")


class FamilyKey(Reference):
    """The key of a group of results, such as `refused`."""

    what = "办理结果的大类"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the groups on file."""
        return keys("casework/outcomes.yaml", "families")


class ReplyNeedKey(Reference):
    """The key of what a result takes."""

    what = "答复的条件"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the needs on file."""
        return keys("casework/outcomes.yaml", "needs")


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
