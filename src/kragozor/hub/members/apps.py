from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


def pillars_seed(**kwargs: object) -> None:
    """Migrating is enough to have the three pillars; emptying the database tells of itself too."""
    from kragozor.hub.members import seed

    seed.pillars_seed(kwargs.get("apps", apps), kwargs["using"])


class MembersConfig(AppConfig):
    name = "kragozor.hub.members"
    label = "members"
    verbose_name = _("Members")
    workspace = (Entry(_("Companies"), "members:list", order=60),)
    desk = (
        Panel("members/_desk.html", "kragozor.hub.members.desk.desk_facts", order=10),
        Panel("members/_desk_endings.html", "kragozor.hub.members.desk.endings_facts", order=20),
    )
    chores = (
        "kragozor.hub.members.search.refresh_missing",
        "kragozor.hub.members.services.reminders.reminders_send",
        "kragozor.hub.members.services.takeaway.takeaways_purge",
    )
    exports = ("kragozor.hub.members.takeaway.files_of",)
    personal = "kragozor.hub.members.personal.FIELDS"
    obstacles = "kragozor.hub.members.personal.obstacles"
    council = (Entry(pgettext_lazy("navigation", "Members"), "members:council", order=20),)
    demonstration = "kragozor.hub.members.demonstration.load"

    def ready(self) -> None:
        from kragozor.hub.members.search.signals import connect

        connect()
        post_migrate.connect(pillars_seed, sender=self)
