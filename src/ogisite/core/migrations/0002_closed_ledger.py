"""The database itself refuses to change or delete an entry of a ledger."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SAYS = "entries of a ledger are never changed or deleted"

_SQLITE = [
    f"""CREATE TRIGGER entry_closed_to_{verb.lower()} BEFORE {verb} ON core_entry
    BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"""
    for verb in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    f"""CREATE FUNCTION entry_closed() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$""",
    """CREATE TRIGGER entry_closed BEFORE UPDATE OR DELETE ON core_entry
    FOR EACH ROW EXECUTE FUNCTION entry_closed()""",
]


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the triggers of the database in use."""
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Closes the ledger."""

    dependencies: ClassVar = [("core", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(close, elidable=False)]
