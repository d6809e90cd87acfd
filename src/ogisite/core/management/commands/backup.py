"""`ogisite backup`: one file with the database and the files, taken while people work."""

import io
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import connection

DATABASE = "database"
FILES = "files"


class Command(BaseCommand):
    help = "备份：数据库和文件存成一个文件，办公不用停。钥匙（keys.json）另存一处，不在备份里"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file to write."""
        parser.add_argument("to", type=Path, help="备份文件，如 备份.tar")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write beside, then put it in its place."""
        path: Path = options["to"]
        beside = path.with_name(f".{path.name}.new")
        with tempfile.TemporaryDirectory() as folder:
            dump = Path(folder) / DATABASE
            _dump(dump)
            with tarfile.open(beside, "w") as out:
                # The database first: a file that is added meanwhile is more, never less.
                out.add(dump, DATABASE)
                kind = connection.vendor.encode()
                info = tarfile.TarInfo("kind")
                info.size = len(kind)
                out.addfile(info, io.BytesIO(kind))
                if (settings.HOME / FILES).exists():
                    out.add(settings.HOME / FILES, FILES)
        beside.replace(path)
        self.stdout.write(f"已备份到{path}。恢复还要keys.json，它在{settings.HOME}，请另存一处")


def _dump(to: Path) -> None:
    if connection.vendor == "sqlite":
        source = sqlite3.connect(str(connection.settings_dict["NAME"]))
        target = sqlite3.connect(to)
        with target:
            source.backup(target)
        source.close()
        target.close()
        return
    command = ["pg_dump", "--format=custom", f"--file={to}", settings.CONFIG.database]
    if subprocess.run(command, check=False).returncode:
        raise CommandError("pg_dump没有成功，没有备份")
