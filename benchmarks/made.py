"""As many different reports as wanted: the model sample with figures drawn at random."""

import random
from collections.abc import Iterator
from dataclasses import replace

from ogi.form import Table
from tools.samples.declaration import Printed, Sample, load
from tools.samples.layouts import LAYOUTS


def documents(layout: str, count: int, *, seed: int = 1) -> Iterator[bytes]:
    """Yield documents in a layout; every relation of the form holds in them."""
    model, chance = load("model"), random.Random(seed)
    for number in range(count):
        yield LAYOUTS[layout](drawn(model, chance, number))


def drawn(model: Sample, chance: random.Random, number: int) -> Sample:
    """Return the model with figures drawn at random, of an organ with this number."""
    printed = dict(model.printed)
    for table in model.tables():
        if table.band:
            printed |= _applications(table, chance)
    title = model.title.replace("澜川市", f"澜川市第{number + 1}片区")
    return replace(model, title=title, printed=printed)


def _applications(table: Table, chance: random.Random) -> dict[str, Printed]:
    """Draw the results of each column; the totals follow from them."""
    rows = [row.key for row in table.rows]
    results = [
        key for key in rows if key not in ("received", "carried_in", "closed", "carried_out")
    ]
    columns = [column.key for column in table.rows[0].columns if column.key != "total"]
    values = {(row, column): 0 for row in rows for column in columns}
    for column in columns:
        for row in chance.sample(results, 3):
            values[row, column] = chance.choice((0, 0, 1, 2, 7, 13, 120))
        closed = sum(values[row, column] for row in results)
        left = chance.choice((0, 0, 1, 3))
        before = min(chance.choice((0, 0, 2)), closed + left)
        values |= {
            ("closed", column): closed,
            ("carried_out", column): left,
            ("carried_in", column): before,
            ("received", column): closed + left - before,
        }
    for row in rows:
        values[row, "total"] = sum(values[row, column] for column in columns)
    return {f"{table.key}.{r}.{c}": Printed(str(v), v) for (r, c), v in values.items()}
