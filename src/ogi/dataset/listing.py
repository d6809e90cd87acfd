"""Which documents a directory holds now, by the digest of their content."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ogi.dataset.documents import (
    Document,
    kind_of,
    lose_document,
    may_pass,
    pack_readings,
    read_document,
)
from ogi.dataset.rows import Row
from ogi.dataset.schema import clean
from ogi.dataset.standing import Listed
from ogi.dataset.store import Store
from ogi.dataset.task import Task
from ogi.dataset.tree import Tree
from ogi.errors import ReadingError
from ogi.folders import Entry
from ogi.reading import load
from ogi.system import visible

_AT_ONCE = 25
_BYTES_AT_ONCE = 8_000_000


@dataclass
class Listing:
    """The documents found: path and content of each, and those that could not be opened."""

    files: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)

    def unread(self, tree: Tree, known: set[str], passed: Callable[[], None]) -> Iterator[Document]:
        """Note every document, and yield those whose content is not known, once each.

        `passed` is called for each of the others.
        """
        for entry in tree.documents():
            document = self._noted(entry, tree)
            if document is None or document.content in known:
                passed()
            else:
                known.add(document.content)
                yield document

    def _noted(self, entry: Entry, tree: Tree) -> Document | None:
        path, name = entry.path, _name(entry.path, tree.folder)
        try:
            if entry.trouble:
                raise ReadingError(entry.trouble)
            data = load(path, limits=tree.limits)
        except ReadingError as error:
            self.failures.append(_unopened(name, error))
            return None
        content = sha256(data).hexdigest()
        self.files.append((name, content))
        return Document(path.name, content, data, tree.limits)


def reading_tasks(documents: Iterable[Document]) -> Iterator[Task[Document]]:
    """Yield tasks of some documents each, fewer where they are large."""
    waiting: list[Document] = []
    size = 0
    for document in documents:
        waiting.append(document)
        size += len(document.data)
        if len(waiting) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield _task(waiting)
            waiting, size = [], 0
    if waiting:
        yield _task(waiting)


def _task(documents: list[Document]) -> Task[Document]:
    return Task(tuple(documents), read_document, lose_document, pack_readings)


def _name(path: Path, folder: Path) -> str:
    """Return the path within the folder; what is no text, or steers, is written as an escape."""
    return visible(path.relative_to(folder).as_posix())


def _unopened(name: str, error: ReadingError) -> Row:
    kind = kind_of(error)
    row = {"file": name, "member": "", "content": None, "kind": kind}
    return row | {"reason": clean(str(error)), "retry": may_pass(kind)}


_TOLD_BY = ("content", "member", "organ", "year", "title", "format", "figures", "printed", "doubts")
_FAILED = ("kind", "reason", "retry")


def looked_up(listing: Listing, readings: Store) -> tuple[list[Listed], list[Row]]:
    """Return the reports in the documents listed, and the failures, both as often as listed."""
    kept: dict[str, dict[str, Row]] = {content: {} for _, content in listing.files}
    for row in readings.rows((*_TOLD_BY, *_FAILED)):
        if row["content"] in kept:
            kept[row["content"]].setdefault(row["member"], row)
    reports: list[Listed] = []
    failures = list(listing.failures)
    for file, content in listing.files:
        for row in kept[content].values():
            if row["kind"] is None:
                reports.append(Listed(file=file, **{name: row[name] for name in _TOLD_BY}))
            else:
                known = {name: row[name] for name in ("content", "member", *_FAILED)}
                failures.append({"file": file, **known})
    failures.sort(key=lambda row: (row["file"], row["member"]))
    return reports, failures
