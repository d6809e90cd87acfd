"""What the dictionaries under data/ may say, file by file."""

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import field

from ogi.checks.named import Named, Words
from ogi.checks.narrative.arithmetic import Directions, Growth, Lists, Means, Shares, Sums
from ogi.checks.narrative.bases import Base
from ogi.data import Reference, keys
from ogi.form import ColumnKey, TableKey

Topic = Literal["", "application", "dispute", "published", "fee", "other", "document"]


class QuantityKey(Reference):
    """The key of a quantity of quantities.yaml."""

    what = "数量"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the quantities on file."""
        return keys("checks/narrative/quantities.yaml")


class RuleCode(Reference):
    """The code of a rule, such as `N201`."""

    what = "规则"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the rules there are."""
        from ogi.checks.narrative import RULES

        return {rule.code for rule in RULES}


class QuantityEntry(Named, kw_only=True):
    """A quantity of quantities.yaml, which says what each key is for."""

    rule: RuleCode
    says: str
    family: Literal[
        "flow", "outcome", "detail", "dispute", "documents", "decisions", "published", "fee"
    ]
    topic: Topic
    rank: int | float
    join: Literal["any", "sum"] = "any"
    severity: Literal["error", "warning", "note"] = "error"
    means: Base | None = None
    same: tuple[Base, ...] = ()
    others: tuple[Base, ...] = field(name="or", default=())
    parts: bool = False
    reach: int = 16
    group: Literal["", "refused", "unavailable", "declined", "otherwise"] = ""
    units: Words | None = None
    words: Words = ()
    before: Words = ()
    after: Words = ()
    never: str = ""
    besides: str = ""


class ColumnEntry(Named):
    """A column of columns.yaml: an applicant kind, or how a dispute ended."""

    table: TableKey
    says: str
    columns: tuple[ColumnKey, ...]
    words: Words


class StatementEntry(Named, kw_only=True):
    """A kind of statement of statements.yaml."""

    topic: Topic
    words: Words
    rule: RuleCode | None = None
    zero: tuple[QuantityKey, ...] = ()
    weak: str = ""
    never: str = ""


class Units(Named):
    """The units of figures, by what they count."""

    items: Words
    persons: Words
    money: Words
    share: Words


class Around(Named):
    """What stands before, close behind and behind a figure."""

    before: Words
    following: Words
    behind: Words = ()


class Figures(Named):
    """What figures.yaml says."""

    units: Units
    approximate: Around
    not_a_count: Around
    blank: Words
    no_figure: Words


class Scopes(Named):
    """What scopes.yaml says."""

    wider: str
    others: str
    narrower: str
    area: str
    small: str
    organ_subject: str
    own_subject: str
    opens: str
    no_subject: str
    own: str
    whole: str
    body: str


class TopicWords(Named):
    """Words that name a topic, and words that may."""

    clear: Words
    vague: Words = ()


class Part(Named):
    """Words that make a claim one about a part."""

    channel: str
    several: str
    subject: str
    reasoned: str


class Topics(Named):
    """What topics.yaml says."""

    application: TopicWords
    dispute: TopicWords
    published: TopicWords
    fee: TopicWords
    other: TopicWords
    of_fees: str
    field: str
    not_a_count: str
    other_time: str
    this_time: str
    joins: str
    part: Part
    light: str
    numbered: str
    hoped: str
    bare_application: str
    attributes: str
    explained: str
    unit_of_application: str
    no_applicants: str
    applied_by: str
    behind_kind: str
    several_results: str
    only_kind: str


class Times(Named):
    """What times.yaml says."""

    this: str
    last: str
    several: str
    part: str
    compares: str
    attribute: str
    attribute_bare: str
    since: str
    difference: str
    mean: str
    plan: str
    carried_to: str
    carried_from: str
    span: str
    origin: str
    becomes: str


class Objects(Named):
    """What objects.yaml says."""

    application: str
    verb: str
    light: Words
    other: str
    foreign_unit: str
    for_others: str


class Reasons(Named):
    """What reasons.yaml says."""

    no_cell: str
    no_words: str
    another_time: str
    several_years: str
    difference: str
    mean: str
    plan: str
    other_thing: str
    other_topic: str
    attribute: str
    other_organ: str
    approximate: str
    part: str
    dispute_unnamed: str
    blank: str
    no_table: str
    share_of_unknown: str
    share: str
    not_in_form: str


SHAPES: dict[str, Any] = {
    "columns": dict[str, ColumnEntry],
    "directions": Directions,
    "figures": Figures,
    "growth": Growth,
    "lists": Lists,
    "means": Means,
    "numerals": dict[str, int],
    "objects": Objects,
    "quantities": dict[str, QuantityEntry],
    "reasons": Reasons,
    "scopes": Scopes,
    "shares": Shares,
    "statements": dict[str, StatementEntry],
    "sums": Sums,
    "times": Times,
    "topics": Topics,
}
