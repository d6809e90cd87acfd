"""`ogisite restore`: put a backup into a home that has no database yet."""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.base import CommandParser
from django.db import connection

from ogisite.core.management.commands.backup import DATABASE, FILES


class Command(BaseCommand):
    help = "恢复备份：先把keys.json放进平台的目录，数据库要是空的；恢复以后核验台账"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file to read."""
        parser.add_argument("source", type=Path, help="备份文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse a home in use; put everything in its place; verify."""
        if connection.introspection.table_names():
            raise CommandError("这里已经有数据库，没有恢复：请换一个空的目录或者空的数据库")
        connection.close()
        with tempfile.TemporaryDirectory() as folder, tarfile.open(options["source"]) as source:
            source.extractall(folder, filter="data")
            root = Path(folder)
            if (root / "kind").read_text() != connection.vendor:
                raise CommandError("备份的数据库与site.toml里设的不是一种，没有恢复")
            _load(root / DATABASE)
            if (root / FILES).exists():
                shutil.copytree(root / FILES, settings.HOME / FILES, dirs_exist_ok=True)
        call_command("verify_ledger", stdout=self.stdout)


def _load(dump: Path) -> None:
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        for beside in (name, *name.parent.glob(f"{name.name}-*")):
            beside.unlink(missing_ok=True)
        shutil.copyfile(dump, name)
        return
    command = ["pg_restore", "--no-owner", f"--dbname={settings.CONFIG.database}", str(dump)]
    if subprocess.run(command, check=False).returncode:
        raise CommandError("pg_restore没有成功")
