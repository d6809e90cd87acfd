"""Facts (文书事实): what the ledger does not hold, each read strictly as what it should be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from ogi.expression import expression
from ogi.letters.forms import LetterForm, elements, needed_by_all

_DAY = expression(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_YES, _NO = ("是", "true", "yes"), ("否", "false", "no")
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by the key of their element; `troubles` say in Chinese what is wrong with others."""

    values: Mapping[str, Any] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def facts_for(form: LetterForm, facts: Mapping[str, Any]) -> Facts:
    """Return the facts given to a letter; keys are those of the elements, or their names."""
    usable = tuple(_usable(form))
    names = {**{elements()[key].name: key for key in usable}, **{key: key for key in usable}}
    values: dict[str, Any] = {}
    troubles: list[str] = []
    for said, value in facts.items():
        key = names.get(str(said).strip())
        if key is None:
            troubles.append(_unknown(form, str(said), names))
        elif value not in ("", [], (), None):
            one = elements()[key]
            read, wanted = _READ[one.type](value)
            if wanted:
                troubles.append(f"{one.name}“{value}”{wanted}")
            else:
                values[key] = read
    return Facts(values, tuple(troubles))


def _usable(form: LetterForm) -> Iterator[str]:
    """Yield the keys of what a letter prints, and of what its elements are made of."""
    used = {*form.named, *needed_by_all(form.to), "serial"} - {"organ", "day", "basis"}
    if form.remedy:
        used.add("online")
    if "fee_lines" in used:
        used |= {"pages", "pieces", "before"}
    yield from (key for key in elements() if key in used)


def _unknown(form: LetterForm, said: str, names: Mapping[str, str]) -> str:
    by_name = {one.name: one for one in elements().values()}
    known = elements().get(said) or by_name.get(said)
    if known:
        return f"{form.code}不用“{known.name}”这一要素"
    near = get_close_matches(said, names, 1, _LIKE)
    more = f"，是不是“{near[0]}”" if near else f"；ogi letter --list {form.code} 列出它的要素"
    return f"没有“{said}”这一要素{more}"


Read = tuple[Any, str]


def _text(value: Any) -> Read:
    if isinstance(value, list | tuple | Mapping | bool):
        return None, "应当是一段文字"
    return value if isinstance(value, date) else str(value).strip(), ""


def _texts(value: Any) -> Read:
    """Read one or more entries: a text is one of them, not one a character."""
    given = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(one, str | int | date) and one is not True for one in given):
        return None, "应当是一项或者几项文字"
    return [str(one).strip() for one in given], ""


def _day(value: Any) -> Read:
    if isinstance(value, date):
        return value, ""
    found = _DAY.fullmatch(str(value).strip())
    try:
        return (date(*map(int, found.groups())), "") if found else (None, _WRITE_DAY)
    except ValueError:
        return None, _WRITE_DAY


_WRITE_DAY = "不是日期，写成2026-09-18的样子"


def _count(value: Any) -> Read:
    text = str(value).strip()
    if isinstance(value, bool) or not (text.isascii() and text.isdecimal()):
        return None, "应当是整数"
    return int(text), ""


def _amount(value: Any) -> Read:
    try:
        found = Decimal(str(value).strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if isinstance(value, bool) or not found.is_finite() or found < 0:
        return None, "应当是金额，如1200.00"
    return found, ""


def _flag(value: Any) -> Read:
    said = str(value).strip().lower()
    if said in (*_YES, *_NO):
        return said in _YES, ""
    return None, "应当写是或者否"


def _withheld(value: Any) -> Read:
    return (value if isinstance(value, list | tuple) else [value]), ""


def _items(value: Any) -> Read:
    if isinstance(value, Mapping) and all(isinstance(one, Mapping) for one in value.values()):
        return {str(key): dict(one) for key, one in value.items()}, ""
    return None, "应当按申请事项分别写明要素"


_READ: Mapping[str, Callable[[Any], Read]] = {
    "text": _text,
    "texts": _texts,
    "day": _day,
    "count": _count,
    "amount": _amount,
    "flag": _flag,
    "withheld": _withheld,
    "items": _items,
}
