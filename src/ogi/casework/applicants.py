"""The class of applicants (申请人类别) and its column of the form's third table."""

from ogi.casework.parties import ApplicantClass
from ogi.data import Struct, fault, from_data, load

_FILE = "casework/applicants.yaml"


class ApplicantColumn(Struct):
    """A class of applicants: its column, and how an official tells it."""

    kind: ApplicantClass
    column: str
    tells: str


@from_data
def applicants() -> dict[ApplicantClass, ApplicantColumn]:
    """Return the classes in the order of the form."""
    found = load(_FILE, dict[ApplicantClass, ApplicantColumn], key="kind")
    for kind in ApplicantClass:
        if kind not in found:
            raise fault(_FILE, (), f"缺少申请人类别“{kind.value}”")
    return found
