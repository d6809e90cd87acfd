"""A claim (陈述), and the passage it stands in."""

from dataclasses import dataclass, field
from decimal import Decimal

from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.flow import Sentence
from ogi.checks.narrative.times import Time
from ogi.checks.narrative.topics import Setting, Topic
from ogi.checks.narrative.vocabulary import Column, Quantity
from ogi.place import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and what it is said to count.

    quantities  one, or several where the words join them; `joined` says how: one, any,
                sum, each
    columns     the applicant kinds or results named; none means the total
    sure        the words themselves say what is counted; otherwise the passage does
    part        the words speak of a part of the count, which need not equal the cell
    borrowed    the words only name a kind; what is counted was said before
    scope       empty, or whose figures these are where that may not be the report's
    strict      the sentence tells the count apart from its neighbour: no other base is meant
    asides      figures beside it that its own sentence takes out, or puts in
    start, end  where the claim stands in its sentence
    """

    figure: Figure
    quantities: tuple[Quantity, ...]
    sentence: Sentence
    start: int
    end: int
    joined: str = "one"
    columns: tuple[Column, ...] = ()
    sure: bool = True
    part: bool = False
    scope: str = ""
    borrowed: bool = False
    strict: bool = False
    asides: tuple[Number, ...] = ()

    @property
    def quantity(self) -> Quantity:
        """The first of its quantities."""
        return self.quantities[0]

    @property
    def value(self) -> Number:
        """The figure in the unit of the cell: what is told in 元 stands there in 万元."""
        if self.quantity.key == "charges" and self.figure.unit == "元":
            return Decimal(self.figure.value) / 10_000
        return self.figure.value

    @property
    def rule(self) -> str:
        """The code of the rule that judges it."""
        kinds = self.columns and self.columns[0].table == "applications"
        return "N206" if kinds else self.quantity.rule

    @property
    def quote(self) -> str:
        """The words as printed."""
        return self.sentence.quote(self.start, self.end)

    @property
    def place(self) -> Place | None:
        """Where the paragraph stands."""
        return self.sentence.place(self.figure.start)

    @property
    def says(self) -> str:
        """What it counts, in Chinese."""
        mark = {"sum": "与", "each": "、"}.get(self.joined, "或")
        kinds = "、".join(column.says for column in self.columns)
        return mark.join(q.says for q in self.quantities) + (f"（{kinds}）" if kinds else "")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all its figures and the claims among them, by index of the figure.

    `text` is the folded sentence with titles blanked out; `setting` is what the passage
    before it speaks of. `vetoed` says why a figure makes no claim (reasons.yaml).
    """

    sentence: Sentence
    text: str
    figures: tuple[Figure, ...]
    windows: tuple[Window, ...]
    claims: dict[int, Claim]
    topics: tuple[Topic, ...]
    setting: Setting
    times: tuple[Time, ...] = ()
    vetoed: dict[int, str] = field(default_factory=dict)
