"""The Chinese words for acts and for what is filled in of them."""

from collections.abc import Iterator

from ogi.casework.acts import ACTS
from ogi.casework.names import ActKey
from ogi.data import Fault, Struct, from_data, load


class Labels(Struct):
    """What labels.yaml says."""

    acts: dict[ActKey, str]
    fields: dict[str, str]

    def faults(self) -> Iterator[Fault]:
        """Yield the acts that have no word."""
        for key in ACTS.keys() - self.acts.keys():
            yield ("acts",), f"缺少“{key}”这一办理行为"


@from_data
def _labels() -> Labels:
    return load("casework/labels.yaml", Labels)


def act_label(key: str) -> str:
    """Return the Chinese word for an act; raises KeyError when there is no such act.

    >>> act_label("correction_asked")
    '补正告知'
    """
    return _labels().acts[ActKey(key)]


def field_label(name: str) -> str:
    """Return the Chinese word for what is filled in of an act."""
    return _labels().fields[name]
