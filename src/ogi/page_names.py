"""Which pictures of a folder are pages of one document, and in which order, by their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogi.expression import expression
from ogi.numerals import whole_number

_CHINESE = expression(r"第([零〇一二三四五六七八九十百]{1,5})(?=[页张])")
_NUMBER = expression(r"(?!20\d\d(?!\d))(?<!\d)(\d{1,9})(?!.*\d)")  # a year is no page
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Pages:
    """Names of the pages of one document, in order; `remark` says what to look at.

    `counted` is true where the names number all of them.
    """

    names: tuple[str, ...]
    remark: str = ""
    counted: bool = True


def documents_of(names: Sequence[str]) -> Iterator[Pages]:
    """Yield the documents whose pages have these names, which all stand in one folder.

    Several documents are told apart only where each has pages that are counted from 1.
    """
    series: dict[str, list[tuple[int | None, str]]] = {}
    for name in names:
        stem, number = _page(name)
        series.setdefault(stem, []).append((number, name))
    if len(series) > 1 and all(min(n or 0 for n, _ in one) == 1 for one in series.values()):
        yield from (_ordered([name for _, name in one]) for one in series.values())
    elif names:
        yield _ordered(names)


def _ordered(names: Sequence[str]) -> Pages:
    """Put names in the order of their numbers, and say what they leave open."""
    pages = [_page(name) for name in names]
    numbers = [number for _, number in pages if number is not None]
    ordered = tuple(sorted(names, key=_natural))
    if len(ordered) == 1:
        return Pages(ordered)
    if len({stem for stem, _ in pages}) > 1 or len(set(numbers)) < len(names):
        shown = "、".join(name.rpartition("/")[2] for name in ordered[:_NAMED])
        more = "等" if len(ordered) > _NAMED else ""
        says = f"图片的先后从文件名看不准，按{shown}{more}的次序读。核对次序，改好文件名再读。"
        return Pages(ordered, says, counted=False)
    missing = sorted(set(range(min(numbers), max(numbers))) - set(numbers))
    if missing:
        return Pages(ordered, f"图片的编号不连续，没有{missing[0]}号，可能缺页。核对文件是否齐全。")
    return Pages(ordered)


def _page(name: str) -> tuple[str, int | None]:
    """Return a name without the number of its page, and that number; None where it has none."""
    plain = _counted(name.rpartition("/")[2].rpartition(".")[0])
    found = _NUMBER.search(plain)
    if found is None:
        return plain, None
    return f"{plain[: found.start()]}#{plain[found.end() :]}", int(found[1])


def _counted(name: str) -> str:
    """Write the number of 第十二页 in digits."""
    return _CHINESE.sub(lambda found: f"第{whole_number(found[1])}", name)


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key that puts 第2页 before 第10页, and 第二页 before 第十页."""
    return [
        (int(piece), "") if piece.isdecimal() else (-1, piece)
        for piece in re.split(r"(\d{1,9})", _counted(name))
    ]
