"""Days as officials write them."""

from datetime import date

_WEEKDAYS = "一二三四五六日"


def long_day(day: date) -> str:
    """Say a day in prose.

    >>> long_day(date(2026, 11, 4))
    '2026年11月4日（星期三）'
    """
    return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"
