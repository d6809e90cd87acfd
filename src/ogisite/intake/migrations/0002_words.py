"""What cases ask for, in pairs of characters, under an index for phrases."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = ["CREATE VIRTUAL TABLE intake_words USING fts5(pairs, tokenize = 'ascii')"]
_POSTGRESQL = [
    "CREATE TABLE intake_words (case_id bigint PRIMARY KEY, pairs text NOT NULL)",
    """CREATE INDEX intake_words_pairs ON intake_words
    USING gin (to_tsvector('simple', pairs))""",
]


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table of the database in use."""
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


def drop(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away again."""
    editor.execute("DROP TABLE intake_words")


class Migration(migrations.Migration):
    """Lets cases be found by what they ask for."""

    dependencies: ClassVar = [("intake", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(make, drop)]
