"""Write invented data of a place: `python -m tools.place DIR`.

An edition of the form after the last one of the package, with the instrument that it rests
on, and a notice on the holidays of the year after the last on file. With OGI_DATA=DIR the
whole suite must hold as well as without.
"""

import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ogi.data import Locality, of_place
from ogi.form import Edition, editions
from ogi.workdays import notices
from ogi.workdays.statutory import statutory_days


class Invented(NamedTuple):
    """What is invented: a year of an edition, and what becomes of rows of the last one."""

    year: int
    last: Edition
    added: str
    added_label: str
    dropped: str
    split: str
    part: str
    renamed: str
    new_label: str


def invented() -> Invented:
    """Return an edition after the last of the package: a row more, less, split and renamed."""
    with of_place(Locality()):
        last = editions()[-1]
        year = max(last.year, notices()[-1].year) + 1
    refused, unavailable, declined = (
        [row.key for row in last.tables["applications"].rows if row.key.startswith(group)]
        for group in ("refused.", "unavailable.", "declined.")
    )
    return Invented(
        year=year,
        last=last,
        added="refused.invented",
        added_label=f"{len(refused) + 1}.属于虚构的一类",
        dropped=declined[-3],
        split=declined[0],
        part="declined.invented",
        renamed=unavailable[0],
        new_label="1.本机关没有虚构的信息",
    )


def edition_text(one: Invented) -> str:
    """Return the file of the invented edition."""
    table = one.last.tables["applications"]
    after = [row.key for row in table.rows if row.key.startswith("refused.")][-1]
    whole = next(row.label for row in table.rows if row.key == one.split)
    return f"""\
# An invented edition, for tests only.
edition: {one.year}
follows: {one.last.year}
instrument: form-invented
applies_to: {{first_year: {one.year}}}

changes:
  tables:
    applications:
      add:
        {one.added}: {{after: {after}, label: {one.added_label}}}
      drop: [{one.dropped}]
      split:
        {one.split}:
          rest: {one.split}
          rows:
            {one.split}: {re.sub("申请$", "其余申请", whole)}
            {one.part}: 2.属于虚构的一类申请
      relabel: {{{one.renamed}: {one.new_label}}}
"""


def notice(year: int) -> str:
    """Return an invented notice: the days fixed by regulation, and two days worked in lieu."""
    spans: dict[str, list[date]] = {}
    for day, name in sorted(statutory_days(year).items()):
        spans.setdefault(name, []).append(day)
    spring = spans["春节"][-1] + timedelta(3)
    spans["春节"].append(spring)
    work = sorted((weekend_after(spring + timedelta(1)), weekend_after(date(year, 8, 20))))
    lines = [f"notice: 虚构的{year}年节假日安排通知", "rest:"]
    lines += [f"  {name}: [{days[0]}, {days[-1]}]" for name, days in spans.items()]
    return "\n".join([*lines, f"work: [{', '.join(map(str, work))}]", ""])


def weekend_after(day: date) -> date:
    """Return the first Saturday or Sunday from a day on."""
    return next(one for step in range(7) if (one := day + timedelta(step)).isoweekday() > 5)


def write_edition(folder: Path) -> Invented:
    """Write the invented edition and its instrument into the folder of a place."""
    one = invented()
    instrument = f"form-invented: {{number: 虚构的格式文号, since: {one.year}-09-01}}\n"
    _write(folder / "law" / "instruments.yaml", instrument)
    _write(folder / "form" / f"{one.year}.yaml", edition_text(one))
    return one


def write_place(folder: Path) -> None:
    """Write the folder of the place."""
    write_edition(folder)
    with of_place(Locality()):
        year = notices()[-1].year + 1
    _write(folder / "workdays" / f"{year}.yaml", notice(year))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_place(Path(sys.argv[1]))
