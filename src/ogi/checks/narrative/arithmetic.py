"""What the dictionaries on sums, shares and changes in running text may say."""

from ogi.checks.named import Named, Words
from ogi.checks.narrative.bases import Base


class Marks(Named):
    """What stands between a total and its parts."""

    split: str
    among: str


class Lists(Named):
    """What lists.yaml says."""

    marks: Marks
    rest: str
    partial: str
    stops: str
    channels: str
    alike: Words
    trimmed: str
    field_total: str
    continued: str
    manner_weak: str
    manner: str
    made_public: str
    asides: str
    apart: str
    another: str
    answered: str
    head: str


class Shares(Named):
    """What shares.yaml says."""

    share: str
    label: str
    stem: str
    of: str
    of_known: str
    together: str
    of_applications: str
    several: str
    rate: str
    rate_never: str
    applications: tuple[Base, ...]
    disputes: tuple[Base, ...]


class Growth(Named):
    """What growth.yaml says."""

    compared: str
    gap: str
    far: str
    again: str
    moved: str
    to: str
    by: str
    net: str
    earlier: str
    times: str
    same: str


class Sums(Named):
    """What sums.yaml says."""

    total: str
    rest: str
    open: str
    done: str
    applications: str
    received_by: str
    left: str
    converted: str
    opening: str
    reworked: str


class Means(Named):
    """What means.yaml says."""

    mean: str
    periods: dict[str, tuple[int, ...]]


class Directions(Named):
    """What directions.yaml says."""

    series: str
    than: str
    same: str
    points: str
    earlier: str
    all_are: str
    all_gap: str
    handed_in: str
