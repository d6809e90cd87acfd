"""`make site`: the demo county in var/, served on this machine."""

import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[1] / "var"
_SITE = 'platform = "政府信息公开工作平台"\nregion = "临溪县"\nhttps = false\n'


def main() -> None:
    os.environ["OGISITE_HOME"] = str(HOME)
    if not (HOME / "口令.txt").exists():
        HOME.mkdir(exist_ok=True)
        (HOME / "site.toml").write_text(_SITE, encoding="utf-8")
        _ogisite("init")
        _ogisite("demo")
    print((HOME / "口令.txt").read_text(encoding="utf-8"), flush=True)
    _ogisite("serve")


def _ogisite(*command: str) -> None:
    if code := subprocess.run([sys.executable, "-m", "ogisite", *command], check=False).returncode:
        sys.exit(code)


if __name__ == "__main__":
    main()
