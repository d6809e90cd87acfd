"""`make run`: read and check the samples, show one in full, and leave result pages in out/."""

import json
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from ogi.findings import Severity
from tools.samples.declaration import ROOT, names

OGI = str(Path(sys.executable).with_name("ogi"))
SHOWN = "first-look"
OUT = ROOT.parent / "out"


def main() -> None:
    source = _source(SHOWN)
    _say("read", source)
    _say("check", source)
    OUT.mkdir(exist_ok=True)
    checked = {name: _checked(name) for name in names()}
    _print(checked)
    page = OUT / "index.html"
    page.write_text(_index(checked), encoding="utf-8")
    print(f"\n结果页：{page.relative_to(ROOT.parent)}")


def _source(name: str) -> str:
    path = next((ROOT / name).glob("source.*"))
    return str(path.relative_to(ROOT.parent))


def _say(*arguments: str) -> None:
    print(f"\n$ ogi {' '.join(arguments)}", flush=True)
    subprocess.run([OGI, *arguments], cwd=ROOT.parent, check=False)


def _checked(name: str) -> dict[str, Any]:
    """What `ogi check --json` says of a sample; its page is written on the way."""
    command = [OGI, "check", _source(name), "--json", "--html", str(OUT / f"{name}.html")]
    if name == "faults":
        command += ["--previous", _source("previous-year")]
    done = subprocess.run(command, cwd=ROOT.parent, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{name}: ogi check ended with {done.returncode}")
    return dict(json.loads(done.stdout))


def _count(checked: dict[str, Any], severity: Severity) -> int:
    return sum(1 for finding in checked["findings"] if finding["severity"] == severity.value)


def _print(checked: dict[str, dict[str, Any]]) -> None:
    table = Table(title="\nsamples/ 中的全部报告")
    table.add_column("样例")
    table.add_column("机关、年度")
    for severity in Severity:
        table.add_column(severity.label, justify="right")
    for name, one in checked.items():
        counts = (str(_count(one, severity)) for severity in Severity)
        table.add_row(name, f"{one['organ']} {one['year']}", *counts)
    Console().print(table)


def _index(checked: dict[str, dict[str, Any]]) -> str:
    heads = "".join(f"<th>{severity.label}" for severity in Severity)
    rows = "\n".join(
        f'<tr><td><a href="{name}.html">{escape(one["title"] or name)}</a>'
        + "".join(f"<td>{_count(one, severity)}" for severity in Severity)
        for name, one in checked.items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8"><title>样例的检查结果</title>\n'
        "<style>body{font-family:sans-serif;margin:2rem auto;max-width:50rem}"
        "td,th{padding:.3rem .8rem;text-align:left;border-bottom:1px solid #ccc}</style>\n"
        f"<h1>样例的检查结果</h1>\n<table>\n<tr><th>报告{heads}\n{rows}\n</table>\n</html>\n"
    )


if __name__ == "__main__":
    main()
