"""`ogisite rotate_key`: encrypt all personal data anew with a new key."""

from typing import Any

import msgspec
from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand
from django.core.management.base import CommandParser
from django.db import connection, transaction

from ogisite.config import home, load_keys, new_key, save_keys
from ogisite.core.crypto import SealedField, resealed


class Command(BaseCommand):
    help = "换一把加密个人信息的钥匙，全部重新加密；旧的留着打开以前的备份，加 --forget 才删去"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether older keys are forgotten."""
        parser.add_argument("--forget", action="store_true", help="删去旧的钥匙，以前的备份打不开")

    def handle(self, *args: Any, **options: Any) -> None:
        """Put the new key first, encrypt everything with it; interrupted, it is run once more."""
        keys = load_keys(home())
        save_keys(home(), msgspec.structs.replace(keys, identity=(new_key(), *keys.identity)))
        settings.KEYS = load_keys(home())
        rows = sum(self._model(model) for model in apps.get_models())
        if options["forget"]:
            save_keys(home(), msgspec.structs.replace(keys, identity=settings.KEYS.identity[:1]))
        self.stdout.write(f"已用新的钥匙重新加密{rows}处；网页进程重启以后只用新的")

    def _model(self, model: Any) -> int:
        """Encrypt what a model has, row by row, past the field that would decrypt it."""
        columns = [str(one.column) for one in model._meta.fields if isinstance(one, SealedField)]
        if not columns:
            return 0
        table, done = model._meta.db_table, 0
        quote = connection.ops.quote_name
        names = ", ".join(quote(one) for one in columns)
        sets = ", ".join(f"{quote(one)} = %s" for one in columns)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT id, {names} FROM {quote(table)}")
            for pk, *sealed in cursor.fetchall():
                values = [resealed(one or "") for one in sealed]
                cursor.execute(
                    f"UPDATE {quote(table)} SET {sets} WHERE id = %s",
                    [*values, pk],
                )
                done += sum(1 for one in values if one)
        return done
