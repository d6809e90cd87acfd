"""Which of the words near a figure say what it counts."""

from collections.abc import Iterator, Sequence

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.clauses import Window
from ogi.checks.narrative.figures import Figure
from ogi.checks.narrative.vocabulary import Match, Quantity, columns_in, quantities
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_EACH = expression(
    r"(?:各|均|均为|各为|分别为|都是|均是)$|各(?:有|占|提出|提交|递交|申请|处理|答复|办结|决定|作出|收到)+$"
)
_CARRIED = ("carried_in", "carried_out", "carried")
_LOOSE = ("applied", "flow")  # “收到 26 件，其中依申请公开 18 件”


def chosen(found: Sequence[Match], text: str, figure: Figure, named: bool) -> list[Match]:
    """Return the matches that are meant: of the highest rank, those nearest to the figure.

    Words joined by 及, 和 or 、 are meant together; so are a reason and the outcome it
    belongs to, unless “等” says that the reason is an example.
    """
    fitting = [match for match in found if _may_count(match.quantity, figure, named)]
    if not fitting:
        return []
    top = max(match.quantity.rank for match in fitting)
    equals = sorted(
        (match for match in fitting if match.quantity.rank == top), key=lambda match: match.end
    )
    kept = list(reversed(list(_joined_to_last(equals, text))))
    return with_reason(kept, fitting, text)


def with_reason(kept: list[Match], found: Sequence[Match], text: str) -> list[Match]:
    """Add the reason for a result, unless “等” says that it is only an example."""
    reasons = [match for match in found if match.quantity.group == kept[-1].quantity.key]
    if reasons and len(kept) == 1 and "等" not in text[reasons[-1].end :][:12]:
        return [reasons[-1], *kept]
    return kept


def _joined_to_last(equals: list[Match], text: str) -> Iterator[Match]:
    following = equals[-1]
    yield following
    for match in reversed(equals[:-1]):
        gap = text[match.end : following.start]
        if match.end > following.start or not entry("topics", "joins").fullmatch(gap):
            return
        yield match
        following = match


def _may_count(quantity: Quantity, figure: Figure, named: bool) -> bool:
    if figure.kind == "persons":
        return named and quantity.family == "flow"
    if not figure.kind:
        listed = quantity.family in ("outcome", "detail", "dispute")
        return "" in quantity.units or listed or (quantity.family == "flow" and not figure.value)
    return figure.unit in quantity.units


def joined_how(matches: list[Match], window: Window) -> str:
    """Say how several quantities are meant by one figure."""
    each = _EACH.search(window.before)
    if each and (len(matches) > 1 or len(columns_in(window.before)) > 1):
        return "each"
    if len(matches) < 2:
        return "one"
    families = {match.quantity.family for match in matches}
    if families == {"detail", "outcome"}:
        return "any"
    return "sum" if any(match.quantity.join == "sum" for match in matches) else "any"


def borrowed(last: Claim, passage: Passage, window: Window) -> tuple[Quantity, ...]:
    """Return what a figure counts whose words only name a kind: what was counted before."""
    family = last.quantity.family
    if last.sentence is not passage.sentence and not _names_a_kind(window):
        return ()
    if last.sentence is not passage.sentence and last.quantity.key in _CARRIED:
        return (quantities()["received"],)
    if last.sentence is not passage.sentence:
        return last.quantities if family == "flow" and not last.part else ()
    bracketed = passage.text[: window.clause].endswith("（")
    if last.columns or window.led or bracketed or family == "dispute":
        return last.quantities
    if last.quantity.key not in _CARRIED:
        return last.quantities if family == "flow" else ()
    counted = [claim for claim in passage.claims.values() if claim.quantity.key not in _CARRIED]
    main = [claim for claim in counted if claim.quantity.family == "flow"]
    return main[-1].quantities if main else ()


def _names_a_kind(window: Window) -> bool:
    """Say whether the words before a figure end with the kind itself: “个人账户查询” does not."""
    named = columns_in(window.before)
    ends = [
        match.end() for column in named for match in column.words.pattern.finditer(window.before)
    ]
    rest = window.before[max(ends, default=0) :]
    return bool(entry("topics", "behind_kind").fullmatch(rest))


def counted_before(quantity: Quantity, passage: Passage) -> bool:
    """Say whether the sentence has told the total of a quantity already."""
    return any(
        claim.quantity.key == quantity.key and not claim.columns
        for claim in passage.claims.values()
    )


def partial(subjects: tuple[Quantity, ...], passage: Passage, window: Window) -> bool:
    """Say whether the words speak of a part of what the cell counts."""
    first = subjects[0]
    if first.family == "outcome" and entry("topics", "part", "reasoned").search(window.before):
        return True
    if first.parts or (window.led and window.before.startswith("中")):
        return True
    for claim in passage.claims.values():
        same = claim.quantity.key == first.key or (first.key, claim.quantity.family) == _LOOSE
        if same and not claim.columns:
            return window.led or window.figure.value < claim.figure.value
    if first.family != "flow":
        return False
    channel = entry("topics", "part", "channel").search(window.before)
    several = entry("topics", "part", "several").search(window.before)
    return bool(channel and not several) or bool(
        entry("topics", "part", "subject").search(window.before)
    )
