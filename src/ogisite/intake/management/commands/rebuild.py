"""`ogisite rebuild`: replay every ledger, and say what is kept otherwise."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from ogisite.intake.services.rebuilding import rebuild


class Command(BaseCommand):
    help = "重放全部台账，与存下来供查找的各栏核对；加 --write 改正"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to write."""
        parser.add_argument("--write", action="store_true", help="把不符的改正")

    def handle(self, *args: Any, **options: Any) -> None:
        """Name every difference; without writing, a difference is an error."""
        found = 0
        for one in rebuild(write=options["write"]):
            self.stdout.write(str(one))
            found += 1
        if found and not options["write"]:
            raise CommandError(f"有{found}处与台账不符")
        self.stdout.write(f"改正了{found}处" if found else "与台账一致")
