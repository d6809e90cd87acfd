"""What became of the rows of the form from one edition to the next (版本沿革)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ogi.data import from_data
from ogi.form.declared import TableChange
from ogi.form.edition import Edition, Table
from ogi.form.load import edition, editions


@dataclass(frozen=True, slots=True)
class Route:
    """How a cell of one edition is had from a table in another.

    The value is the sum of the cells named. Where `only_zero` is true it is a share of
    the one cell named: known only where that is 0, since no count is below 0. `caution`
    says in Chinese why figures that may be compared are not to be added up.
    """

    addresses: tuple[str, ...]
    only_zero: bool = False
    caution: str = ""


@from_data
def routes(table: str, wanted: int, given: int) -> Mapping[str, Route]:
    """Return how the cells of a table in the edition wanted are had from the one given.

    A cell that is not in the mapping has no counterpart: its row or column did not exist
    then, or exists no longer.
    """
    form, other = edition(wanted), edition(given)
    step = _forward if wanted < given else _backward
    found: dict[str, Route] = {}
    for address in form.tables[table].addresses:
        route: Route | None = Route((address,))
        for one in _between(form, other):
            route = step(route, one) if route else None
        if route:
            found[address] = route
    return found


def row_in(table: str, row: str, form: Edition) -> str | None:
    """Return the row of an edition in which the matters of a row are counted, or None.

    The row is named as in the newest edition that has it. None: it did not exist then, or
    exists no longer.

    >>> row_in("applications", "otherwise.fee_unpaid", edition(2019))
    'otherwise'
    """
    if form.tables[table].row(row):
        return row
    home = next((one for one in reversed(editions()) if one.tables[table].row(row)), None)
    if home is None:
        return None
    found: str | None = row
    for one in _between(home, form):
        if found is None:
            return None
        found = _since(one, table, found) if one.year > home.year else _before(one, table, found)
    return found


def why_no_row(table: str, row: str, form: Edition) -> str:
    """Say why an edition has no such row, "" where it has it: 2021年版没有“…”一行，2027年版才有.

    Of the editions that have it, the nearest is named.
    """
    nearest = _nearest(table, row, form)
    if nearest is None:
        return f"各版格式都没有“{row}”一行"
    if nearest is form:
        return ""
    since = "以后没有了" if nearest.year < form.year else "才有"
    return f"{form.name}没有“{_label(nearest.tables[table], row)}”一行，{nearest.name}{since}"


def why_no_cell(address: str, form: Edition) -> str:
    """Say why an edition has no such cell, "" where it has it: for want of the row, or the column.

    A row that goes on under another key is no want of the row.
    """
    table, row, column = _parts(address)
    if form.has(address):
        return ""
    found, home = row_in(table, row, form), _nearest(table, row, form)
    if found is None or home is None:
        return why_no_row(table, row, form)
    into, label = _label(form.tables[table], found), _label(home.tables[table], row)
    if not form.has(f"{table}.{found}.{column}"):
        return f"{form.name}的“{into}”一行没有这一列"
    route = routes(table, home.year, form.year).get(address)
    if route and len(route.addresses) > 1:
        return f"{form.name}把“{label}”一行分为{len(route.addresses)}行"
    return f"{form.name}把“{label}”计入“{into}”一行"


def differences(table: str, one: Edition, other: Edition) -> str:
    """Say in what a table differs in two editions, "" where it does not."""
    said = (
        f"{step.name}{'，'.join(phrases)}"
        for step in sorted(_between(one, other), key=lambda step: step.year)
        if step.follows and (phrases := list(_phrases(step.follows.tables[table], step, table)))
    )
    return "；".join(said)


def _between(one: Edition, other: Edition) -> list[Edition]:
    """Return the editions whose changes lie between two, in the order from the first."""
    low, high = sorted((one.year, other.year))
    steps = [each for each in editions() if low < each.year <= high]
    return steps if one.year <= other.year else steps[::-1]


def _before(form: Edition, table: str, row: str) -> str | None:
    """Return the row that a row of an edition was, or was part of, in the edition before."""
    change = form.change(table)
    if row in change.add:
        return None
    return next((whole for whole, split in change.split.items() if row in split.rows), row)


def _since(form: Edition, table: str, row: str) -> str | None:
    """Return the row of an edition that goes on for a row of the edition before."""
    change = form.change(table)
    if row in change.drop:
        return None
    return change.split[row].rest if row in change.split else row


def _forward(route: Route, form: Edition) -> Route | None:
    """Follow cells of the edition before into an edition."""
    cells: list[str] = []
    caution = route.caution
    for address in route.addresses:
        table, row, column = _parts(address)
        change = form.change(table)
        if row in change.drop:
            return None
        rows = change.split[row].rows if row in change.split else (row,)
        cells += (f"{table}.{one}.{column}" for one in rows)
        caution = caution or _caution(change, row, column)
    return Route(tuple(cells), caution=caution) if all(map(form.has, cells)) else None


def _backward(route: Route, form: Edition) -> Route | None:
    """Follow cells of an edition into the edition before it."""
    before = form.follows
    (address,) = route.addresses
    table, row, column = _parts(address)
    was = _before(form, table, row)
    if before is None or was is None or not before.has(found := f"{table}.{was}.{column}"):
        return None
    change = form.change(table)
    shared = route.only_zero or was in change.split
    return Route((found,), shared, route.caution or _caution(change, row, column))


def _parts(address: str) -> tuple[str, str, str]:
    table, _, rest = address.partition(".")
    row, _, column = rest.rpartition(".")
    return table, row, column


def _caution(change: TableChange, row: str, column: str) -> str:
    declared = change.column(row, column)
    return declared.caution if declared else ""


def _phrases(before: Table, form: Edition, table: str) -> Iterator[str]:
    change, now = form.change(table), form.tables[table]
    for whole, split in change.split.items():
        yield f"把“{split.group or _label(before, whole)}”一行分为{len(split.rows)}行"
    for names, verb in ((change.add, "增加"), (change.drop, "删去")):
        labels = [f"“{_label(now if verb == '增加' else before, one)}”" for one in names]
        if labels:
            yield f"{verb}{'、'.join(labels)}"
    for key, label in change.relabel.items():
        yield f"“{_label(before, key)}”改称“{label}”"
    for new in change.columns:
        rows = "、".join(f"“{_label(now, one)}”" for one in new.rows)
        columns = "、".join(one.label for one in new.columns.values())
        yield f"{rows or '各行'}改列{columns}"


def _nearest(table: str, row: str, form: Edition) -> Edition | None:
    """Return the edition that has a row: this one, else the last before, else the next after."""
    has = [one for one in editions() if one.tables[table].row(row)]
    before = [one for one in has if one.year <= form.year]
    return before[-1] if before else next(iter(has), None)


def _label(table: Table, key: str) -> str:
    row = table.row(key)
    return row.label if row else key
