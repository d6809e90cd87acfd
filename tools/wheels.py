"""`make wheels`: a folder that installs the command on a machine without a network.

It holds the wheels of the package and of all it needs, for Linux and Windows on x86-64, and
an installer for each. Versions and hashes are those of requirements-parts.lock.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
OUT = ROOT / "dist" / "ogi"
LOCK = ROOT / "requirements-parts.lock"
PARTS = "dataset,ocr,pdf"
PYTHON = "3.11"
SYSTEMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
MACHINES = {"Linux": "x86_64", "Windows": "AMD64"}
TAGS = {
    "Linux": [f"manylinux_2_{n}_x86_64" for n in (31, 28, 27, 24, 17)] + ["manylinux2014_x86_64"],
    "Windows": ["win_amd64"],
}
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")

INSTALL_SH = f"""\
python{PYTHON} -m venv "${{1:-$HOME/ogi}}" &&
"${{1:-$HOME/ogi}}/bin/python" -m pip install --no-index --find-links="${{0%/*}}" "ogi[{PARTS}]"
"""
INSTALL_CMD = f"""\
py -{PYTHON} -m venv "%USERPROFILE%\\ogi"
"%USERPROFILE%\\ogi\\Scripts\\python" -m pip install --no-index --find-links="%~dp0." "ogi[{PARTS}]"
"""
README = f"""\
Linux：   sh install.sh [目录]   命令在 目录/bin/ogi（不写目录就是 ~/ogi）
Windows： install.cmd            命令在 %USERPROFILE%\\ogi\\Scripts\\ogi.exe
两者都要先有 Python {PYTHON}（64位），不用联网。
"""


def main(systems: list[str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("ogi-*.whl"):
        old.unlink()
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(OUT), str(ROOT))
    for system in systems or SYSTEMS:
        _download(system)
    (OUT / "install.sh").write_text(INSTALL_SH, encoding="utf-8", newline="\n")
    (OUT / "install.cmd").write_text(INSTALL_CMD, encoding="utf-8", newline="\r\n")
    (OUT / "README.txt").write_text(README, encoding="utf-8", newline="\r\n")
    size = sum(one.stat().st_size for one in OUT.iterdir()) / 1e6
    print(f"{OUT.relative_to(ROOT)}：{len(list(OUT.glob('*.whl')))} wheels, {size:.0f} MB")


def wanted(lock: str, system: str) -> Iterator[str]:
    """Yield the entries of a lock that a system needs, without their markers."""
    about = SYSTEMS[system] | {
        "platform_machine": MACHINES[system],
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.9",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for entry in re.findall(r"^[^\s#].*(?:\n[ \t].*)*", lock, re.M):
        needed = Requirement(entry.split(" \\")[0])
        if needed.marker is None or needed.marker.evaluate(about):
            hashes = " ".join(re.findall(r"--hash=\S+", entry))
            yield f"{needed.name}{needed.specifier} {hashes}"


def _download(system: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        entries = wanted(LOCK.read_text(encoding="utf-8"), system)
        listed.write_text("\n".join(entries), encoding="utf-8")
        tags = [word for tag in TAGS[system] for word in ("--platform", tag)]
        _pip(
            *("download", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
            *("--python-version", PYTHON, *tags, "--dest", str(OUT), "-r", str(listed)),
        )


def _pip(*words: str) -> None:
    subprocess.run([*PIP, *words], check=True, cwd=ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
