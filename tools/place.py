"""Write invented data of a place: `python -m tools.place DIR`.

It is what tests/place holds, and a notice on the holidays of the year after the last on
file. With OGI_DATA=DIR the whole suite must hold as well as without.
"""

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

from ogi.workdays import notices
from ogi.workdays.statutory import statutory_days

SOURCE = Path(__file__).parents[1] / "tests" / "place"
_NO_DATA = shutil.ignore_patterns("*.py", "__pycache__")


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


def write_place(folder: Path) -> None:
    """Write the folder of the place."""
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True, ignore=_NO_DATA)
    year = notices()[-1].year + 1
    path = folder / "workdays" / f"{year}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(notice(year), encoding="utf-8")


if __name__ == "__main__":
    write_place(Path(sys.argv[1]))
