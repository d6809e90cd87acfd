"""Read and check a document of a dataset: what is worked on, and the rows it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.checks import check
from ogi.dataset.fingerprint import fingerprint
from ogi.dataset.rows import Row, report_row
from ogi.dataset.schema import READING, packed
from ogi.dataset.task import Loss
from ogi.errors import (
    DamagedError,
    EncryptedError,
    LimitError,
    MissingPartError,
    NotAnAnnualReportError,
    NoTextError,
    ReadingError,
    UnsupportedFormatError,
)
from ogi.reading import Limits, read_all_bytes
from ogi.reading.found import Found

_KINDS: dict[type[ReadingError], str] = {
    UnsupportedFormatError: "unsupported",
    NotAnAnnualReportError: "not_a_report",
    EncryptedError: "encrypted",
    NoTextError: "no_text",
    MissingPartError: "missing_part",
    DamagedError: "damaged",
    LimitError: "limit",
}
KINDS = {
    "unsupported": "格式不认得",
    "not_a_report": "不是年度报告",
    "encrypted": "有密码",
    "no_text": "没有文字",
    "missing_part": "缺少部件",
    "damaged": "文件损坏",
    "limit": "超过上限",
    "unreadable": "打不开",
    "died": "读取的进程中途停了",
    "hung": "超过时限",
    "memory": "超过内存限制",
    "unexpected": "读取时出了意外",
}
_MAY_PASS = frozenset(
    ("missing_part", "limit", "unreadable", "died", "hung", "memory", "unexpected")
)
_LOST = {
    Loss.DIED: "读取的进程中途停了，多半是文件有意损坏",
    Loss.HUNG: "超过时限还没有读完。可以用 --max-seconds 调高时限，再加 --retry 重读",
    Loss.TOO_BIG: "读取要用的内存超过内存限制。可以用 --max-memory 调高，再加 --retry 重读",
}


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a document, what to call it, and how large it may be."""

    name: str
    content: str
    data: bytes
    limits: Limits


def read_document(document: Document) -> list[Row]:
    """Return a row for each report in a document, and for each part that was not read."""
    try:
        found = read_all_bytes(document.data, document.name, limits=document.limits)
        return [_row(document, one) for one in found] or [_nothing(document)]
    except MemoryError:
        return [_failed(document, "", "died", "内存不够，没有读成")]
    except Exception as error:  # a fault of ours must not cost the other documents
        says = f"读取时出了意外，没有读成（{type(error).__name__}：{error}）"
        return [_failed(document, "", "unexpected", says)]


def lose_document(document: Document, loss: Loss) -> list[Row]:
    """Return what is recorded of a document that cost the process that read it."""
    return [_failed(document, "", loss.value, _LOST[loss])]


def pack_readings(rows: Sequence[Row]) -> bytes:
    """Return rows of documents as a file; one that cannot be written becomes a failure."""
    try:
        return packed(rows, READING)
    except (ValueError, TypeError, OverflowError):  # a number that no report can have, and the like
        return packed([_writable(row) for row in rows], READING)


def _writable(row: Row) -> Row:
    try:
        packed([row], READING)
    except (ValueError, TypeError, OverflowError) as error:
        says = f"读出的内容写不进数据集（{error}）"
        known = {name: row[name] for name in ("content", "member", "reader", "size")}
        return known | _failure("unexpected", says)
    return row


def kind_of(error: ReadingError) -> str:
    """Return the kind of a failure, as the dataset names it."""
    return next((_KINDS[each] for each in type(error).__mro__ if each in _KINDS), "unreadable")


def may_pass(kind: str) -> bool:
    """Say whether reading the same document again may succeed."""
    return kind in _MAY_PASS


def _row(document: Document, found: Found) -> Row:
    member = found.name.removeprefix(document.name).removeprefix("/")
    if found.report is None:
        error = found.error or ReadingError("没有读出报告")
        return _failed(document, member, kind_of(error), str(error))
    return _known(document, member) | report_row(found.report, check(found.report))


def _nothing(document: Document) -> Row:
    return _failed(document, "", "not_a_report", "里面没有可读的文件")


def _failed(document: Document, member: str, kind: str, reason: str) -> Row:
    return _known(document, member) | _failure(kind, reason)


def _failure(kind: str, reason: str) -> Row:
    return {"kind": kind, "reason": reason, "retry": may_pass(kind)}


def _known(document: Document, member: str) -> Row:
    return {
        "content": document.content,
        "member": member,
        "reader": fingerprint(),
        "size": len(document.data),
    }
