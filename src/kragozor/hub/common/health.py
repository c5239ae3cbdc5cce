"""Is the hub well? Asked by load balancers and by people who are called at night."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

# A job that has waited this long says that nobody works the queue.
PATIENCE = timedelta(minutes=10)


def database_is_well() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations_are_well() -> bool:
    applied = MigrationRecorder(connection).applied_migrations()
    return all(migration in applied for migration in newest_migrations())


@cache
def newest_migrations() -> list[tuple[str, str]]:
    """Return the last migration of each app; anybody may ask, so they are read only once."""
    return MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes()


def queue_is_well() -> bool:
    now = timezone.now()
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - PATIENCE)
    # What was asked for later has not waited since it was asked for.
    return not waiting.exclude(run_after__range=(now - PATIENCE, now)).exists()


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_is_well,
    "migrations": migrations_are_well,
    "queue": queue_is_well,
}


def healthz(request: HttpRequest) -> JsonResponse:
    answers = {name: is_well(check) for name, check in CHECKS.items()}
    well = all(answers.values())
    return JsonResponse({"well": well, **answers}, status=200 if well else 503)


def is_well(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except DatabaseError:
        return False
