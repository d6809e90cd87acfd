"""What the files under data/ may say, file by file; values.py reads them."""

from typing import Annotated, Any, Literal

from msgspec import Meta, field

from ogi.checks.named import LabelAddress, Named, Refusal, RowKey, Words
from ogi.form import RelationCode, SectionKey
from ogi.law import Citation

Positive = Annotated[int, Meta(gt=0)]


class Replaced(Named):
    """A document that another has replaced."""

    words: str
    since_year: int
    why: str
    now: str


class Basis(Named):
    """basis.yaml."""

    cites: Citation
    reach: Positive
    rests_on: str
    history: str
    replaced: tuple[Replaced, ...]


class Level(Named):
    """Organs of a level, and the month and day by which they publish."""

    says: str
    until: tuple[Annotated[int, Meta(ge=1, le=12)], Annotated[int, Meta(ge=1, le=31)]]
    organs: str


class Deadlines(Named):
    """deadlines.yaml."""

    cites: Citation
    signed: str
    levels: tuple[Level, ...]


class Fee(Named):
    """fee.yaml."""

    cites: Citation
    spoken_of: str
    other_charges: str
    nothing_collected: str
    no_notices: str
    notice_count: str
    notices: str


class Headings(Named):
    """headings.yaml."""

    cites: Citation
    same: dict[SectionKey, Words]
    indifferent: Words
    captions: str
    items: str


class Instructions(Named):
    """instructions.yaml."""

    cites: Citation
    words: Words
    patterns: dict[str, str]
    left_open: Words


class Labels(Named):
    """labels.yaml."""

    cites: Citation
    same: dict[LabelAddress, Words]


class Organs(Named):
    """organs.yaml."""

    cites: Citation
    areas: str
    name: str
    compiler: str
    report_of: str
    subject: str
    dropped: str
    region: str
    superior: str


class Aspects(Named):
    """Aspects, each with words that show that it is spoken of."""

    cites: Citation
    words: dict[str, Words]


class Governments(Named):
    """Aspects of the reports of governments."""

    cites: Citation
    organs: str
    words: dict[str, Words]


class Length(Named):
    """How long a section may be."""

    cites: Citation
    characters: Positive
    warn_from: float
    tolerance: float


class Overview(Named):
    """overview.yaml."""

    aspects: Aspects
    governments: Governments
    length: Length


class Periods(Named):
    """periods.yaml."""

    cites: Citation
    period: str
    reach: Positive
    of_the_report: str
    stated: str
    part: str
    done: str
    elsewhere: str
    named: str
    attribute: str
    this: str
    measures: str
    planned: str
    past: str


class IdNumber(Named):
    """Numbers of identity cards."""

    cites: Citation
    pattern: str
    weights: tuple[int, ...]
    check: str


class Mobile(Named):
    """Numbers of mobile telephones."""

    cites: Citation
    pattern: str
    reach: Positive
    official: str
    private: str


class Particular(Named):
    """Another kind of particulars of a person."""

    says: str
    pattern: str
    check: Literal["luhn"] | None = None


class Personal(Named):
    """personal.yaml."""

    id_number: IdNumber
    mobile: Mobile
    near: Positive
    private: str
    own: str
    particulars: tuple[Particular, ...]


class RulesPower(Named):
    """Who may make rules, and who may not."""

    cites: Citation
    may: Words
    below: str
    central: str
    never: Words = field(name="not")


class ReviewFirst(Named):
    """Refusals that go to review first."""

    cites: Citation
    since_year: int
    refusals: tuple[Refusal, ...]


class Charges(Named):
    """Above which amount the unit is likely another."""

    cites: Citation
    amount: Positive


class Plausibility(Named):
    """plausibility.yaml."""

    rules_power: RulesPower
    review_first: ReviewFirst
    charges: Charges


class Problems(Named):
    """problems.yaml."""

    cites: Citation
    characters: Positive
    empty: str
    problem: str
    improvement: str


class Page(Named):
    """What the page of a relation says."""

    why: str
    kept: str
    broken: str


class Relations(Named):
    """relations.yaml."""

    cites: Citation
    pages: dict[RelationCode, Page]
    names: dict[RowKey, str]


class Scale(Named):
    """From which factor two years are of different size."""

    amount_factor: Positive
    count_factor: Positive
    count_floor: Positive


class Similarity(Named):
    """From which likeness two texts, or tables, are the same."""

    cites: Citation
    percent: Positive
    characters: Positive
    equal_cells: Positive


class Likeness(Named):
    """Below which likeness two names are two organs."""

    percent: Positive


class Years(Named):
    """years.yaml."""

    scale: Scale
    similarity: Similarity
    organ: Likeness


SHAPES: dict[str, Any] = {
    "basis": Basis,
    "deadlines": Deadlines,
    "fee": Fee,
    "headings": Headings,
    "instructions": Instructions,
    "labels": Labels,
    "organs": Organs,
    "overview": Overview,
    "periods": Periods,
    "personal": Personal,
    "plausibility": Plausibility,
    "problems": Problems,
    "relations": Relations,
    "years": Years,
}
