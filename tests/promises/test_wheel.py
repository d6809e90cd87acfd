"""The wheel works by itself, outside the checkout, and its hints name commands that work there."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from conftest import ROOT

from tools.wheels import LOCK, wanted


def run(*words, **more):
    return subprocess.run(
        [*map(str, words)], capture_output=True, text=True, check=False, timeout=300, **more
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An environment with the wheel in it; what the wheel needs comes from the one we run in."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("src", "pyproject.toml", "README.md"):
        whole, copy = ROOT / name, folder / "project" / name
        if whole.is_dir():
            shutil.copytree(whole, copy, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(whole, copy)
    built = run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"),
        *("--wheel-dir", folder / "wheels", folder / "project"),
    )
    assert built.returncode == 0, built.stderr
    place = folder / "有 空格的目录"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    done = run(
        *(python, "-m", "pip", "install", "--no-deps", "--no-index"),
        *("--find-links", folder / "wheels", "ogi"),
    )
    assert done.returncode == 0, done.stderr
    (inside,) = place.glob("lib/python*/site-packages")
    kept = sysconfig.get_path("purelib")
    # Only the packages beside it: the .pth files there would bring the checkout back.
    (inside / "needed.pth").write_text(kept, encoding="utf-8")
    return place / "bin" / "ogi"


def test_a_report_is_checked_outside_the_checkout(installed, tmp_path):
    shutil.copy(ROOT / "samples" / "first-look" / "source.txt", tmp_path / "年 报.txt")
    done = run(installed, "check", "年 报.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "R301" in done.stdout


@pytest.mark.parametrize(
    "words", [["form"], ["letter", "--list"], ["explain"], ["calendar", "2026"]]
)
def test_every_data_file_is_in_the_wheel(installed, tmp_path, words):
    done = run(installed, *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_hint_names_what_works_there(installed, tmp_path):
    python = Path(installed).with_name("python")
    code = "from ogi.parts import how_to_install; print(how_to_install('ocr'))"
    assert "make wheels" in run(python, "-c", code, cwd=tmp_path).stdout


def test_each_system_gets_what_it_needs():
    lock = LOCK.read_text(encoding="utf-8")
    linux, windows = ({one.split("==")[0] for one in wanted(lock, s)} for s in ("Linux", "Windows"))
    assert windows - linux == {"colorama"}
    assert {"click", "typst", "rapidocr", "duckdb", "pylopdf-fonts-zh-cn"} <= linux
    assert all("--hash=sha256:" in one for one in wanted(lock, "Linux"))
