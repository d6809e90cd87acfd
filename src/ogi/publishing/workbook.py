"""What a workbook carries unseen: sheets, rows, columns, comments, caches, links."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from lxml import etree

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import Package, attribute, is_local_address, local

_SHOWN = 5
_LETTERS = 26


def hidden_in_workbook(package: Package) -> Iterator[Finding]:
    """Yield everything that a workbook carries unseen."""
    for name, part, state in _sheets(package):
        if state in ("hidden", "veryHidden"):
            yield Finding(Hidden.SHEET, f"有隐藏的工作表“{name}”")
        tree = package.tree(part)
        if tree is not None:
            yield from _hidden_in_sheet(name, tree)
    comments = [one for one in package.within("xl/") if _is_comments(one)]
    if count := sum(_count(package, one, ("comment", "threadedComment")) for one in comments):
        yield Finding(Hidden.COMMENTS, f"有{count}条批注")
    if package.within("xl/revisions/"):
        yield Finding(Hidden.CHANGES, "有修订记录")
    if caches := [one for one in package.within("xl/pivotCache/") if "Records" in one]:
        rows = sum(_count(package, one, ("r",)) for one in caches)
        yield Finding(Hidden.PIVOT, f"透视表里存有原始数据{rows}行")
    yield from _linked(package)
    yield from carried(package, "xl/")


def carried(package: Package, folder: str) -> Iterator[Finding]:
    """Yield the files and macros that an office file carries."""
    if embedded := package.within(f"{folder}embeddings/"):
        yield Finding(Hidden.EMBEDDED, f"嵌入了{len(embedded)}个文件")
    if f"{folder}vbaProject.bin" in package.names:
        yield Finding(Hidden.MACROS, "含有宏")


def _is_comments(name: str) -> bool:
    tail = name.removeprefix("xl/")
    return tail.startswith(("comments", "threadedComments/")) and tail.endswith(".xml")


def _count(package: Package, part: str, names: tuple[str, ...]) -> int:
    tree = package.tree(part)
    return 0 if tree is None else sum(local(one) in names for one in tree.iter())


def _sheets(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield each sheet: its name, its part, how it is shown."""
    book, links = package.tree("xl/workbook.xml"), package.tree("xl/_rels/workbook.xml.rels")
    targets = {
        one.get("Id"): str(one.get("Target", "")) for one in (links if links is not None else ())
    }
    for one in book.iter() if book is not None else ():
        if local(one) == "sheet":
            target = targets.get(attribute(one, "id"), "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            yield str(one.get("name", "")), part, str(one.get("state", ""))


def _hidden_in_sheet(name: str, tree: etree._Element) -> Iterator[Finding]:
    rows: list[int] = []
    columns: list[int] = []
    for one in tree.iter():
        kind = local(one)
        if kind == "row" and (_is_yes(one.get("hidden")) or one.get("ht") == "0") and len(one):
            rows.append(int(one.get("r") or 0))
        elif kind == "col" and (_is_yes(one.get("hidden")) or one.get("width") == "0"):
            columns += range(int(one.get("min") or 1), int(one.get("max") or 1) + 1)
    used = _widest(tree)
    columns = [one for one in columns if one <= used]
    if rows:
        yield Finding(Hidden.ROWS, f"工作表“{name}”有隐藏的行{_runs(rows, str)}")
    if columns:
        yield Finding(Hidden.COLUMNS, f"工作表“{name}”有隐藏的列{_runs(columns, column_name)}")


def _widest(tree: etree._Element) -> int:
    """Return the last column that holds a cell."""
    cells = (str(one.get("r", "")) for one in tree.iter() if local(one) == "c")
    return max((_column(cell) for cell in cells), default=0)


def _column(cell: str) -> int:
    found = 0
    for letter in cell:
        if not letter.isalpha():
            break
        found = found * _LETTERS + ord(letter.upper()) - ord("A") + 1
    return found


def column_name(number: int) -> str:
    """Return the letters of a column.

    >>> column_name(28)
    'AB'
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _runs(numbers: Iterable[int], named: Callable[[int], str]) -> str:
    """Return numbers as runs: 3—5、9."""
    ordered = sorted({*numbers})
    groups = [
        [one for _, one in run]
        for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])
    ]
    said = [named(g[0]) if len(g) == 1 else f"{named(g[0])}—{named(g[-1])}" for g in groups]
    return "、".join(said[:_SHOWN]) + (f"等{len(said)}处" if len(said) > _SHOWN else "")


def _is_yes(value: str | None) -> bool:
    return value in ("1", "true")


def _linked(package: Package) -> Iterator[Finding]:
    outside = [target for kind, target in package.links("xl/") if _leads_inside(kind, target)]
    if package.within("xl/externalLinks/externalLink") and not outside:
        outside = ["其他工作簿"]
    if "xl/connections.xml" in package.names:
        outside.append("数据库或者其他数据源")
    if outside:
        named = "、".join(f"“{one}”" for one in dict.fromkeys(outside[:_SHOWN]))
        yield Finding(Hidden.LINKS, f"链接到{named}")


def _leads_inside(kind: str, target: str) -> bool:
    return kind != "hyperlink" or is_local_address(target)
