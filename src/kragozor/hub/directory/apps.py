"""What everybody sees of the members: pillars, the directory, regions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.navigation import Entry


class DirectoryConfig(AppConfig):
    name = "kragozor.hub.directory"
    label = "directory"
    verbose_name = _("Directory")
    public = (
        Entry(pgettext_lazy("navigation", "Pillars"), "directory:pillars", order=10),
        Entry(pgettext_lazy("navigation", "Members"), "directory:members", order=20),
        Entry(pgettext_lazy("navigation", "Regions"), "directory:regions", order=30),
    )
    demonstration = "kragozor.hub.directory.demonstration.load"
