from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.navigation import Entry


class PeopleConfig(AppConfig):
    name = "kragozor.hub.people"
    label = "people"
    verbose_name = _("People")
    personal = "kragozor.hub.people.personal.FIELDS"
    obstacles = "kragozor.hub.people.personal.obstacles"
    workspace = (Entry(pgettext_lazy("navigation", "Home"), "people:desk", order=10),)
    account = (Entry(_("Consents"), "people:consents", order=20),)
    council = (Entry(_("People"), "people:council_people", order=90),)
    chores = ("kragozor.hub.people.services.access.user_sessions_purge",)

    def ready(self) -> None:
        # They register a check, what follows a sign-in, and what is written down of an account.
        from kragozor.hub.people import account_log, demonstration, last_seen  # noqa: F401
