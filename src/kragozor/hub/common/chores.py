"""What is put in order regularly: each app names its own chores in its ``AppConfig``.

    class MeasuringConfig(AppConfig):
        chores = ("kragozor.hub.measuring.services.uploads.uploads_purge",)

A chore takes nothing and returns how many things it settled. The worker does them all while it
works the queue; ``python -m kragozor.hub tidy`` does them once.
"""

import logging
from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


def chores_do() -> dict[str, int]:
    """Do every chore, and return by its name how many things it settled.

    One that fails is written down, and leaves the others undisturbed.
    """
    done = {}
    for path in _paths():
        name = path.rpartition(".")[2]
        try:
            done[name] = import_string(path)()
        except Exception:
            log.exception("The chore %s failed.", path)
    return done


def sessions_purge() -> int:
    """Delete the sessions that are over."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def cache_purge() -> int:
    """Delete what the cache may forget; by itself it would do so only when it is full."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    now = timezone.now().replace(microsecond=0)
    with connection.cursor() as cursor:
        when = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [when])  # noqa: S608, our own name
        return cursor.rowcount


def _paths() -> Iterator[str]:
    for app in apps.get_app_configs():
        yield from getattr(app, "chores", ())
