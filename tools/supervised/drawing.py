"""Reports of invented organs, drawn at random: every relation holds, and the text agrees."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks.made import drawn
from tools.samples.declaration import Printed, Sample, load

TEXTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "texts.yaml").read_text(encoding="utf-8")
)
_FIGURE = re.compile(r"\{([^}]+)\}")
_GROUPS = {
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "refused": "不予公开",
    "unavailable": "无法提供",
    "declined": "不予处理",
    "otherwise": "其他处理",
}
_ASPECTS = (
    ("（一）主动公开", ("publishing", "documents")),
    ("（二）依申请公开", ("applications", "results", "disputes")),
    ("（三）政府信息管理", ("management",)),
    ("（四）政府信息公开平台建设", ("platform",)),
    ("（五）监督保障", ("oversight",)),
)


@dataclass(frozen=True)
class Drawn:
    """A report, the figures of its text by name, and which sentence it took of each subject."""

    sample: Sample
    figures: dict[str, int | str]
    sentences: dict[str, str]

    def told(self, **changed: str) -> Sample:
        """Return the sample with its text; `changed` replaces sentences by subject."""
        said = self.sentences | changed
        spoken = {key: _filled(text, self.figures) for key, text in said.items()}
        overview = [
            line
            for head, subjects in _ASPECTS
            for line in (head, "".join(spoken[subject] for subject in subjects))
        ]
        text = {
            "preamble": [spoken["preamble"]],
            "overview": overview,
            "problems": [spoken["problems"]],
            "other": [spoken["fees"]],
        }
        return replace(self.sample, text=text)

    def value(self, address: str) -> int:
        """Return the number a cell prints."""
        value = self.sample.printed[address].value
        assert isinstance(value, int)
        return value

    def with_cells(self, cells: dict[str, int | float | str]) -> "Drawn":
        """Return the report with other cells printed, its text as it was."""
        printed = {
            address: Printed(str(value), None if isinstance(value, str) else value)
            for address, value in cells.items()
        }
        return replace(
            self, sample=replace(self.sample, printed={**self.sample.printed, **printed})
        )


def organs() -> Iterator[str]:
    """Yield the names of the organs: those of the city, of its counties, towns and streets."""
    city, counties = TEXTS["city"], TEXTS["counties"]
    yield from (f"{county}人民政府" for county in counties)
    yield from (f"{city}{bureau}" for bureau in TEXTS["bureaus"])
    for at, town in enumerate(TEXTS["towns"]):
        yield f"{counties[at % len(counties)]}{town}人民政府"
    for at, street in enumerate(TEXTS["streets"]):
        yield f"{counties[at % len(counties)]}{street}办事处"
    yield from (f"{county}{bureau}" for county in counties for bureau in TEXTS["bureaus"])


def draw(organ: str, chance: random.Random) -> Drawn:
    """Draw the report of an organ."""
    sample = drawn(load("model"), chance, 0)
    year = TEXTS["year"]
    sample = replace(
        sample,
        name=organ,
        organ=organ,
        year=year,
        title=f"{organ}{year}年政府信息公开工作年度报告",
        printed=_with_no_fees(sample.printed) | _other_tables(chance),
    )
    figures = _figures(sample, chance)
    sentences = {
        key: chance.choice(TEXTS[key])
        for key in TEXTS
        if isinstance(TEXTS[key], list) and key in _SUBJECTS
    }
    if not figures["results"]:
        sentences["results"] = ""
    return Drawn(sample, figures, sentences)


_SUBJECTS = {"preamble", "problems", "fees"} | {s for _, subjects in _ASPECTS for s in subjects}


def _with_no_fees(printed: dict[str, Printed]) -> dict[str, Printed]:
    """Let applications that lapsed for an unpaid fee have been of another kind."""
    moved = dict(printed)
    for address, unpaid in printed.items():
        if ".otherwise.fee_unpaid." in address:
            other = address.replace("fee_unpaid", "other")
            both = int(unpaid.value or 0) + int(printed[other].value or 0)
            moved |= {address: Printed("0", 0), other: Printed(str(both), both)}
    return moved


def _other_tables(chance: random.Random) -> dict[str, Printed]:
    issued, repealed = chance.randint(1, 4), chance.choice((0, 0, 1, 2))
    cells: dict[str, int | float] = {
        "proactive.normative_documents.issued": issued,
        "proactive.normative_documents.repealed": repealed,
        "proactive.normative_documents.in_force": chance.randint(9, 40) + issued,
        "proactive.licensing.decisions": chance.randint(3, 900),
        "proactive.penalties.decisions": chance.randint(1, 200),
        "proactive.coercion.decisions": chance.randint(0, 9),
        "proactive.charges.amount": chance.randint(1, 90000) / 1000,
    }
    for row in ("review", "direct_suit", "suit_after_review"):
        results = [chance.choice((0, 0, 0, 1, 2)) for _ in range(4)]
        names = ("upheld", "corrected", "other", "pending")
        for name, number in zip(names, results, strict=True):
            cells[f"disputes.{row}.{name}"] = number
        cells[f"disputes.{row}.total"] = sum(results)
    return {address: Printed(str(value), value) for address, value in cells.items()}


def _figures(sample: Sample, chance: random.Random) -> dict[str, int | str]:
    values = {address: printed.value for address, printed in sample.printed.items()}

    def cell(address: str) -> int:
        value = values[address]
        assert isinstance(value, int)
        return value

    sums = {
        name: sum(
            cell(address)
            for address in values
            if address.endswith(".total") and address.split(".")[:2] == ["applications", key]
        )
        for key, name in _GROUPS.items()
    }
    totals = {
        row: cell(f"applications.{row}.total")
        for row in ("received", "carried_in", "closed", "carried_out")
    }
    documents = {
        name: cell(f"proactive.normative_documents.{name}")
        for name in ("issued", "repealed", "in_force")
    }
    persons = cell("applications.received.natural_person")
    suits = ("disputes.direct_suit.total", "disputes.suit_after_review.total")
    drawn_too = {name: chance.randint(20, 400) for name in "abcd"}
    return {
        **totals,
        **documents,
        **drawn_too,
        "e": chance.randint(2, 6),
        "a+b+c": sum(drawn_too[name] for name in "abc"),
        "persons": persons,
        "bodies": totals["received"] - persons,
        "review": cell("disputes.review.total"),
        "suits": sum(cell(address) for address in suits),
        "results": "，".join(f"{name}{number}件" for name, number in sums.items() if number),
        "year": TEXTS["year"],
        "organ": sample.organ or "",
    }


def _filled(text: str, figures: dict[str, int | str]) -> str:
    return _FIGURE.sub(lambda match: str(figures[match[1]]), text)
