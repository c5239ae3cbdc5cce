from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


def activities_seed(**kwargs: object) -> None:
    """Migrating is enough to have the seventeen: they come with the tables.

    Emptying the database tells of itself in the same way, without saying which models there are.
    """
    from kragozor.hub.programme import seed

    seed.activities_seed(kwargs.get("apps", apps), kwargs["using"])


class ProgrammeConfig(AppConfig):
    name = "kragozor.hub.programme"
    label = "programme"
    verbose_name = _("Programme")
    public = (Entry(_("Programme"), "programme:progress", order=35),)
    council = (Entry(_("Programme"), "programme:scoreboard", order=10),)
    personal = "kragozor.hub.programme.personal.FIELDS"
    demonstration = "kragozor.hub.programme.demonstration.load"

    def ready(self) -> None:
        post_migrate.connect(activities_seed, sender=self)
