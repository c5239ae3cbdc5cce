"""Is the hub well? Asked by load balancers and by people who are called at night."""

from collections.abc import Callable
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

# A job that has waited this long says that nobody works the queue.
PATIENCE = timedelta(minutes=10)


def databaseis_well() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations_are_well() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def queueis_well() -> bool:
    return (
        not DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - PATIENCE).exists()
    )


CHECKS: dict[str, Callable[[], bool]] = {
    "database": databaseis_well,
    "migrations": migrations_are_well,
    "queue": queueis_well,
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
