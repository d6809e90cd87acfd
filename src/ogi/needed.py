"""The words that a text must hold for a pattern to match it, told without compiling it."""

import re
from dataclasses import dataclass, field

Words = tuple[str, ...]
_TOKEN = (
    r"(?s)\\(?:x..|u....|U.{8}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<[=!]|.)"
    r"|[*+?]\??|\{\d*,?\d*\}\??|."
)
_LEAVES_OUT = ("*", "?", "{0", "{,")
_NO_CHARACTER = (*"[.^$", "\\")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_OPENS = ("(?:", "(?P<", *_LOOKS)


@dataclass(slots=True)
class _Level:
    """What was seen of a group: its alternatives, and of the last the best words and the run."""

    looks: bool = False
    done: list[Words] = field(default_factory=list)
    best: Words = ()
    last: Words = ()
    run: str = ""

    def settle(self) -> None:
        """End the run of characters, and keep what tells most: long words, and few."""
        for words in (self.last, (self.run,) if self.run else ()):
            if words and _tells(words) > _tells(self.best):
                self.best = words
        self.last, self.run = (), ""

    def turn(self) -> None:
        """End an alternative."""
        self.settle()
        self.done.append(self.best)
        self.best = ()

    def words(self) -> Words:
        """Return the words of all alternatives; none where one of them needs none."""
        self.turn()
        known = not self.looks and all(self.done)
        return tuple({word for words in self.done for word in words}) if known else ()


def _tells(words: Words) -> tuple[int, int]:
    return (min(map(len, words), default=0), -len(words))


def needed(pattern: str) -> Words:
    """Return words of which each text that the pattern matches holds one; () if none is told.

    >>> sorted(needed("(?:收到|受理)[^。]*申请|依申请公开"))
    ['依申请公开', '收到', '受理']
    """
    levels = [_Level()]
    for token in re.findall(_TOKEN, pattern):
        here = levels[-1]
        if token.startswith("("):
            if not token.startswith(_OPENS) and token != "(":
                return ()  # flags, conditions, what was matched before: whatever they mean
            here.settle()
            levels.append(_Level(looks=token in _LOOKS))
        elif token == ")":
            levels.pop()
            levels[-1].last = here.words()
        elif token == "|":
            here.turn()
        elif token[0] in "*+?{" and token != "{":
            _repeat(here, leaves_out=token.startswith(_LEAVES_OUT))
        elif token.startswith(_NO_CHARACTER) and not _is_sign(token):
            here.settle()
        else:
            if here.last:
                here.settle()
            here.run += token[-1]
    return levels[0].words()


def _repeat(here: _Level, *, leaves_out: bool) -> None:
    """Take what was last seen out of the run: it may stand more than once, or not at all."""
    if leaves_out and here.run:
        here.run = here.run[:-1]
    elif leaves_out:
        here.last = ()
    here.settle()


def _is_sign(token: str) -> bool:
    """Tell whether a token is a sign that is written with a backslash before it."""
    return len(token) == 2 and token[0] == "\\" and not token[1].isalnum()
