"""`ogisite verify_ledger`: prove that no entry of any ledger was changed."""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from ogisite.core.ledger import Break, breaks, breaks_of_export
from ogisite.core.models import Chain


class Command(BaseCommand):
    help = "核验台账：每一项与它的指纹相符，没有缺项；给出文件的，核验导出的台账"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take exported ledgers, and where to write the heads of all chains."""
        parser.add_argument("files", nargs="*", type=Path, help="导出的台账")
        parser.add_argument("--heads", type=Path, help="把每本台账的末项指纹写到这个文件，供留存")
        parser.add_argument("--against", type=Path, help="与留存的末项指纹核对")

    def handle(self, *args: Any, **options: Any) -> None:
        """Name every break, and end with an error where there is one."""
        found: list[Break] = []
        entries = 0
        if options["files"]:
            for path in options["files"]:
                data = json.loads(path.read_text(encoding="utf-8"))
                entries += len(data["entries"])
                found += breaks_of_export(data)
        else:
            for chain in Chain.objects.order_by("pk").iterator():
                entries += chain.length
                found += breaks(chain)
            found += self._against(options["against"])
            self._write_heads(options["heads"])
        for one in found:
            self.stderr.write(str(one))
        if found:
            raise CommandError(f"有{len(found)}处不符")
        self.stdout.write(f"台账核验通过，共{entries}项")

    def _write_heads(self, path: Path | None) -> None:
        if path is None:
            return
        heads = Chain.objects.order_by("pk").values_list("key", "length", "head")
        lines = [f"{key}\t{length}\t{head}\n" for key, length, head in heads.iterator()]
        path.write_text("".join(lines), encoding="utf-8")

    def _against(self, path: Path | None) -> list[Break]:
        """Compare kept heads: what was the head then must be that entry's digest now."""
        if path is None:
            return []
        found = []
        for line in path.read_text(encoding="utf-8").splitlines():
            key, length, head = line.split("\t")
            entry = Chain.objects.filter(
                key=key, entries__place=length, entries__digest=head
            ).exists()
            if int(length) and not entry:
                found.append(Break(key, int(length), "与留存的末项指纹不符"))
        return found
