"""Looking after a site: backup while people work, restore elsewhere, new keys, proofs."""

import io
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from ogi.casework.acts import Act
from ogi.casework.intake import Registered
from ogisite.core import crypto
from ogisite.core.ledger import acts_of, append, exported
from ogisite.core.models import Chain

AT = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)


def said(*command: str) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def add(chain: Chain, act: Act) -> None:
    append(chain, act, acts_of(chain.entries.order_by("place")), by=None, at=AT)


@pytest.fixture
def chain(db: None) -> Chain:
    chain = Chain.objects.create()
    add(chain, Registered(on=date(2026, 10, 13), number="2026-0001"))
    return chain


def test_sound_ledgers_are_verified(chain: Chain) -> None:
    assert said("verify_ledger") == "台账核验通过，共1项\n"


def test_a_kept_head_proves_that_nothing_was_taken_back(chain: Chain, tmp_path: Path) -> None:
    said("verify_ledger", "--heads", str(tmp_path / "heads"))
    add(chain, Registered(on=date(2026, 10, 13), number="2026-0002"))
    assert said("verify_ledger", "--against", str(tmp_path / "heads"))
    (tmp_path / "heads").write_text(f"{chain.key}\t1\t{'0' * 64}\n")
    with pytest.raises(CommandError, match="有1处不符"):
        said("verify_ledger", "--against", str(tmp_path / "heads"))


def test_an_exported_ledger_is_verified_without_the_site(chain: Chain, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    data = exported(chain)
    path.write_text(json.dumps(data))
    assert said("verify_ledger", str(path)) == "台账核验通过，共1项\n"
    data["entries"][0]["data"]["number"] = "2026-0009"
    path.write_text(json.dumps(data))
    with pytest.raises(CommandError, match="有1处不符"):
        said("verify_ledger", str(path))


def test_what_an_older_key_closed_is_opened_and_closed_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = settings.KEYS
    sealed = crypto.seal("赵某某")
    new = type(old)(old.secret, (crypto.Fernet.generate_key().decode(), *old.identity), old.index)
    monkeypatch.setattr(settings, "KEYS", new)
    again = crypto.resealed(sealed)
    monkeypatch.setattr(settings, "KEYS", type(old)(old.secret, new.identity[:1], old.index))
    assert crypto.unseal(again) == "赵某某"
    with pytest.raises(crypto.UnreadableError):
        crypto.unseal(sealed)


def ogisite(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OGISITE_HOME": str(home), "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-m", "ogisite", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_site_is_set_up_saved_and_restored_elsewhere(tmp_path: Path) -> None:
    home, other, saved = tmp_path / "one", tmp_path / "two", tmp_path / "saved.tar"
    who = ("--organ", "桐岭县人民政府", "--administrator", "李敏", "--login", "limin")
    made = ogisite(home, "init", *who)
    assert made.returncode == 0, made.stderr
    assert "一次性密码" in made.stdout
    assert (home / "keys.json").stat().st_mode & 0o077 == 0
    assert "已经有用户" in ogisite(home, "init", *who).stdout
    assert ogisite(home, "backup", str(saved)).returncode == 0
    other.mkdir()
    shutil.copyfile(home / "keys.json", other / "keys.json")
    restored = ogisite(other, "restore", str(saved))
    assert restored.returncode == 0, restored.stderr
    assert "台账核验通过" in restored.stdout
    refused = ogisite(other, "restore", str(saved))
    assert refused.returncode == 1
    assert "已经有数据库" in refused.stderr


def test_nothing_starts_without_keys(tmp_path: Path) -> None:
    answer = ogisite(tmp_path, "check")
    assert answer.returncode == 1
    assert "ogisite init" in answer.stderr
