from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.navigation import Entry


class PeopleConfig(AppConfig):
    name = "kragozor.hub.people"
    label = "people"
    verbose_name = _("People")
    workspace = (Entry(pgettext_lazy("navigation", "Home"), "people:desk", order=10),)

    def ready(self) -> None:
        from kragozor.hub.people import demonstration  # noqa: F401, it registers a check
