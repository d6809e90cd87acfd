"""Which reader and which rules made a row: another one makes it anew."""

from hashlib import sha256
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable

from ogi.data import from_data, locality
from ogi.version import VERSION

_PARTS = ("data", "form", "law", "reading", "checks", "dataset", "formats.py")


@from_data
def fingerprint() -> str:
    """Return the version of the library and a digest of its code, all data and rule packs."""
    digest = sha256()
    for part in _PARTS:
        _add(digest, files("ogi") / part, part)
    for name, path in locality().files.items():
        digest.update(f"place/{name}:".encode())
        digest.update(path.read_bytes())
    for entry in sorted(entry_points(group="ogi.checks"), key=lambda entry: entry.name):
        version = entry.dist.version if entry.dist else ""
        digest.update(f"{entry.name} {entry.value} {version};".encode())
    return f"{VERSION}-{digest.hexdigest()[:16]}"


def _add(digest: "sha256", entry: Traversable, name: str) -> None:  # type: ignore[valid-type]
    if entry.is_dir():
        for one in sorted(entry.iterdir(), key=lambda one: one.name):
            _add(digest, one, f"{name}/{one.name}")
    elif entry.name.endswith((".py", ".yaml")):
        digest.update(f"{name}:".encode())  # type: ignore[attr-defined]
        digest.update(entry.read_bytes())  # type: ignore[attr-defined]
