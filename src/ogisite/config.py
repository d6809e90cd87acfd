"""How a site is set up: a folder that is its home, with `site.toml` and, apart, its keys.

Nothing here has a default that opens a door: without keys nothing starts, and `ogisite init`
makes keys that nobody else has.
"""

import os
import secrets
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from cryptography.fernet import Fernet

HOME_VARIABLE = "OGISITE_HOME"
_KEYS = "keys.json"
_SITE = "site.toml"
_T = TypeVar("_T")


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where reminders are sent from; without a host nothing is sent."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: bool = False
    sender: str = ""


class SiteConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `site.toml` says.

    `database` is empty for SQLite in the home, else `postgresql://user:password@host/name`.
    `https` is off only where the site is reached on the machine itself. `data` is a folder
    with data of the place (notices, organs' own rules), beside that of the library. `proxies`
    is how many of one's own stand before the site: the address before them is the visitor's.
    """

    platform: str = "政府信息公开工作平台"
    region: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    database: str = ""
    https: bool = True
    data: str = ""
    proxies: int = 0
    mail: Mail = Mail()


class Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `keys.json` says: it lies beside the database, never in it.

    `identity` encrypts personal data, the newest key first; older ones still open what they
    closed. `index` makes the keyed index by which encrypted data is found.
    """

    secret: str
    identity: tuple[str, ...]
    index: str


class NotSetUpError(Exception):
    """The home of the site lacks something; the message says in Chinese what to do."""


def home() -> Path:
    """Return the folder of the site: OGISITE_HOME, or `var` where the command is called."""
    return Path(os.environ.get(HOME_VARIABLE, "var")).resolve()


def load_config(folder: Path) -> SiteConfig:
    """Return what the site's `site.toml` says; raises NotSetUpError for one that is wrong."""
    return _load(folder / _SITE, SiteConfig) if (folder / _SITE).exists() else SiteConfig()


def load_keys(folder: Path) -> Keys:
    """Return the keys; raises NotSetUpError where there are none."""
    if not (folder / _KEYS).exists():
        raise NotSetUpError(f"{folder}里没有{_KEYS}，先运行 ogisite init")
    return _load(folder / _KEYS, Keys)


def make_keys(folder: Path) -> None:
    """Write new keys that only the owner may read; keys that exist are left alone."""
    if (folder / _KEYS).exists():
        return
    save_keys(folder, Keys(secrets.token_urlsafe(48), (new_key(),), secrets.token_hex(32)))


def save_keys(folder: Path, keys: Keys) -> None:
    """Write keys beside the old file and put them in its place."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{_KEYS}.new"
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(msgspec.json.format(msgspec.json.encode(keys)))
        out.flush()
        os.fsync(out.fileno())
    beside.replace(folder / _KEYS)


def new_key() -> str:
    """Return a new key for personal data."""
    return Fernet.generate_key().decode()


def _load(path: Path, kind: type[_T]) -> _T:
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text) if path.suffix == ".toml" else msgspec.json.decode(text)
        return msgspec.convert(data, kind)
    except (tomllib.TOMLDecodeError, msgspec.MsgspecError, OSError) as error:
        raise NotSetUpError(f"{path}写得不对：{error}") from error
