"""The numbers of the dates of a case (期限编号, L1–L15), and what data/dates.yaml says of each."""

from collections.abc import Iterable

from ogi.data import Reference, Struct, from_data, load
from ogi.law import ProvisionName


class DateRule(Struct):
    """A date of a case: its number, for whom it is, and what follows."""

    code: str
    label: str
    whose: str
    provision: ProvisionName | None = None
    then: str = ""


class DateCode(Reference):
    """The number of a date of a case."""

    what = "期限编号"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the numbers on file."""
        return date_rules()


@from_data
def date_rules() -> dict[str, DateRule]:
    """Return every date of a case by its number; raises DataFileError."""
    return load("clock/dates.yaml", dict[str, DateRule], key="code")
