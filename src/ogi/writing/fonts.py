"""Chinese fonts for PDF: those of the machine, and after them those of a package (OFL)."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

_PACKAGE = "pylopdf_fonts_zh_cn"  # Noto Sans SC and Noto Serif SC, all of GBK
_BOLD = 600

TITLE = ("FZXiaoBiaoSong-B05S", "STZhongsong")
FANG = ("FangSong_GB2312", "FangSong", "STFangsong", "FandolFang R", "FandolFang")
KAI = ("KaiTi_GB2312", "KaiTi", "STKaiti", "FandolKai")
HEI = (
    *("SimHei", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"),
    *("PingFang SC", "WenQuanYi Zen Hei", "Noto Sans SC"),
)
SONG = (
    *("SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "FandolSong", "Songti SC", "STSong"),
    *("WenQuanYi Zen Hei", "Noto Serif SC"),
)


@cache
def package_fonts() -> Path | None:
    """Return the folder of the fonts that come as a package, None where it is not installed."""
    found = find_spec(_PACKAGE)
    return Path(found.origin).parent if found and found.origin else None


@cache
def all_fonts() -> "Fonts":
    """Return every font that a PDF may be set in."""
    from typst import Fonts

    package = package_fonts()
    return Fonts(
        include_system_fonts=True,
        include_embedded_fonts=False,
        font_paths=[package] if package else [],
    )


def chosen(fonts: "Fonts", wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the families to set a text in, the wanted ones first, of those that are there.

    Where none of those we know is there, any font begins, and typst looks further for each
    character; without any font there is nothing to choose.
    """
    there = {name.lower(): name for name in fonts.families()}
    known = [name for name in (*wanted, *SONG, *HEI) if name.lower() in there]
    return tuple(dict.fromkeys(known or [*there.values()][:1]))


@cache
def has_bold(fonts: "Fonts", family: str) -> bool:
    """Tell whether a family has a bold face of its own."""
    return any(one.family == family and one.weight >= _BOLD for one in fonts.fonts())
