"""Reports as JSON, the way this library writes them: back without loss, without matching."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ogi.errors import DamagedError
from ogi.expression import expression
from ogi.form import (
    AnnualReport,
    Cell,
    Doubt,
    Heading,
    Paragraph,
    Section,
    State,
    editions,
)
from ogi.place import Place
from ogi.reading.encoding import printed
from ogi.reading.limits import short

_BEGINS = expression(rb'\s*\{\s*"(?:file|title|organ|year|editions|cells)"\s*:')
_WITHIN = 4096
_LONGEST = 40  # digits of a number: no report has as many
_FAULT = "这份JSON不是本工具写出的年度报告：{reason}。核对后用 ogi read --json 重新写出"


def is_report(data: bytes) -> bool:
    """Tell whether bytes begin as a report written as JSON."""
    return bool(_BEGINS.match(data[:_WITHIN].removeprefix(b"\xef\xbb\xbf")))


def read_report(data: bytes) -> AnnualReport:
    """Read a report from JSON; raises DamagedError where it is none."""
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise DamagedError(_FAULT.format(reason="语法不对")) from error
    try:
        return _report(_visible(found))
    except (ArithmeticError, LookupError, AttributeError, TypeError, ValueError) as error:
        reason = short(f"内容不对：{error}")
        raise DamagedError(_FAULT.format(reason=reason)) from error


def _visible(value: Any) -> Any:
    """Return values whose texts hold nothing that is not printed."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, list):
        return [_visible(one) for one in value]
    if isinstance(value, dict):
        return {printed(key): _visible(one) for key, one in value.items()}
    return value


def _report(found: Mapping[str, Any]) -> AnnualReport:
    year = found.get("year")
    if isinstance(year, bool) or not isinstance(year, int | None):
        raise ValueError(f"year {year!r}")
    return AnnualReport(
        title=_optional_text(found.get("title")),
        organ=_optional_text(found.get("organ")),
        year=year,
        editions=_editions(found.get("editions", {})),
        cells=_cells(found),
        extras={key: _cell(value) for key, value in found.get("extras", {}).items()},
        labels={key: _paragraph(value) for key, value in found.get("labels", {}).items()},
        sections={
            key: Section(key, tuple(Paragraph(line) for line in text.split("\n") if text))
            for key, text in found.get("sections", {}).items()
            if text is not None
        },
        headings=tuple(map(_heading, found.get("headings", ()))),
        stray=tuple(map(_paragraph, found.get("stray", ()))),
        remarks=tuple(map(str, found.get("remarks", ()))),
    )


def _optional_text(value: object) -> str | None:
    if not isinstance(value, str | None):
        raise ValueError(f"{value!r}")
    return value


def _editions(found: Mapping[str, Any]) -> dict[str, int]:
    known = {form.year: form for form in editions()}
    for table, year in found.items():
        if year not in known or table not in known[year].tables:
            raise ValueError(f"editions {table}: {year!r}")
    return dict(found)


def _cells(found: Mapping[str, Any]) -> dict[str, Cell]:
    """Return the cells; where only values are given, null is a blank."""
    values, details = found.get("cells", {}), found.get("details", {})
    known = {address for form in editions() for address in form.addresses}
    cells: dict[str, Cell] = {}
    for address in {**values, **details}:
        if address not in known:
            raise ValueError(f"cells {address}")
        if address not in details:
            cells[address] = _plain(values[address])
            continue
        cells[address] = _cell(details[address])
        if address in values and values[address] != cells[address].value:
            raise ValueError(f"cells {address}: {values[address]}")
    return cells


def _plain(value: object) -> Cell:
    number = _number(value)
    if number is None:
        return Cell(state=State.BLANK)
    return Cell(number, format(number, "f"), State.PRINTED)


def _cell(found: Mapping[str, Any]) -> Cell:
    return Cell(
        _number(found["value"]),
        str(found["text"]),
        State(found["state"]),
        _place(found.get("place")),
        _optional_text(found.get("note")),
        tuple(map(_doubt, found.get("doubts", ()))),
    )


def _number(value: object) -> int | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | None):
        raise ValueError(f"value {value!r}")
    if value is not None and not _is_short(Decimal(value)):
        raise ValueError("有一个数太长")
    return value


def _is_short(number: Decimal) -> bool:
    if not number.is_finite():
        return False
    last = number.as_tuple().exponent
    return number.adjusted() < _LONGEST and isinstance(last, int) and last > -_LONGEST


def _doubt(found: Mapping[str, Any]) -> Doubt:
    candidates = tuple(map(str, found.get("candidates", ())))
    return Doubt(found["kind"], found["says"], candidates, bool(found.get("settled", False)))


def _paragraph(found: Mapping[str, Any]) -> Paragraph:
    return Paragraph(found["text"], _place(found.get("place")))


def _heading(found: Mapping[str, Any]) -> Heading:
    return Heading(
        found["text"], found["number"], found["title"], found["key"], _place(found.get("place"))
    )


def _place(found: Mapping[str, Any] | None) -> Place | None:
    if found is None:
        return None
    box = found.get("box")
    left, top, right, bottom = map(float, box) if box else (0.0,) * 4
    whole = {name: found.get(name) for name in ("page", "line", "table", "row", "column")}
    framed = (left, top, right, bottom) if box else None
    return Place(box=framed, sheet=found.get("sheet"), **whole)
