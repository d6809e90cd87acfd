"""What every act has: its day, who did it, a note, and a name of its own in the ledger."""

import re
from datetime import date

from msgspec import Struct


def act_key(name: str) -> str:
    """Return the key of an act from the name of its class.

    >>> act_key("CorrectionAsked")
    'correction_asked'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class ActBase(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,  # no cycles: nothing in an act refers back to it
    tag_field="act",
    tag=act_key,
    rename={"on": "day"},
):
    """An act: `on` is its statutory day, `by` the person or body who did it.

    In plain values the day is `day`: YAML reads a bare `on` as a yes. `id` names the act in
    its ledger, for others to speak of it; where it is not given it is derived when read.
    """

    on: date
    by: str = ""
    note: str = ""
    id: str = ""
