"""One report in every format, as it was last looked at; `make goldens` rewrites it."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree

from ogi.form import AnnualReport
from ogi.reading.document import TableBlock
from ogi.reading.read import read_document
from ogi.writing import KINDS, write_report

from .made import doubted, report


def small() -> AnnualReport:
    """Return a report without its third table, with a blank, a note and a doubt."""
    cells = {
        "proactive.normative_documents.issued": None,
        "disputes.review.upheld": doubted(1, "末位不清", "1", "7"),
    }
    made = report(cells=cells)
    kept = {a: cell for a, cell in made.cells.items() if not a.startswith("applications")}
    years = {key: year for key, year in made.editions.items() if key != "applications"}
    return replace(made, cells=kept, editions=years)


def as_it_is(data: bytes) -> str:
    return data.decode()


def unpacked(data: bytes) -> str:
    """Return the parts of a DOCX, each element on a line of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(f"== {name}\n{_pretty(archive.read(name))}" for name in archive.namelist())


def _pretty(part: bytes) -> str:
    return etree.tostring(etree.fromstring(part), pretty_print=True, encoding="unicode")


def listed(data: bytes) -> str:
    """Return what stands in the cells of a workbook, what is merged, and what is named."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    lines = []
    for sheet in book:
        lines += ["", f"== {sheet.title}", f"merged {sorted(map(str, sheet.merged_cells.ranges))}"]
        lines += [
            f"{one.coordinate} {one.value!r}" + (f" # {one.comment.text}" if one.comment else "")
            for row in sheet
            for one in row
            if one.value is not None
        ]
    names = (f"{name} {entry.attr_text}" for name, entry in book.defined_names.items())
    return "\n".join([*lines, "", "== names", *names, ""])


def read_again(data: bytes) -> str:
    """Return the lines and the tables that are read from a PDF."""
    lines = []
    for block in read_document(data).blocks:
        if isinstance(block, TableBlock):
            rows = (
                " | ".join(cell.text.replace("\n", "") for cell in row) for row in block.by_row()
            )
            lines += ["", *rows, ""]
        else:
            lines.append(block.text)
    return "\n".join([*lines, ""])


RENDERED = {"docx": unpacked, "xlsx": listed, "pdf": read_again}


@pytest.mark.parametrize("kind", [*KINDS, "json"])
def test_a_report_is_written_as_it_was(kind, golden, root):
    render = RENDERED.get(kind, as_it_is)
    suffix = f"{kind}.txt" if kind in RENDERED else kind
    path = root / "tests" / "writing" / "goldens" / f"report.{suffix}"
    golden(path, render(write_report(small(), kind)))
