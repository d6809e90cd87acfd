"""The pages of the public in English: whole, and only for who wants them."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages import pofile

import ogisite
from ogi.casework import ApplicantClass
from ogisite.core.models import Organ, Person
from ogisite.intake.ways import WAYS
from ogisite.portal.columns import columns
from ogisite.portal.limits import limits_file
from ogisite.portal.telling import told_file
from website.portal.conftest import Visitor

ROOT = Path(ogisite.__file__).parent
FOLDER = ROOT / "locale/en/LC_MESSAGES"
_TAG = re.compile(r"""{% translate (?:"([^"]+)"|'([^']+)')""")
_BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?){% (?:end|plural)", re.S)
_CODE = re.compile(r"""\b_\(\s*((?:"[^"]*"\s*)+)\)""")


def catalogue() -> dict[str, str]:
    with (FOLDER / "django.po").open("rb") as file:
        found = pofile.read_po(file, locale="en")
    return {
        one.id[0] if isinstance(one.id, tuple) else one.id: one.string for one in found if one.id
    }


def words() -> set[str]:
    """Return everything that is said in pages and in code of the portal."""
    found: set[str] = set()
    for page in (ROOT / "templates/portal").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        found |= {one or other for one, other in _TAG.findall(text)}
        found |= {re.sub(r"{{ (\w+) }}", r"%(\1)s", one) for one in _BLOCK.findall(text)}
    for module in (ROOT / "portal").rglob("*.py"):
        for said in _CODE.findall(module.read_text(encoding="utf-8")):
            found.add("".join(re.findall(r'"([^"]*)"', said)))
    return found


def data_words() -> set[str]:
    """Return everything that is said from data."""
    told, limits = told_file(), limits_file().limits.values()
    found = {*told.headings.values(), *WAYS.values()}
    found |= {text for one in told.acts.values() for text in (one.title, one.says) if text}
    found |= {text for one in limits for text in (one.what, one.unit)}
    found |= {text for one in columns().values() for text in (one.title, one.belongs)}
    return (found | {one.label for one in ApplicantClass}) - {"自然人", "{reason}"}


def test_everything_that_is_said_has_its_english() -> None:
    known = catalogue()
    assert len(words()) > 250
    assert {one for one in words() | data_words() if one not in known} == set()
    assert [one for one, said in known.items() if not said] == []


def test_nothing_in_the_catalogue_is_said_no_more() -> None:
    families = {"予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"}
    assert {*catalogue()} - words() - data_words() - families == set()


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for one, said in catalogue().items():
        if isinstance(said, str):
            assert compiled.gettext(one) == said


def test_places_of_a_word_are_those_of_the_source() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)s|{\w+}", text))

    for one, said in catalogue().items():
        assert places(said[-1] if isinstance(said, tuple) else said) == places(one)


@pytest.mark.usefixtures("today")
def test_the_language_is_that_of_the_visitor(
    organ: Organ, people: dict[str, Person], visitor: Visitor
) -> None:
    assert "申请公开政府信息" in visitor.get("/apply/").content.decode()
    assert visitor.get("/language/en/", data={"next": "/apply/"}).url == "/apply/"
    page = visitor.get("/apply/").content.decode()
    assert '<html lang="en"' in page
    assert "Request government information" in page
    case, _ = visitor.apply(organ)
    page = visitor.get(f"/track/{case.pk}/").content.decode()
    assert "In progress, reply by 10 November 2026 (Tuesday)" in page
    visitor.get("/language/zh-hans/")
    assert "最迟2026年11月10日（星期二）答复" in visitor.get(f"/track/{case.pk}/").content.decode()
