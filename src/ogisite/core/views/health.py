"""Whether the site works (运行状况): for whoever watches over it, without anything of a case."""

import logging
import shutil

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

_log = logging.getLogger("ogisite.health")


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say of database, migrations and disk whether each is as it must be; 503 if one is not."""
    found = {"database": _database(), "migrations": _migrations(), "disk": _disk()}
    works = all(found.values())
    if not works:
        _log.error("not well: %s", ", ".join(name for name, well in found.items() if not well))
    return JsonResponse({"works": works, **found}, status=200 if works else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except DatabaseError:
        return False


def _migrations() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _disk() -> bool:
    return shutil.disk_usage(settings.HOME).free > settings.REQUEST_LIMIT
