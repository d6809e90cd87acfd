"""What may stand in no file of the project."""

import re
import subprocess

import pytest
from needed import cannot

# Written in parts, so that this file does not find itself.
MACHINE_PATH = re.compile(
    rb"(?<![\w.~-])/(?:"
    + b"|".join([b"ho" + b"me", b"ro" + b"ot", b"wo" + b"rk", b"Us" + b"ers"])
    + rb")/\w"
)
REGISTRY = re.compile(
    rb"https?://[\w.-]+/sim"
    + rb"ple\b|index-url\s+http|pypi\."
    + rb"org|pythonho"
    + rb"sted|find-li"
    + rb"nks +\S*/"
)


@pytest.fixture(scope="module")
def tracked(request):
    root = request.config.rootpath
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
    if listed.returncode:
        cannot("this is no git checkout, so nothing is tracked")
    names = listed.stdout.decode().split("\0")
    return {name: (root / name).read_bytes() for name in names if name and (root / name).is_file()}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_tracked_file_names_a_machine_or_a_registry(tracked, pattern):
    assert {n: m[0] for n, data in tracked.items() if (m := pattern.search(data))} == {}


def test_no_module_is_longer_than_three_hundred_lines(tracked):
    modules = {n: d for n, d in tracked.items() if n.startswith("src/") and n.endswith(".py")}
    lengths = {n: d.count(b"\n") for n, d in modules.items() if "/migrations/" not in n}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_sample_is_large(tracked):
    sizes = {n: len(d) for n, d in tracked.items() if n.startswith("samples/")}
    assert {name: size for name, size in sizes.items() if size > 400_000} == {}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pinned_dependency_carries_hashes(tracked, name):
    pins = re.findall(rb"^([\w.-]+==\S+)(.*?)(?=^\S|\Z)", tracked[name], re.M | re.S)
    assert pins
    assert [pin for pin, rest in pins if b"--hash=sha256:" not in rest] == []
