"""What a reviewer and a signer see (审核、签发): the letter, its way, facts and questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher

from ogi.casework import Item, ItemResult, key_of
from ogi.casework.acts import Act, Ledger
from ogi.casework.grounds import ground
from ogi.casework.items import items_of
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcome
from ogi.casework.replying import Drafted
from ogi.casework.strikes import effective
from ogi.docket import Standing, standing
from ogi.letters import Letter
from ogisite.core.models import Appointment
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.letters import Made, Sheet, named, sheet_of
from ogisite.intake.models import Case, SubmittedDraft
from ogisite.intake.replies import Content, composed_reply, reply_digest, results_of
from ogisite.intake.wording import Question, review_words

REVIEWS = ("reviewed", "legal_reviewed", "secrecy_reviewed")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way of a letter: what, who, when, how it went."""

    label: str
    who: str = ""
    on: date | None = None
    says: str = ""
    is_now: bool = False

    @property
    def done(self) -> bool:
        """Whether it lies behind."""
        return self.on is not None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What stands beside the letter that is decided on."""

    submission: SubmittedDraft
    sheet: Sheet
    digest: str
    standing: Standing
    way: tuple[Step, ...]
    facts: tuple[tuple[bool, str], ...]
    questions: tuple[Question, ...]
    results: tuple[str, ...]
    earlier: SubmittedDraft | None

    @property
    def changed(self) -> bool:
        """Whether the text is another than the one that was sent to review."""
        return self.digest != self.submission.digest


def last_submission(case: Case) -> SubmittedDraft | None:
    """Return the draft that was sent to review last."""
    return case.submissions.select_related("by", "letter", "entry").order_by("-at", "-pk").first()


def review_page(case: Case, on: date) -> ReviewPage | None:
    """Return what is decided on; None where no draft was sent to review on the site."""
    submission = last_submission(case)
    if submission is None:
        return None
    ledger, content = ledger_of(case), Content.of(getattr(case, "draft", None))
    made = composed_reply(case, content, on, ledger)
    stands = standing(ledger, on, case.organ.jurisdiction)
    items = items_of(effective(ledger))
    results = results_of(content, items)
    sheet = sheet_of(made, names_of(case))
    drafts = case.submissions.filter(at__lt=submission.at).order_by("-at", "-pk")
    return ReviewPage(
        submission=submission,
        sheet=sheet,
        digest=reply_digest(case, made) if isinstance(made, Letter) else "",
        standing=stands,
        way=tuple(way_of(case, ledger, on)),
        facts=tuple(_facts(case, made, sheet)),
        questions=tuple(_questions(results)),
        results=tuple(_results(results, items)),
        earlier=drafts.first(),
    )


def way_of(case: Case, ledger: Ledger, on: date) -> Iterator[Step]:
    """Yield the steps of the draft, from the drafting to the delivery."""
    acts = _since_drafted(effective(ledger))
    steps = ("drafted", *case.organ.jurisdiction.rules.steps, "replied", "delivered")
    done = iter([act for act in acts if key_of(act) in steps])
    now, people = True, _people(case, on)
    for key in steps:
        act = next(done, None)
        if act is not None and key_of(act) == key and getattr(act, "approved", True):
            yield Step(act_label(key), act.by, act.on, getattr(act, "opinion", ""))
            continue
        done = iter(())
        yield Step(act_label(key), people.get(key, ""), is_now=now)
        now = False


def _since_drafted(acts: Ledger) -> list[Act]:
    begun = max((at for at, act in enumerate(acts) if isinstance(act, Drafted)), default=0)
    return list(acts[begun:])


_ROLES = {
    "reviewed": ("reviewer",),
    "legal_reviewed": ("legal_reviewer",),
    "secrecy_reviewed": ("secrecy_reviewer",),
    "signed": ("head", "leader"),
}


def _people(case: Case, on: date) -> dict[str, str]:
    """Return who may do each step, by act; at most three are named."""
    roles = {role: key for key, named_here in _ROLES.items() for role in named_here}
    held = Appointment.objects.filter(organ=case.organ, role__in=roles).in_force(on)
    found: dict[str, list[str]] = {}
    for role, name in held.values_list("role", "person__name").order_by("person__name"):
        found.setdefault(roles[role], []).append(name)
    return {key: "、".join(dict.fromkeys(names[:3])) for key, names in found.items()}


def _facts(case: Case, made: Made, sheet: Sheet) -> Iterator[tuple[bool, str]]:
    """Yield what the platform can tell by itself."""
    if not isinstance(made, Letter):
        yield from ((False, one) for one in sheet.reasons)
        return
    names = "、".join(one.name for one in sheet.present)
    yield True, f"必备内容{len(sheet.present)}项齐全：{names}"
    if made.remedy:
        yield (
            True,
            f"救济途径和期限已写明，共{len(made.remedy)}段，按处理结果和本机关的复议机关、法院",
        )
    if basis := made.elements.get("basis"):
        yield True, f"条文按处理结果引用：{basis}"
    attached = list(case.attachments.filter(goes_out=True))
    for one in attached:
        yield True, f"附件“{one.name}”发布前检查通过"
    if not attached:
        yield True, "没有随答复书提供的附件"


def _questions(results: Sequence[ItemResult]) -> Iterator[Question]:
    """Yield what a person has to judge: what the grounds need in the file, and the rest."""
    for key in dict.fromkeys(key for one in results for key in one.grounds):
        used = ground(key)
        for proof in used.proof.values():
            yield Question(f"{used.term}：卷内有没有{proof}？", used.cites)
    asked = review_words()
    for family in dict.fromkeys(outcome(one.outcome).family for one in results):
        yield from asked.families.get(family, ())
    yield from asked.always


def _results(results: Sequence[ItemResult], items: Sequence[Item]) -> Iterator[str]:
    for at, one in enumerate(results, 1):
        term = outcome(one.outcome).term
        yield f"第{at}项{term}" if len(items) > 1 else term


@dataclass(frozen=True, slots=True)
class Change:
    """One changed paragraph: its place in the new text, and its pieces as kept, ins or del."""

    place: int
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two drafts, and what was said when the older one came back."""

    earlier: SubmittedDraft
    later: SubmittedDraft
    changes: tuple[Change, ...]
    opinions: tuple[tuple[str, datetime, str], ...]


def comparison(case: Case) -> Comparison | None:
    """Return how the last draft differs from the one before."""
    two = list(case.submissions.select_related("by", "entry").order_by("-at", "-pk")[:2])
    if len(two) < 2:
        return None
    later, earlier = two
    names = names_of(case)
    changes = changes_of(named(earlier.paragraphs, names), named(later.paragraphs, names))
    between = case.chain.entries.filter(
        place__gt=earlier.entry.place, place__lt=later.entry.place, act__in=REVIEWS
    )
    opinions = tuple(
        (str(one.data.get("by", "")), one.recorded_at, str(one.data.get("opinion", "")))
        for one in between
    )
    return Comparison(earlier, later, tuple(changes), opinions)


def changes_of(before: list[str], after: list[str]) -> Iterator[Change]:
    """Yield the paragraphs that differ, each with what went and what came."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = before[a:b], after[c:d]
        for at in range(max(len(old), len(new))):
            one = old[at] if at < len(old) else ""
            other = new[at] if at < len(new) else ""
            yield Change(c + min(at, max(len(new) - 1, 0)) + 1, tuple(pieces(one, other)))


def pieces(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of two texts: "" for what stayed, del for what went, ins for what came.

    >>> list(pieces("第十六条", "第十四条"))
    [('', '第十'), ('del', '六'), ('ins', '四'), ('', '条')]
    """
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "", before[a:b]
            continue
        if a < b:
            yield "del", before[a:b]
        if c < d:
            yield "ins", after[c:d]
