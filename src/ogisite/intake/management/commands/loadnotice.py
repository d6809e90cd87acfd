"""`ogisite loadnotice`: put a year's holiday notice on file, and say which cases it moves."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from ogi.data import of_place
from ogi.errors import DataFileError
from ogi.workdays import notices
from ogisite.intake.services.rebuilding import rebuild


class Command(BaseCommand):
    help = "载入一年的放假通知（YAML），重新推算期限，列出变动的申请"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the notice."""
        parser.add_argument("notice", type=Path, help="一年的通知，写法见“本地数据”")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the notice first, in a copy of the folder; then put it there, and replay."""
        if not settings.CONFIG.data:
            raise CommandError("site.toml没有写data，不知道本地数据放在哪个文件夹")
        folder = Path(settings.CONFIG.data)
        to = folder / "workdays" / options["notice"].name
        to.parent.mkdir(parents=True, exist_ok=True)
        before = to.read_bytes() if to.exists() else None
        shutil.copyfile(options["notice"], to)
        try:
            with of_place(folder):
                notices()
                moved = [one for one in rebuild(write=True) if one.field == "due_on"]
        except DataFileError as error:
            to.unlink()
            if before is not None:
                to.write_bytes(before)
            raise CommandError("；".join(map(str, error.faults))) from error
        for one in moved:
            self.stdout.write(str(one))
        self.stdout.write(f"通知已载入，{len(moved)}件申请的期限有变动；网页进程重启以后生效")
