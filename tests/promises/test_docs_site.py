"""The documentation as a reader has it: a folder of pages, opened without a network."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from needed import need, program

ROOT = Path(__file__).parents[2]
BLANK = re.compile(r"(?<=[\u4e00-\u9fff，。；：、])\n(?=[\u4e00-\u9fff])")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    need("mkdocs", "the site")
    out = tmp_path_factory.mktemp("site") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=300)
    return out


@pytest.fixture(scope="module")
def pages(site):
    return {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_names_its_language(site, pages):
    assert len(pages) > 50
    for path, text in pages.items():
        language = "en" if path.relative_to(site).parts[0] == "en" else "zh-CN"
        assert f' lang="{language}"' in text, path


def test_no_blank_stands_between_characters_at_the_end_of_a_line(pages):
    for path, text in pages.items():
        outside = re.sub("<pre.*?</pre>|<script.*?</script>", "", text, flags=re.DOTALL)
        assert not BLANK.search(outside), path


def test_console_output_keeps_its_columns_in_any_font(pages):
    boxes = re.findall("<pre>.*?</pre>", "".join(pages.values()), re.DOTALL)
    assert boxes
    for box in boxes:
        bare = re.sub(r"<i(?: class=\"narrow\")?>.</i>|<[^>]*>", "", box)
        assert not re.search("[\u4e00-\u9fff“”—]", bare), "each wide character has its own box"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("其余填0", "填报表"),
        ("ＣＳＶ 登记册", "登记册"),
        ("结转 合计", "合计"),
        ("天书奇谈", "没有找到"),
    ],
)
def test_the_search_finds_chinese_without_a_network(site, words, found, tmp_path):
    need("chromium", "the search of the documentation")
    address = f"{(site / 'search.html').as_uri()}?q={quote(words)}"
    command = [program("chromium"), *FLAGS, f"--user-data-dir={tmp_path}", "--dump-dom", address]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    (said,) = re.findall('<p id="search-count"[^>]*>(.*?)</p>', shown)
    listed = shown.partition('id="search-found"')[2]
    assert found in said + listed
    assert said.startswith("找到") == (found != "没有找到")
