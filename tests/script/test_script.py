"""The file of characters says what OpenCC does, so that its dictionaries need not be loaded."""

import subprocess
from itertools import chain
from pathlib import Path

import opencc
import pytest

from ogi.data.places import PACKAGE
from ogi.script import converter, simplified, written

_BLOCKS = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32400))
_ALL = [chr(code) for code in chain(*_BLOCKS)]
_HEAD = "# Made from the dictionaries of OpenCC by tests/script/test_script.py; see ogi/script.\n"
_SHARE = Path(opencc.__file__).parent / "clib"


def _changed(name: str) -> dict[str, str]:
    """The characters that a converter changes, taken by themselves."""
    convert = opencc.OpenCC(name).convert
    pairs = ((char, convert(char)) for char in _ALL)
    return {char: other for char, other in pairs if char != other}


def _phrases(folder: Path) -> list[str]:
    """The phrases that the converter to simplified characters knows."""
    tool, text = _SHARE / "bin" / "opencc_dict", folder / "phrases.txt"
    if not tool.exists():
        pytest.skip("this OpenCC comes without opencc_dict, which lists its phrases")
    words = ["-i", _SHARE / "share/opencc/TSPhrases.ocd2", "-o", text, "-f", "ocd2", "-t", "text"]
    tool.chmod(tool.stat().st_mode | 0o111)
    subprocess.run([tool, *words], check=True, capture_output=True)
    return [line.split("\t")[0] for line in text.read_text(encoding="utf-8").splitlines()]


def _signs(phrases: list[str]) -> str:
    """Characters of which every text has one that the converter changes, as few as may be."""
    convert, single = opencc.OpenCC("t2s").convert, set(_changed("t2s"))
    signs = set(single)
    left = [one for one in phrases if convert(one) != one and not signs & set(one)]
    while left:
        best = max(sorted(set("".join(left))), key=lambda char: sum(char in one for one in left))
        signs.add(best)
        left = [one for one in left if best not in one]
    return "".join(sorted(signs))


def _pairs() -> list[str]:
    standard = _changed("s2t")
    more = (_changed("s2tw"), _changed("s2hk"))
    differing = [{c: o for c, o in one.items() if standard.get(c) != o} for one in more]
    return ["".join(chain.from_iterable(sorted(one.items()))) for one in (standard, *differing)]


def test_the_file_says_what_the_dictionaries_say(golden, tmp_path):
    signs, pairs = _signs(_phrases(tmp_path)), _pairs()
    text = f'{_HEAD}signs: "{signs}"\nwritten:\n' + "".join(f'  - "{one}"\n' for one in pairs)
    golden(PACKAGE / "script" / "data" / "characters.yaml", text)


def test_a_character_is_written_as_the_converters_write_it():
    standard, *more = written()
    assert standard["万"] == "萬"
    assert all(one[char] != standard.get(char) for one in more for char in one)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("关于申请的答覆", "关于申请的答复"),  # a phrase of characters that are all simplified too
        ("政府資訊公開", "政府资讯公开"),
        ("总体情况", "总体情况"),
        ("慰藉", "慰藉"),
        ("", ""),
    ],
)
def test_a_text_becomes_what_the_converter_makes_of_it(text, plain):
    assert simplified(text) == converter("t2s").convert(text) == plain


def test_no_phrase_is_passed_over(tmp_path):
    assert all(simplified(one) == converter("t2s").convert(one) for one in _phrases(tmp_path))
