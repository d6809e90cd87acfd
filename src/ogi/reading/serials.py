"""Numbers of a workbook as their cells show them: rounded, as percentages, as dates."""

import datetime
import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from ogi.expression import expression

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_NOT_CODES = expression(r"\"[^\"]*\"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*.")
_DATE_CODES = expression(r"[ymdhs]", re.I)
_PLAIN = expression(r"[#0,]*0(?:\.(0*))?(%?)")
_LAST_DAY = 2_958_465  # 31 December 9999


@dataclass(slots=True)
class Formats:
    """The number formats of a workbook.

    `styles` gives for each style of cells the number of its format, `codes` the formats
    that are not built in.
    """

    styles: list[int] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    from_1904: bool = False

    def shown(self, style: int, value: float) -> str:
        """Return a number as a cell of that style shows it.

        >>> formats = Formats([0, 1, 9, 14])
        >>> formats.shown(0, 12.6), formats.shown(1, 12.6), formats.shown(2, 0.125)
        ('12.6', '13', '13%')
        >>> formats.shown(3, 45308.0)
        '2024-01-17'
        """
        number = self.styles[style] if style < len(self.styles) else 0
        if number == 0:
            return print_number(value)
        code = self.codes.get(number, "")
        if is_date_format(number, code):
            return print_date(value, self.from_1904)
        plain = _PLAIN.fullmatch(
            _NOT_CODES.sub("", (code or _BUILT_IN.get(number, "")).split(";")[0])
        )
        if not plain or not abs(value) < 1e15:
            return print_number(value)
        exact = Decimal(repr(value)) * (100 if plain[2] else 1)
        step = Decimal(1).scaleb(-len(plain[1] or ""))
        return print_number(float(exact.quantize(step, ROUND_HALF_UP))) + plain[2]


def print_number(value: float) -> str:
    """Return a number as it is usually shown.

    >>> print_number(22.0), print_number(4068.208), print_number(0.1 + 0.2)
    ('22', '4068.208', '0.3')
    """
    if not abs(value) < 1e15:
        return str(value)
    if value.is_integer():
        return str(int(value))
    number = format(Decimal(repr(round(value, 9))), "f")
    return number.rstrip("0").rstrip(".") or "0"


def is_date_format(number: int, code: str) -> bool:
    """Tell whether a number format shows dates; `code` is empty for those built in.

    >>> is_date_format(14, ""), is_date_format(164, "yyyy年m月d日"), is_date_format(165, "0.0")
    (True, True, False)
    """
    if not code:
        return number in _DATES
    return bool(_DATE_CODES.search(_NOT_CODES.sub("", code.split(";")[0])))


def print_date(value: float, from_1904: bool) -> str:
    """Return the date a number of days stands for, with the time if there is one.

    >>> print_date(45308.0, False), print_date(45308.5, False)
    ('2024-01-17', '2024-01-17 12:00:00')
    """
    if not 0 <= value <= _LAST_DAY:
        return print_number(value)
    start = datetime.datetime(1904, 1, 1) if from_1904 else datetime.datetime(1899, 12, 30)
    try:
        moment = start + datetime.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return print_number(value)
    return moment.date().isoformat() if moment.time() == datetime.time() else str(moment)
