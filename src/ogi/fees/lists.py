"""A list of applications to charge for, as an official writes it (YAML)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ogi.data import read
from ogi.errors import DataFileError, ReadingError
from ogi.fees.months import Chargeable

_NAMES = {
    "编号": "id",
    "申请人": "applicant",
    "收到日期": "received_on",
    "件数": "pieces",
    "页数": "pages",
    "答复依据": "basis",
}
_NEEDED = ("编号", "申请人", "收到日期")


def read_list(text: str) -> tuple[Chargeable, ...]:
    """Return the applications that a YAML list names, with Chinese or English keys.

    Raises ReadingError, which says in Chinese what is wrong with which entry.
    """
    try:
        entries = read(text, Any, "清单")
    except DataFileError as error:
        raise ReadingError(str(error)) from error
    if not isinstance(entries, list):
        raise ReadingError("应当是一个清单，每项以“- ”开头，写明编号、申请人、收到日期")
    found = tuple(_entry(number, entry) for number, entry in enumerate(entries, 1))
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            raise ReadingError(f"编号{one.id}出现了两次，核对是不是同一件申请")
        seen.add(one.id)
    return found


def _entry(number: int, entry: Any) -> Chargeable:
    if not isinstance(entry, Mapping):
        raise ReadingError(f"第{number}项没有写明{'、'.join(_NEEDED)}")
    known = {_NAMES.get(key, key): value for key, value in entry.items()}
    if unknown := [str(key) for key in known if key not in _NAMES.values()]:
        raise ReadingError(f"第{number}项的“{unknown[0]}”不认识；可以写{'、'.join(_NAMES)}")
    for name in _NEEDED:
        if known.get(_NAMES[name]) in (None, ""):
            raise ReadingError(f"第{number}项没有{name}")
    day = known["received_on"]
    if not isinstance(day, date) or isinstance(day, datetime):
        raise ReadingError(f"第{number}项的收到日期{day}不是日期，写成 2026-09-18 的样子")
    for name, least in (("件数", 1), ("页数", 0)):
        value = known.get(_NAMES[name])
        if value is not None and (type(value) is not int or value < least):
            raise ReadingError(f"第{number}项的{name}{value}应当是不小于{least}的整数")
    return Chargeable(
        id=str(known["id"]),
        applicant=str(known["applicant"]),
        received_on=day,
        pieces=known.get("pieces") or 1,
        pages=known.get("pages"),
        basis=str(known.get("basis") or ""),
    )
