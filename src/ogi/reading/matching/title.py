"""Title, organ and year of a report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.expression import expression
from ogi.form import Paragraph
from ogi.numerals import whole_number
from ogi.place import Place
from ogi.reading.folding import folded
from ogi.reading.matching.lines import Line
from ogi.reading.matching.normal import is_traditional, normal, simplified

_LONGEST = 62
_HEAD = 60
_ENDING = 6
_TITLE = expression(r"(?:年度报告|年度工作报告|工作报告|年报)$")
_REPORT = frozenset("年度报告")
_TOPIC = expression(r"信息公开|政务公开")
_NOT = expression(
    r"[。，；？！/_]|依据|根据|编制|现将|如下|下载|本报告|通知|格式|首页|位置|栏目|上一|下一|地址|目录:"
    r"|关于(?:公布|发布|印发|报送|做好|开展|编制|转发|召开)"
)
_LABELLED = expression(
    r"\s*(?:标题|名称|信息名称|文件名称|公文名称|题名)\s*[:：|]?\s*(.+)", re.DOTALL
)
_YEAR = expression(r"(20\d\d)\s*年")
_CHINESE_YEAR = expression(r"二[〇○零Oo0][一二三四五六七八九〇○零]{2}年")
_PERIOD = expression(r"(20\d\d)\s*年?\s*1\s*月\s*1\s*日.{0,12}?(20\d\d)?\s*年?\s*12\s*月\s*31\s*日")
_ORGANS = (
    "人民政府|政府|办公室|办公厅|办事处|委员会|管委会|管理局|局|厅|委|办|"
    "中心|街道|镇|乡|处|院|站|队|所|部|署|总队|支队|会|园区|开发区|实验区|示范区"
)
_ORGAN = expression(rf"[^\s，。；：:（）()\d]{{2,40}}?(?:{_ORGANS})")
_SUFFIX = expression(
    r"(?:年|年度)?(?:政府信息公开|政务公开|信息公开|政府政务公开|政务信息公开).*$", re.DOTALL
)
_STATUTORY = "政府信息公开工作年度报告"
_NEARLY = 85  # of 100: two characters of the twelve lost or wrong, as recognition loses them
_SITE = expression(r"\s*[-_—|－]\s*[^-_—|－]{2,24}$")
_PREFIX = expression(r"^[\x20-\x7e]+\s[-–—|]\s*(?=[\u4e00-\u9fff])")
_DATE = expression(r"\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")


_NAMED = expression(
    r"(?:^|[,。;:])(?:现(?:予|将|就)?)?(?:公布|发布|公开|编制|将|就)?了?"
    rf"(?P<organ>[^\s,。;:()《》\d]{{2,30}}?(?:{_ORGANS}))"
    r"(?:关于)?(?:20\d\d年度?|二[〇○零][一二三四五六七八九〇○零]{2}年度?)"
    r"(?:政府|政务)?(?:信息公开|政务公开)[^,。;]{0,10}报告"
)
_OPENING = 12  # lines in which the organ may be named in a sentence


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of a document says: title as printed, organ, year, place, lines."""

    text: str | None
    organ: str | None
    year: int | None
    place: Place | None
    lines: range


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible title on some lines; joined lines and metadata rows carry a malus."""

    text: str
    lines: range
    malus: float

    @property
    def worth(self) -> float:
        return _worth(self.text) - self.malus


def title_of(lines: Sequence[Line], until: int, outside: Sequence[str]) -> Title:
    """Find the title in the first lines, up to `until`, or in the format's own titles."""
    best = max(_candidates(lines[: min(until, _HEAD * 4)]), key=lambda c: c.worth, default=None)
    others = [_SITE.sub("", title).strip() for title in outside]
    other = max((title for title in others if _is_title(title)), key=_worth, default=None)
    if other and (best is None or _worth(other) > _worth(best.text)):
        text, span = other, range(0)
    elif best:
        text, span = best.text, best.lines
    else:
        return Title(None, _named(lines) or _signature(lines), None, None, range(0))
    place = lines[span.start].place if span else None
    return Title(
        text, _organ(text) or _named(lines) or _signature(lines), _title_year(text), place, span
    )


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title that stands in the text: its lines, as printed, its organ and year."""

    lines: range
    text: str
    organ: str | None
    year: int | None


def title_lines(lines: Sequence[Line]) -> list[TitleLine]:
    """Return every title in the text, in order; a title broken over lines is one."""
    best: dict[int, _Candidate] = {}
    for one in _candidates(lines):
        if one.lines and (one.lines.stop not in best or one.worth > best[one.lines.stop].worth):
            best[one.lines.stop] = one
    found: list[TitleLine] = []
    for end in sorted(best):
        span, text = best[end].lines, best[end].text
        if not found or found[-1].lines.stop <= span.start:
            found.append(TitleLine(span, text, _organ(text), _title_year(text)))
    return found


def _candidates(head: Sequence[Line]) -> Iterator[_Candidate]:
    texts = [_headline(line) for line in head]
    for number, text in enumerate(texts):
        labelled = _LABELLED.fullmatch(text)
        if labelled and _is_title(labelled[1]):
            yield _Candidate(labelled[1].strip(), range(number, number + 1), 0.6)
            continue
        for word in text[:400].split() if len(text) > _LONGEST else ():
            if _is_title(word):
                yield _Candidate(word, range(0), 0.2)
        for above in range(3):
            first = number - above
            if first < 0 or (above and not _may_begin(texts[first])):
                break
            joined = "".join(texts[first : number + 1])
            if _is_title(joined):
                malus = 0.4 if head[number].row >= 0 else 0.1 * above
                yield _Candidate(joined, range(first, number + 1), malus)


def _headline(line: Line) -> str:
    """Return what a line says; of a row of metadata, its last cell."""
    if not line.pieces:
        return ""
    text = (line.printed if line.row < 0 else line.pieces[-1]).strip()
    return _PREFIX.sub("", text)


def _may_begin(text: str) -> bool:
    """Tell whether a line may be the first part of a title broken over lines."""
    plain = normal(text)
    return 2 <= len(plain) <= 34 and not _NOT.search(text) and ":" not in plain and "|" not in text


def _is_title(text: str) -> bool:
    if len(text) > 2 * _LONGEST:
        return False
    plain = normal(simplified(text) if is_traditional(text, fewest=2) else text)
    return (
        6 <= len(plain) <= _LONGEST
        and _names_a_report(plain)
        and (_TOPIC.search(plain) is not None or _misprinted(plain) is not None)
        and not _NOT.search(text)
        and not re.match(r"[一二三四五六七八九十][,.]", plain)
    )


def _names_a_report(plain: str) -> bool:
    """Tell whether a title ends as reports do, if with its last characters in disorder."""
    return _TITLE.search(plain) is not None or _REPORT.issubset(plain[-_ENDING:])


def _misprinted(text: str) -> int | None:
    """Return where the statutory wording begins that is printed with a slip, else None."""
    if len(text) < len(_STATUTORY) - 2:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(_STATUTORY, text, score_cutoff=_NEARLY)
    return found.dest_start if found and found.dest_end == len(text) else None


def _worth(text: str) -> float:
    """Value a title by what it tells: year, organ, the statutory wording."""
    worth = 1.0 if _YEAR.search(text) or _CHINESE_YEAR.search(text) else 0.0
    worth += 1.0 if _organ(text) else 0.0
    return worth + (0.5 if "政府信息公开工作年度报告" in normal(text) else 0.0)


def _organ(title: str | None) -> str | None:
    """Return what stands in a title beside the year and the subject."""
    if not title:
        return None
    text = folded(title)
    if is_traditional(text, fewest=2):
        text = simplified(text)
    text = "".join(text.split())
    whole = _SUFFIX.sub("", text)
    text = text[: _misprinted(text)] if whole == text else whole
    text = re.sub(r"20\d\d年?度?|二[〇○零][一二三四五六七八九〇○零]{2}年?度?", "", text)
    text = re.sub(r"^(?:关于|《)|(?:关于|的|年度|年)$", "", text)
    return text if 2 <= len(text) <= 40 else None


def _named(lines: Sequence[Line]) -> str | None:
    """Return the organ that a heading or a sentence at the beginning names as the report's.

    某局关于2023年政府信息公开工作情况的报告; 现公布某街道2023年度政府信息公开工作年度报告。
    """
    for line in lines[:_OPENING]:
        text = "".join(folded(line.printed or line.label).replace("，", ",").split())
        if found := _NAMED.search(text):
            return found["organ"]
    return None


def _signature(lines: Sequence[Line]) -> str | None:
    """Return the organ that signs at the end, above the date."""
    tail = [line.label.strip() for line in lines[-12:] if line.row < 0 and line.label.strip()]
    for above, below in pairwise(tail):
        if _DATE.fullmatch(below) and _ORGAN.fullmatch(above.replace(" ", "")):
            return above.replace(" ", "")
    return None


def _title_year(title: str) -> int | None:
    if match := _YEAR.search(folded(title)):
        return int(match[1])
    if chinese := _CHINESE_YEAR.search(title):
        digits = re.sub("[○零Oo0]", "〇", chinese[0][:-1])
        return whole_number(digits)
    return None


def year_of(texts: Sequence[Paragraph]) -> int | None:
    """Return the year of the statistical period, or else the year named most."""
    text = folded("\n".join(paragraph.text for paragraph in texts))
    if period := _PERIOD.search(text):
        return int(period[1])
    years = Counter(_YEAR.findall(re.sub(r"[〔\[(（]20\d\d[〕\])）]", "", text[:3000])))
    return int(years.most_common(1)[0][0]) if years else None
