"""Write the reports into a folder, in five kinds of files, and say what was planted in which."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tools.samples.layouts import LAYOUTS
from tools.supervised.drawing import TEXTS, draw, organs
from tools.supervised.faults import PLANTS, Plant

_KINDS = (
    (".html", ("plain_html", "pasted_html")),
    (".docx", ("docx",)),
    (".xlsx", ("xlsx",)),
    (".pdf", ("typst_pdf", "weasyprint_pdf")),
    (".txt", ("tabs", "one_cell_a_line", "pipes")),
)


@dataclass(frozen=True)
class Written:
    """A report that was written, and the fault planted in it, if one was."""

    path: Path
    organ: str
    plant: Plant | None


def write(folder: Path, count: int, *, seed: int = 1) -> Iterator[Written]:
    """Write so many reports into a folder; every third has one fault, of another kind each."""
    chance = random.Random(seed)
    kinds = sorted(PLANTS)
    chance.shuffle(kinds)
    for number, organ in enumerate(islice(organs(), count)):
        suffix, layouts = _KINDS[(number + number // 15) % len(_KINDS)]
        drawn = draw(organ, chance)
        plant = PLANTS[kinds[number // 3 % len(kinds)]] if number % 3 == 1 else None
        sample = plant.make(drawn, chance) if plant else drawn.told()
        layout = layouts[number % len(layouts)]
        path = folder / f"{organ}{TEXTS['year']}年年报{suffix}"
        path.write_bytes(LAYOUTS[layout](sample))
        yield Written(path, organ, plant)
