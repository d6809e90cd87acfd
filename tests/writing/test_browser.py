"""What only a browser can show of the page; needs Chromium, which CI has."""

import html
import json
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from needed import need, program

from ogi.writing.page import check_page

from .test_page import everything

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--enable-logging=stderr",
)
WIDTHS = (390, 768, 1440)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    need("chromium", "the page as a browser shows it")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        profile = tmp_path_factory.mktemp("profile")
        command = [program("chromium"), *FLAGS, f"--user-data-dir={profile}", *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    return run


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(check_page(*everything()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def measured(browser, file, tmp_path_factory):
    """Measure the page at several widths; its policy, which admits no script, is left out."""
    page = re.sub(r'<meta http-equiv="Content.*?>', "", file.read_text(encoding="utf-8"))
    script = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
    frames = "".join(
        f'<iframe width="{width}" height="900" srcdoc="{html.escape(page)}"></iframe>'
        for width in WIDTHS
    )
    outer = tmp_path_factory.mktemp("measure") / "measure.html"
    outer.write_text(f"<!doctype html><script>{script}</script>{frames}", encoding="utf-8")
    dumped = browser("--dump-dom", "--virtual-time-budget=10000", outer.as_uri()).stdout
    found = re.search(r"\[\{.*\}\]", html.unescape(dumped))
    assert found, dumped[-500:]
    return dict(zip(WIDTHS, json.loads(found.group()), strict=True))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_never_scrolls_sideways(measured, width):
    assert measured[width]["scroll"] <= measured[width]["width"]
    assert measured[width]["outside"] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_stands_out_from_its_ground(measured, width):
    assert measured[width]["faint"] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_mark_can_be_hit_with_a_finger(measured, width):
    assert measured[width]["marks"] > 0
    assert measured[width]["small"] == 0


def test_the_browser_refuses_nothing_on_the_page(browser, file, tmp_path):
    done = browser(f"--screenshot={tmp_path / 'page.png'}", "--window-size=1440,900", file.as_uri())
    assert "CONSOLE" not in done.stderr, done.stderr
    assert (tmp_path / "page.png").stat().st_size > 20_000


def test_table_three_is_printed_whole_on_one_sheet(browser, file, tmp_path):
    browser(f"--print-to-pdf={tmp_path / 'page.pdf'}", file.as_uri())
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    sheets = [page.get_textpage().get_text_bounded() for page in document]
    with_first = [n for n, text in enumerate(sheets) if "补正后申请内容仍不明确" in text]
    with_last = [n for n, text in enumerate(sheets) if "四、结转下年度继续办理" in text]
    assert with_first == with_last
    assert len(with_first) == 1
    document.close()
