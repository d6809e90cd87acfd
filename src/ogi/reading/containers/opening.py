"""Every document in a container, containers within containers included."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ogi.errors import LimitError, ReadingError
from ogi.formats import code, format_of
from ogi.reading.containers.member import Allowance, Member
from ogi.reading.detect import detect
from ogi.reading.limits import Limits, too_large

Opener = Callable[[bytes, Allowance], Iterator[Member]]


def is_container(kind: str) -> bool:
    """Tell whether files of this format hold documents, and are none themselves."""
    return bool(format_of(kind).opener)


def documents_in(data: bytes, name: str, limits: Limits) -> Iterator[Member]:
    """Yield the documents in a file, one after the other; a document holds itself.

    Whatever cannot be taken out is yielded with the reason, and costs the others nothing.
    """
    if len(data) > limits.bytes:
        yield Member(name, error=too_large(len(data), limits))
        return
    yield from _opened(Member(name, data), Allowance(limits), 0)


def _opened(member: Member, allowance: Allowance, depth: int) -> Iterator[Member]:
    try:
        kind = member.kind or detect(member.data)
    except ReadingError as error:
        yield replace(member, error=error)
        return
    if not is_container(kind):
        yield replace(member, kind=kind)
    elif depth >= allowance.limits.depth:
        says = f"压缩包套压缩包超过{allowance.limits.depth}层，未作读取。解压后再读。"
        yield Member(member.name, kind=kind, error=LimitError(says))
    else:
        yield from _inside(member, _opener(kind), allowance, depth)


def _opener(kind: str) -> Opener:
    """Return what opens a container, imported only when it is needed."""
    opener: Opener = code(format_of(kind).opener)
    return opener


def _inside(member: Member, opener: Opener, allowance: Allowance, depth: int) -> Iterator[Member]:
    try:
        for inner in opener(member.data, allowance):
            named = replace(inner, name="/".join(filter(None, (member.name, inner.name))))
            if named.error is None:
                yield from _opened(named, allowance, depth + 1)
            else:
                yield named
    except ReadingError as error:
        yield Member(member.name, error=error)
