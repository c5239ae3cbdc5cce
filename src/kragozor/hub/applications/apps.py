from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


class ApplicationsConfig(AppConfig):
    name = "kragozor.hub.applications"
    label = "applications"
    verbose_name = _("Applications")
    personal = "kragozor.hub.applications.personal.FIELDS"
    demonstration = "kragozor.hub.applications.demonstration.load"
    public = (Entry(pgettext_lazy("navigation", "Join"), "applications:join", order=40),)
    example = (Entry(pgettext_lazy("navigation", "Join"), "applications:join", order=60),)
    council = (Entry(_("Applications"), "applications:council_list", order=20),)
    desk = (
        Panel("applications/_desk.html", "kragozor.hub.applications.desk.desk_facts", order=30),
    )
    exports = ("kragozor.hub.applications.takeaway.files_of",)
    chores = ("kragozor.hub.applications.services.consents.consents_carry_over",)
