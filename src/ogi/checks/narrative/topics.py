"""What a passage speaks of (话题): applications, disputes, publishing, fees, or something else."""

import re
from dataclasses import dataclass

from ogi.checks.narrative.scopes import said_scope
from ogi.checks.narrative.words import dictionary, entry
from ogi.data import from_data

_SUBJECT = 20  # characters in which a sentence names its subject
_SECTIONS = {"applications": "application", "disputes": "dispute"}
_GROUPS = ("application", "dispute", "fee", "published", "other")


@dataclass(frozen=True, slots=True)
class Topic:
    """A word that sets the topic, where it stands, and whether it alone is clear."""

    name: str
    clear: bool
    start: int


@from_data
def _pattern() -> re.Pattern[str]:
    words = dictionary("topics")
    parts = [f"(?P<{name}>{'|'.join(words[name]['clear'])})" for name in _GROUPS]
    parts.append(f"(?P<vague>{'|'.join(words['application']['vague'])})")
    return re.compile("|".join(parts))


def topics_in(text: str) -> list[Topic]:
    """Return the topic words of a sentence, left to right."""
    return [
        Topic("application", False, match.start())
        if match.lastgroup == "vague"
        else Topic(str(match.lastgroup), True, match.start())
        for match in _pattern().finditer(text)
    ]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a sentence.

    topic    the last topic named
    heading  the topic of the heading it stands under
    field    the sentence before names the field
    scope    whose figures the sentence before gives
    thing    what was counted last, where it was not an application
    """

    topic: str = ""
    heading: str = ""
    field: bool = False
    scope: str = ""
    thing: str = ""

    @classmethod
    def of(cls, section: str) -> "Setting":
        """Return the setting at the beginning of a section."""
        named = _SECTIONS.get(section, "")
        return cls(topic=named, field=named == "dispute")

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The topics that a sentence without a word for one goes on with."""
        return tuple(name for name in (self.topic, self.heading) if name)

    def after(self, text: str, topics: list[Topic], section: str, thing: str = "") -> "Setting":
        """Return the setting for the sentence that follows."""
        clear = [topic.name for topic in topics if topic.clear]
        vague = [topic.name for topic in topics]
        name = clear[-1] if clear else (self.topic if not vague or self.topic else "")
        if "application" in clear and "other" not in clear:
            name = "application"
        field = section == "disputes" or bool(entry("topics", "field").search(text))
        heading = self.heading
        if numbered := entry("topics", "numbered").match(text):
            named = [topic.name for topic in topics if topic.start < numbered.end() and topic.clear]
            heading = named[0] if named else ""
        if numbered or name != self.topic:
            thing = ""
        return Setting(name, heading, field, said_scope(text[:_SUBJECT]), thing)


def speaks_of(
    wanted: str, topics: list[Topic], start: int, end: int, setting: Setting
) -> bool | None:
    """Say whether a stretch of a sentence speaks of a topic; None where that is not clear."""
    inside = [topic for topic in topics if start <= topic.start < end]
    if any(topic.name == wanted and topic.clear for topic in inside):
        return True
    if any(topic.name != wanted and topic.name != "published" for topic in inside):
        return False
    before = [topic for topic in topics if topic.start < start and topic.name != "published"]
    last = next((topic for topic in reversed(before) if topic.clear), None)
    if last is not None:
        return last.name == wanted
    if wanted in (setting.topic, setting.heading):
        return True
    return None if inside or before else False
