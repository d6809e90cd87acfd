"""The page on Python shows what Python answers."""

import doctest
import re
from decimal import Decimal

import ogi


def test_every_answer_on_the_page_is_the_one_that_python_gives(root, monkeypatch):
    monkeypatch.chdir(root)
    page = (root / "docs/guide/python.md").read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r"```pycon\n(.*?)```", page, re.S))
    examples = doctest.DocTestParser().get_doctest(
        shown, {"Decimal": Decimal}, "python.md", None, 0
    )
    said = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert tried > 20
    assert not failed, "".join(said)


def test_everything_on_offer_is_there_and_says_what_it_does():
    for name in ogi.__all__:
        assert name == "__version__" or getattr(ogi, name).__doc__, name
    assert set(ogi._HOMES) == set(ogi.__all__) - {"__version__"}


def test_everything_on_offer_stands_on_the_page_or_is_a_type(root):
    page = (root / "docs/guide/python.md").read_text(encoding="utf-8")
    missing = [name for name in ogi.__all__ if name[:1].islower() and f"ogi.{name}" not in page]
    assert not missing
