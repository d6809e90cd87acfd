"""Claims (陈述): what a figure in running text says of which cells, or why it says nothing."""

from collections.abc import Iterator
from dataclasses import replace

from ogi.checks.narrative.choice import (
    borrowed,
    chosen,
    counted_before,
    joined_how,
    partial,
    with_reason,
)
from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.clauses import Window, windows
from ogi.checks.narrative.dealing import dealt_out
from ogi.checks.narrative.figures import blanked, figures
from ogi.checks.narrative.flow import sentences
from ogi.checks.narrative.objects import OTHER, UNSAID, thing_counted
from ogi.checks.narrative.parts import settle
from ogi.checks.narrative.scopes import ANOTHER, scope_of
from ogi.checks.narrative.siblings import mark_parts
from ogi.checks.narrative.times import no_count_of_a_year, time_of, times_in
from ogi.checks.narrative.topics import Setting, speaks_of, topics_in
from ogi.checks.narrative.vocabulary import (
    Column,
    Match,
    Quantity,
    columns_in,
    found_in,
    quantities,
)
from ogi.checks.narrative.words import entry
from ogi.expression import expression
from ogi.form import AnnualReport

_NOUN = expression(r"(?!申请|予以|部分|不予|无法|为|的|未|正|在|结|已|均|全|是|属)[一-龥]")
_LAST_NOUN = expression(r"规章(?!.*规范性文件)")
_TEXT = frozenset(("overview", "problems", "other"))
_ATTRIBUTES = frozenset(("applied", "granted", "partly_granted", "refused"))
_CARRIED = ("carried_in", "carried_out", "carried")
_BRACKETED = expression(r"([^，。；、（）]*)的申请（[^（）]*）$")
_MARKS = "、，；：（）,。\n"
_TABLE = {"flow": "applications", "outcome": "applications", "detail": "applications"}
_COUNTED_AS = frozenset(("flow", "outcome", "detail"))


def passages(report: AnnualReport) -> tuple[Passage, ...]:
    """Read the running text of a report."""
    return tuple(_passages(report))


def _passages(report: AnnualReport) -> Iterator[Passage]:
    setting, section, last = Setting(), "", None
    for sentence in sentences(report):
        if sentence.section != section:
            setting, section, last = Setting.of(sentence.section), sentence.section, None
        text = blanked(sentence.text)
        topics = topics_in(text)
        found = list(figures(text))
        passage = Passage(
            sentence,
            text,
            tuple(found),
            windows(text, found),
            {},
            tuple(topics),
            setting,
            times_in(text, report.year) if found else (),
        )
        thing = setting.thing
        for index, window in enumerate(passage.windows):
            thing = thing_counted(window) or thing
            if index not in passage.claims:
                read = _read(passage, window, last, report, thing)
                if isinstance(read, Claim):
                    read = _of_the_same_organ(passage, read, last)
                    passage.claims.update(dealt_out(passage, index, read))
                else:
                    passage.vetoed[index] = read
            last = passage.claims.get(index, last)
        mark_parts(passage)
        settle(passage)
        yield passage
        setting = setting.after(text, topics, section, thing)


def _of_the_same_organ(passage: Passage, claim: Claim, last: Claim | None) -> Claim:
    """Give a claim without a subject the organ that the claim before it in the sentence has."""
    if last is None or last.sentence is not claim.sentence or last.scope != ANOTHER or claim.scope:
        return claim
    between = passage.text[last.figure.end : claim.figure.start]
    if "；" in between or entry("scopes", "own").search(between):
        return claim
    return replace(claim, scope=ANOTHER)


def _read(
    passage: Passage,
    window: Window,
    last: Claim | None,
    report: AnnualReport,
    thing: str,
) -> Claim | str:
    """Return the claim that a figure makes, or why it makes none."""
    if why := _no_count(passage, window):
        return why
    after = window.after.partition("外")[0] if window.before.endswith("除") else window.after
    named = columns_in(window.before) or columns_in(after)
    named = named or columns_in(_before_brackets(passage, window))
    matches, start, end = _words(passage, window, bool(named))
    sure = _speaks(matches[0].quantity, passage, start, window.end) if matches else True
    if sure is False:
        matches = []
    subjects = tuple(match.quantity for match in matches)
    if not subjects:
        start, end = window.clause, window.end
        before = _counted_before(passage, window, last, named)
        if before is None:
            return "other_topic" if sure is False else _unnamed(passage, window, report)
        subjects, sure = before
    if not subjects:
        return "no_cell"
    if why := _vetoed(passage, window, subjects[0], report, thing):
        return why
    claim = Claim(
        figure=window.figure,
        quantities=subjects,
        sentence=passage.sentence,
        start=start + len(passage.text[start:]) - len(passage.text[start:].lstrip(_MARKS)),
        end=max(end, window.figure.end) if start == window.clause else window.figure.end,
        joined=joined_how(matches, window),
        columns=tuple(column for column in named if column.table == _table(subjects[0])),
        sure=bool(sure),
        part=not named and _is_part(passage, window, matches),
        borrowed=not matches or (bool(named) and counted_before(subjects[0], passage)),
    )
    return replace(claim, scope=scope_of(passage.text, window, report, passage.setting.scope))


def _before_brackets(passage: Passage, window: Window) -> str:
    """Return the words of a clause before brackets in it: “企业的申请（含结转 1 件）共办结”."""
    bracketed = _BRACKETED.search(passage.text, 0, window.clause)
    return bracketed[1] if bracketed and not window.led else ""


def _counted_before(
    passage: Passage, window: Window, last: Claim | None, named: tuple[Column, ...]
) -> tuple[tuple[Quantity, ...], bool] | None:
    """Return what a figure counts whose words only name a kind, and whether that is sure."""
    if named and last is not None and _table(last.quantity) == named[0].table:
        return borrowed(last, passage, window), last.sure
    if named and _alone(passage, window, named[0]):
        return (quantities()["received"],), bool(passage.setting.topic)
    return None


def _dealt(passage: Passage, window: Window, matches: list[Match]) -> bool:
    """Say whether “分别” deals one count out to several: “两处分别收到 12 件和 9 件”."""
    index = passage.figures.index(window.figure) + 1
    following = passage.windows[index].before if index < len(passage.windows) else None
    bare = following is not None and following in ("、", "和", "，", "及", "")
    return len(matches) == 1 and bare and "分别" in window.before


def _is_part(passage: Passage, window: Window, matches: list[Match]) -> bool:
    """Say whether the words speak of a part of what they name."""
    subjects = tuple(match.quantity for match in matches)
    return bool(subjects) and (
        partial(subjects, passage, window) or _dealt(passage, window, matches)
    )


def _unnamed(passage: Passage, window: Window, report: AnnualReport) -> str:
    """Return why a figure is not held that the form has no cell for."""
    if why := no_count_of_a_year(window.before, window.after):
        return why
    time = time_of(passage.times, window.figure.start, report.year, window.before)
    if time is None:
        return "no_cell"
    return "several_years" if time.kind == "several" else "another_time"


def _alone(passage: Passage, window: Window, column: Column) -> bool:
    """Say whether “自然人申请 13 件” stands by itself: it tells of what was received."""
    said = window.before + window.after
    bare = entry("topics", "only_kind").fullmatch(window.before)
    clear = any(t.name == "application" and t.start < window.clause for t in passage.topics)
    if bare and clear and column.table == "applications" and window.figure.kind == "items":
        return True
    return (
        column.table == "applications"
        and window.figure.kind == "items"
        and bool(entry("topics", "applied_by").search(said))
        and not entry("topics", "no_applicants").search(said)
        and speaks_of(
            "application", list(passage.topics), window.clause, window.end, passage.setting
        )
        is not False
    )


def _no_count(passage: Passage, window: Window) -> str:
    """Return why a figure can make no claim; without a unit only where its clause ends."""
    figure = window.figure
    if figure.kind == "share":
        return "share"
    near = window.before + window.after
    if figure.kind == "persons" and entry("topics", "no_applicants").search(near):
        return "other_thing"
    if figure.unit == "个" and _NOUN.match(passage.text, figure.end):
        return "other_thing"
    following = passage.text[figure.end : figure.end + 1]
    if not figure.kind and (
        passage.sentence.section not in _TEXT or following not in tuple("，。；、）,")
    ):
        return "no_words"
    return ""


def _vetoed(
    passage: Passage,
    window: Window,
    quantity: Quantity,
    report: AnnualReport,
    thing: str,
) -> str:
    """Return why the words near a figure do not mean the cells they name."""
    if why := no_count_of_a_year(window.before, window.after):
        return why
    if quantity.key not in _CARRIED:
        time = time_of(passage.times, window.figure.start, report.year, window.before)
        if time is not None:
            return "several_years" if time.kind == "several" else "another_time"
    if quantity.topic == "document" and _LAST_NOUN.search(passage.text, 0, window.figure.start):
        return "no_cell"
    if quantity.key == "fee_asked" and not entry("topics", "of_fees").search(passage.text):
        return "no_cell"
    if quantity.key in _ATTRIBUTES and entry("topics", "attributes").search(passage.text):
        return "attribute"
    if quantity.family not in _COUNTED_AS or quantity.topic != "application":
        return ""
    if entry("objects", "for_others").search(window.before):
        return "other_organ"
    own = thing if quantity.family == "flow" else UNSAID
    return "other_thing" if own == OTHER else ""


def _words(passage: Passage, window: Window, named: bool) -> tuple[list[Match], int, int]:
    """Return the words that say what a figure counts, and where they stand."""
    figure = window.figure
    matches = chosen(_found(passage, window.before, "before"), window.before, figure, named)
    behind = chosen(_found(passage, window.after, "after"), window.after, figure, named)
    if behind and (not matches or behind[0].quantity.rank > matches[0].quantity.rank):
        return behind, window.clause, window.end
    if matches:
        reason = window.led_by(passage.text)
        found = _found(passage, reason, "before")
        return with_reason(matches, found, reason), window.clause, figure.end
    found = _found(passage, window.earlier, "before")
    return chosen(found, window.earlier, figure, named), window.start, figure.end


def _found(passage: Passage, text: str, side: str) -> list[Match]:
    """Return the quantities named in a stretch, of the topics that may be spoken of here."""
    setting = passage.setting
    spoken_of = {topic.name for topic in passage.topics} | set(setting.spoken_of)
    if "规范性文件" in passage.text:
        spoken_of.add("document")
    return [
        match
        for topic in ("", "document", "application", "dispute")
        if not topic or topic in spoken_of
        for match in found_in(text, side, topic)
    ]


def _speaks(quantity: Quantity, passage: Passage, start: int, end: int) -> bool | None:
    """Say whether the words stand where this topic is spoken of; None if not clearly."""
    if quantity.topic in ("", "document"):
        return True
    topics = list(passage.topics)
    speaks = speaks_of(quantity.topic, topics, start, end, passage.setting)
    if speaks is None and quantity.topic == "application":
        bare = entry("topics", "bare_application").search(passage.text, 0, end)
        return None if bare else False
    if quantity.topic != "dispute" or not speaks:
        return speaks
    field = passage.setting.field or entry("topics", "field").search(passage.text, 0, end)
    return True if field else None


def _table(quantity: Quantity) -> str:
    return _TABLE.get(quantity.family, "disputes" if quantity.family == "dispute" else "")
