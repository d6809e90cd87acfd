"""Programs that print the sample to PDF."""

import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from needed import program

from ogi.form import Edition
from ogi.writing import fonts

from .office import word
from .sources import html, typst

Jobs = Iterable[tuple[Edition, str]]
Name = tuple[str, int, str]
_PATIENCE = 120
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def with_weasyprint(jobs: Jobs, folder: Path) -> dict[Name, bytes]:
    from weasyprint import HTML

    return {
        ("weasyprint", edition.year, layout): HTML(string=html(edition, layout)).write_pdf()
        for edition, layout in jobs
    }


def with_typst(jobs: Jobs, folder: Path) -> dict[Name, bytes]:
    import typst as compiler

    printed = {}
    for edition, layout in jobs:
        source = folder / f"{edition.year}_{layout}.typ"
        source.write_text(typst(edition, layout), encoding="utf-8")
        printed["typst", edition.year, layout] = compiler.compile(
            str(source), font_paths=fonts.all_fonts()
        )
    return printed


def with_chromium(jobs: Jobs, folder: Path) -> dict[Name, bytes]:
    found = program("chromium")
    assert found is not None
    printed = {}
    for edition, layout in jobs:
        page = _html_file(folder, edition, layout)
        out = page.with_suffix(".chromium.pdf")
        command = [found, *_QUIET, f"--user-data-dir={folder / 'profile'}"]
        _run([*command, f"--print-to-pdf={out}", page.as_uri()])
        printed["chromium", edition.year, layout] = out.read_bytes()
    return printed


def with_libreoffice(jobs: Jobs, folder: Path) -> dict[Name, bytes]:
    found = program("libreoffice")
    assert found is not None
    pages = {}
    for edition, layout in jobs:
        page = folder / f"{edition.year}_{layout}.docx"
        page.write_bytes(word(edition, layout))
        pages["libreoffice", edition.year, layout] = page
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    target = ["--convert-to", "pdf", "--outdir", str(folder)]
    _run([found, profile, "--headless", *target, *map(str, pages.values())])
    return {name: page.with_suffix(".pdf").read_bytes() for name, page in pages.items()}


PRODUCERS: Mapping[str, Callable[[Jobs, Path], dict[Name, bytes]]] = {
    "weasyprint": with_weasyprint,
    "typst": with_typst,
    "chromium": with_chromium,
    "libreoffice": with_libreoffice,
}


def _html_file(folder: Path, edition: Edition, layout: str) -> Path:
    page = folder / f"{edition.year}_{layout}.html"
    page.write_text(html(edition, layout), encoding="utf-8")
    return page


def _run(command: list[str]) -> None:
    subprocess.run(
        command, check=True, timeout=_PATIENCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
