"""Two texts of one draft (同时修改): side by side, with what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ogi.casework import Item
from ogi.casework.grounds import grounds
from ogi.casework.outcomes import outcomes
from ogi.letters import elements
from ogisite.intake.replies import Content
from ogisite.intake.reviewing import pieces


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two drafts differ: what it is, and the pieces of each text."""

    label: str
    mine: tuple[tuple[str, str], ...]
    now: tuple[tuple[str, str], ...]


def differences(items: Sequence[Item], mine: Content, now: Content) -> list[Difference]:
    """Return every place where two drafts differ."""
    return [one for item in items for one in _of_item(item, mine, now, len(items) > 1)]


def _of_item(item: Item, mine: Content, now: Content, several: bool) -> Iterator[Difference]:
    name = f"{item.asks}：" if several else ""
    own, other = mine.facts.get(item.key, {}), now.facts.get(item.key, {})
    facts = (
        (elements()[key].name, _text(own.get(key)), _text(other.get(key)))
        for key in dict.fromkeys((*own, *other))
    )
    for label, ours, theirs in (("处理结果", _result(mine, item), _result(now, item)), *facts):
        if ours != theirs:
            found = tuple(pieces(theirs, ours))
            yield Difference(
                f"{name}{label}",
                tuple(one for one in found if one[0] != "del"),
                tuple(one for one in found if one[0] != "ins"),
            )


def _result(content: Content, item: Item) -> str:
    code = content.results.get(item.key, "")
    return outcomes()[code].term if code in outcomes() else "还没有选"


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            return "\n".join(_text(one) for one in value)
        case dict():
            ground = grounds().get(str(value.get("ground", "")))
            said = [value.get("what"), ground.term if ground else "", value.get("kind")]
            return "，".join(str(one) for one in (*said, value.get("reason")) if one)
    return str(value)
