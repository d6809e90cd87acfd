"""What of a container is a report, what could not be read, and what is something else.

A ZIP file or a mail holds more than reports: a logo, a letter, the parts of a web page.
Where a report is found, these are named in a remark; where none is found, they are why.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ogi.errors import (
    DamagedError,
    ForeignFormatError,
    NotAnAnnualReportError,
    NoTextError,
    OgiError,
    ReadingError,
)
from ogi.reading.containers import Member
from ogi.reading.found import Found

LOG = logging.getLogger("ogi.reading")
_NAMED = 5
_NONE = "没有读到年度报告。"

Reader = Callable[[Member], Iterator[Found]]
Pair = tuple[Found, Member]


@dataclass(slots=True)
class _Rest:
    """What is no report: other documents, and pictures."""

    others: list[str] = field(default_factory=list)
    pictures: list[Member] = field(default_factory=list)


def sift(members: Iterable[Member], name: str, read: Reader) -> Iterator[Pair]:
    """Yield the reports in documents and the errors, each with its document.

    `name` is that of the whole input; a document of that name is the input itself.
    """
    rest = _Rest()
    last: Pair | None = None
    failed = False
    for member in members:
        for pair in _read(member, rest if member.name != name else None, read):
            if pair[0].report is None:
                failed = True
                yield pair
                continue
            if last:
                yield last
            last = pair
    if last:
        yield _with_remark(last, rest), last[1]
    else:
        yield from _without_report(rest, name, failed, read)


def _read(member: Member, rest: _Rest | None, read: Reader) -> Iterator[Pair]:
    """Yield what a document holds; what is plainly no report goes to the rest."""
    if rest and _is_picture(member):
        rest.pictures.append(member)
        return
    try:
        if member.error:
            raise member.error
        yield from ((found, member) for found in _found(member, read))
    except (NotAnAnnualReportError, ForeignFormatError) as error:
        if rest is None:
            yield Found(member.name, error=error), member
        elif not member.body:
            rest.others.append(member.name)
    except ReadingError as error:
        yield Found(member.name, error=error), member


def _found(member: Member, read: Reader) -> Iterator[Found]:
    """Yield what a document holds; one that no reader foresaw costs only itself."""
    try:
        yield from read(member)
    except (OgiError, MemoryError, OSError):
        raise
    except Exception as error:
        LOG.debug("%s: a reader failed", member.name, exc_info=error)
        raise DamagedError(
            f"文件的写法出乎意料，没有读成（{type(error).__name__}）。用原软件打开，另存后再读。"
        ) from error


def _is_picture(member: Member) -> bool:
    return member.kind == "image" or (not member.kind and isinstance(member.error, NoTextError))


def _with_remark(pair: Pair, rest: _Rest) -> Found:
    found = pair[0]
    remarks = []
    if rest.others:
        remarks.append(f"一起的另外{_names(rest.others)}不是年度报告，没有读入。")
    if rest.pictures:
        names = _names([picture.name for picture in rest.pictures])
        remarks.append(f"一起的图片没有识别：{names}。")
    return _remarked(found, remarks)


def _remarked(found: Found, remarks: Sequence[str]) -> Found:
    if not remarks or found.report is None:
        return found
    return replace(found, report=replace(found.report, remarks=(*found.report.remarks, *remarks)))


def _without_report(rest: _Rest, name: str, failed: bool, read: Reader) -> Iterator[Pair]:
    """Yield what pictures hold where nothing else held a report, or else an error."""
    found = False
    for picture, remark in _leaflets(rest.pictures):
        for one, member in _read(picture, None, read):
            if isinstance(one.error, NotAnAnnualReportError):
                rest.others.append(picture.name)
            else:
                found = True
                yield _remarked(one, [remark] if remark else []), member
    if found or (failed and not rest.others):
        return
    says = f"{_names(rest.others)}都不是年度报告。" if rest.others else "里面没有可读的文件。"
    whole = Member(name)
    yield Found(name, error=NotAnAnnualReportError(f"{_NONE}{says}核对文件。")), whole


def _leaflets(pictures: Sequence[Member]) -> Iterator[tuple[Member, str]]:
    if pictures:
        from ogi.reading.leaflets import leaflets

        yield from leaflets(pictures)


def _names(names: Sequence[str]) -> str:
    """Say how many files there are, and name the first of them."""
    shown = "、".join(name.rpartition("/")[2] for name in names[:_NAMED])
    more = "等" if len(names) > _NAMED else ""
    return f"{len(names)}个文件（{shown}{more}）"


def several(found: Sequence[Found]) -> str:
    """Say that there are several reports where one was asked for."""
    names = [one.name for one in found if one.report is not None]
    shown = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
    return f"里面有{len(names)}份年度报告（{shown}）。用 ogi read 逐份读出，或者拆开后再读。"
