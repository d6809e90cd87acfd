"""The reference follows from the code and the data, and the site fetches nothing."""

import re
import shutil
import subprocess
import sys

import pytest
from needed import need

from ogi.data import Locality, of_place
from tools.reference import EVERY_RULE, GROUPS, cells_table, pages


def test_the_addresses_of_cells_are_those_that_were_published(root, golden):
    with of_place(Locality()):  # those of the package; a place may have more
        golden(root / "docs" / "reference" / "cells.tsv", cells_table())


def test_every_rule_has_a_page_with_its_law_and_its_advice():
    made = dict(pages())
    for rule in EVERY_RULE:
        page = made[f"reference/rules/{rule.code}.md"]
        assert rule.title in page
        assert rule.source in page
        assert rule.advice in page


def test_every_rule_is_in_a_group_of_the_catalogue():
    made = dict(pages())["reference/rules.md"]
    assert {rule.code[0] for rule in EVERY_RULE} <= set(GROUPS)
    assert all(f"rules/{rule.code}.md" in made for rule in EVERY_RULE)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    need("mkdocs", "the site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    yield folder
    shutil.rmtree(folder)


def test_the_site_fetches_nothing_from_elsewhere(site):
    fetching = re.compile(
        r"<(?:script|img|iframe|source)[^>]+src=[\"']?(?:https?:)?//[^\"'> ]+"
        r"|<link[^>]+href=[\"']?(?:https?:)?//[^\"'> ]+"
        r"|url\([\"']?(?:https?:)?//[^)]+|@import[^;]+//[^;]+"
    )
    pages = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js")]
    found = {hit for path in pages for hit in fetching.findall(path.read_text(encoding="utf-8"))}
    assert pages
    assert found == set()
