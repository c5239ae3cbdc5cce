from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


def cache_table_create(**kwargs: object) -> None:
    """Migrating is enough to have a database that works: the cache's table comes with it."""
    call_command("createcachetable", database=kwargs["using"], verbosity=0)


class CommonConfig(AppConfig):
    name = "kragozor.hub.common"
    label = "common"
    verbose_name = _("The log, letters and jobs")
    personal = "kragozor.hub.common.declared.FIELDS"
    chores = (
        "kragozor.hub.common.jobs.jobs_lost_end",
        "kragozor.hub.common.jobs.jobs_purge",
        "kragozor.hub.common.chores.sessions_purge",
        "kragozor.hub.common.chores.cache_purge",
    )

    def ready(self) -> None:
        post_migrate.connect(cache_table_create, sender=self)
